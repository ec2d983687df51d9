"""What the answers say about the questions, of counted attempts alone.

Nothing here writes: a newcomer may add a figure without fear.
"""
