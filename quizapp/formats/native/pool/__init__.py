"""The pool of banks, papers and courses under the banks folders, and what only the whole pool can say of each."""
