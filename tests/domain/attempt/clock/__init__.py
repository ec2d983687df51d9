"""What time it is for an attempt: deadlines, pauses, and the grid of instants around them."""
