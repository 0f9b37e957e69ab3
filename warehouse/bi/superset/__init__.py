"""Apache Superset over the published marts, in an environment of its own; nothing here imports another room."""
