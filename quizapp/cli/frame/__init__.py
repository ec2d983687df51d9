"""What every command stands on: parser, help, tables, the desk, exit statuses. It knows no job.

Change it with care: every command is built of it, and what it loads is loaded at every start.
"""
