"""What is carried to other machines, and back."""
