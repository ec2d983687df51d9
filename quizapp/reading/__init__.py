"""Bytes to nodes with their places: files, encodings, YAML events, and what spoils Chinese YAML in silence."""
