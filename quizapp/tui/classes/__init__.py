"""The class list on screen, and bringing one in."""
