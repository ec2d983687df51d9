"""Sitting a paper: the door, the cover, the question screen, the sheet, the result, and the invigilator.

A newcomer begins with `visit`; `question_job` writes before it shows, and is touched last.
"""
