"""What the answers of a class say, by hand and beside an independent calculation."""
