"""A terminal exam room."""

__version__ = "0.1.0"
