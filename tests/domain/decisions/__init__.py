"""What the committee may decide, and what it amounts to."""
