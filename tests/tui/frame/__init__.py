"""What all screens have in common: lists, painting, clocks, small terminals, what nobody expected."""
