"""How the encoder that reads figures in their surroundings learns: its questions, its network, its base.

Belongs here: what only learning needs (`requirements.txt`, installed by hand). Does not belong here: what reading
needs, which is `assets/claims/context`.
"""
