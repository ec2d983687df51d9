"""Attempts brought back from other machines: checked one by one, and put where they belong."""
