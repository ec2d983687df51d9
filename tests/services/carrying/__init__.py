"""Out to machines without a network and back."""
