"""YAML as nodes with their places: two parsers with one verdict, and what spoils Chinese YAML in silence."""
