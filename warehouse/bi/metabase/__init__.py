"""Metabase over the published marts: a recipe, and the copy into PostgreSQL that its sturdiest road needs."""
