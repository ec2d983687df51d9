"""What may happen to a machine in the middle of a save, and what must stand afterwards: the fault table."""
