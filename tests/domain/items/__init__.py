"""The question types: one suite for all, and what each has of its own."""
