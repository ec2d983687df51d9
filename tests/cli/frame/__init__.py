"""What all commands have in common: help, statuses, streams, tables, roles, start-up."""
