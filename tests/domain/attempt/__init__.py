"""Attempts, walked with a stopped clock."""
