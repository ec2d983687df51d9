"""Practice: what a person answers for themselves, apart from any score."""
