"""A class's data folder on disk, as docs and the data-folder contract describe it."""
