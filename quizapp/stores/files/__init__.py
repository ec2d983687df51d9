"""A class's data folder on disk, as docs and the data-folder contract describe it: the home and its parts.

A newcomer may add a part; what stands in the files is the contract's and stays as it is.
"""
