"""The real program in a real terminal: what neither a pure test nor a pilot can show."""
