"""Where articles come from: connectors, the catalogue, the raw archive, the ledger; and facts about the world.

Belongs here: bytes in, never changed again; ``reference/`` (places, models, firms, products, …); ``sample/``.
Does not belong here: cleaning or reading the bytes (``assets``).
"""
