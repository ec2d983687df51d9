"""What only files can get wrong: crashes, full disks, other programs, other hands."""
