"""The 试题 text."""
