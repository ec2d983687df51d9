"""Out to machines without a network and back: a publication made and opened, the 收卷台, a rehearsal."""
