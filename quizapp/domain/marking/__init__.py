"""From responses to marks: those with a key, essays that a person marks, and answers keyed in from paper.

A newcomer may change how a line is read. A scheme of marking belongs to its question type.
"""
