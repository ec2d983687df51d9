"""Classes that sat a paper: in memory, on paper, in files, with decisions recorded and answers keyed in."""
