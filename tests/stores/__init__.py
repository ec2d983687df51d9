"""The stores: one suite for every engine; files/ has what only files can get wrong."""
