"""What a figure's surroundings say of it, read by a small language model: which metric, and whose figure.

Belongs here: cutting articles into windows of word pieces, the encoder that reads a window, the heads that score a
figure's options from what it read, their weights. Does not belong here: which options there are (``assembly``), facts
about words that people can name and weigh (``ranking``), learning, Dagster, DataFrames.
A window is read only where the rankers are in doubt, for reading one takes far longer than ranking a figure.
"""
