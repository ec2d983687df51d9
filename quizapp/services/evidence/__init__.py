"""What the records themselves prove: written down as a seal, checked against it and against each other."""
