"""Papers carried out."""
