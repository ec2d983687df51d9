"""Questions brought in from elsewhere: read, matched with a bank's, planned, looked through.

Nothing here knows a home; a newcomer may teach it another field.
"""
