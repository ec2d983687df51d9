"""The program's own format: banks, courses and papers as YAML, in English or Chinese words."""
