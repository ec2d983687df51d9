"""Dialogs that any job uses: each asks or says one thing and returns the answer."""
