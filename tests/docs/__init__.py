"""The guides and READMEs are as the program is."""
