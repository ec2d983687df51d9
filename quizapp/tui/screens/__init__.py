"""The full screens, one file each with its style beside it."""
