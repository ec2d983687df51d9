"""Questions brought in from elsewhere."""
