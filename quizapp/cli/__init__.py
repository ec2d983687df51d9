"""The command line: one file for each job, loaded when one of its commands is called.

A newcomer adds a command to its job's file, and a line for it to `frame.commands`.
"""
