"""What services need of stores, formats and the machine, and the plain values that these hand over.

What is added to a port is added to every store; a value that reaches the disk keeps its fields.
"""
