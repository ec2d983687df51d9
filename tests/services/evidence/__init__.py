"""What the records prove."""
