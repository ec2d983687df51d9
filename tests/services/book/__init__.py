"""The score book: brought up to date, altered by another hand, beside whatever else goes on."""
