"""What an exam is: values and rules, no files, no clock, no screen.

Values that all rooms share stand here. The rooms are named by job, and each uses those before it alone: items, banks,
papers, practice, attempt, marking, decisions, analysis.
"""
