"""What the committee decides on its screens."""
