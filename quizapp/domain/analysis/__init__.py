"""The statistics of a paper's items and of the test as a whole, one idea a file; `analysing` puts them together."""
