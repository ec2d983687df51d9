"""What makes items measure, beyond their format: one check a file."""
