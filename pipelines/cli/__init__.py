"""The command line: one module a command, over functions that the pipeline uses too."""
