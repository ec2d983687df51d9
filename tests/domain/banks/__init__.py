"""Banks and courses, and what is said of the quality of their items."""
