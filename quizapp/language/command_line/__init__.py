"""What the command line says: its results, its help, what the doctor finds.

Sentences may be changed freely; a code is asked for by its name somewhere else.
"""
