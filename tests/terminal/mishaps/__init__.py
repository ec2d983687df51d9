"""What happens to a program in its terminal: power cuts, full disks, closed windows, hostile text."""
