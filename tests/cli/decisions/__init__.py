"""scores correct, regrade, override, void, reassign, note and add."""
