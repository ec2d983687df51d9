"""YAML into nodes and settings, each with its place."""
