"""What an exam is, tested without files, clock or screen."""
