"""What people do, in memory; a folder for each job; one with a file or two stands here."""
