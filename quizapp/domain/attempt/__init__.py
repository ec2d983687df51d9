"""An attempt is its events: facts, the state they fold into, and the rules that decide them."""
