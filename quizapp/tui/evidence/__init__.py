"""What can be shown afterwards: evidence checked and sealed, and one attempt replayed."""
