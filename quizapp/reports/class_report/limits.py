"""From how many on something can be said: fewer say little, or say it of one person."""

from __future__ import annotations

FEWEST = 5
"""People below whom no share, no mean that others read, and no place among units is told."""
MANY = 100
"""People from whom on a share is firm enough to stand alone: its 95 % interval is within ten per cent either side."""
THIN = 3
"""Questions below which a topic's share says little."""
