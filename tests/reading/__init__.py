"""Bytes to nodes, cells and settings, each with its place."""
