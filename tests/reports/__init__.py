"""What is written for others to read."""
