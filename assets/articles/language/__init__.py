"""Furniture cues by language: data files and their loader."""
