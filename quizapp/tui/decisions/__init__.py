"""What the committee decides, asked and done. A new kind of decision is one value in `kinds`."""
