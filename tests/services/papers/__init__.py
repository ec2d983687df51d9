"""Papers composed, and forms fixed."""
