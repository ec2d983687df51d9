"""What is written for others to read; golden/ has what it should be, byte for byte."""
