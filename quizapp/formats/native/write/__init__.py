"""Banks, papers and settings written as YAML that reads back equal, in English or Chinese words."""
