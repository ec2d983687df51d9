"""A question type that is in no release: its one file, its view, its entries; and what a paper of it goes through."""
