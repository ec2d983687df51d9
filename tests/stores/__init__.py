"""The stores: one suite for every engine, and what only files can get wrong."""
