"""The stream that a workbook is written into: once it is given up it takes what comes, and does nothing with it."""

from __future__ import annotations

import io
from typing import BinaryIO


class UntilGivenUp:
    """A stream as a ZIP file needs it.

    A ZIP file that failed halfway writes its end when it is forgotten; what fails then can be told to nobody, and
    Python writes it to standard error.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._is_given_up = False

    def give_up(self) -> None:
        """Take nothing more in earnest."""
        self._is_given_up = True

    def write(self, data: bytes) -> int:
        """Write, and return how many bytes. Raises OSError."""
        return len(data) if self._is_given_up else self._out.write(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place. Raises OSError, also where the stream cannot."""
        return 0 if self._is_given_up else self._out.seek(offset, whence)

    def tell(self) -> int:
        """Return the place. Raises OSError, also where the stream knows none."""
        return 0 if self._is_given_up else self._out.tell()

    def flush(self) -> None:
        """Hand on what waits. Raises OSError."""
        if not self._is_given_up:
            self._out.flush()
