"""What an earlier version wrote of a small class, and the same day told to the program of today."""
