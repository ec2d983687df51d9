"""Pictures of printed pages for the guides: a small grey PNG that says in itself of which file it was drawn."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

BROWSER = ("chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer")
OFFICE = ("soffice", "--headless", "--convert-to", "pdf", "--outdir")
DOTS = 90
"""Dots per inch."""


def digest_of(png: bytes) -> str:
    """Return what the file in a picture is known by; "" where it does not say."""
    found = re.search(rb"tEXtPaper\0([0-9a-f]{64})", png)
    return found[1].decode() if found else ""


def page_of(file: Path, digest: str, dots: int = DOTS) -> bytes:
    """Return a file's first page as PNG with that digest in it.

    A web page is drawn by Chromium, a workbook by LibreOffice, both made pixels by pdftoppm.
    """
    with tempfile.TemporaryDirectory() as place:
        # Chromium takes no Chinese names where the locale has none.
        copy = Path(shutil.copy(file, Path(place) / f"page{file.suffix}"))
        pdf, pixels = copy.with_suffix(".pdf"), copy.with_suffix(".pgm")
        if file.suffix == ".html":
            command = [*BROWSER, f"--print-to-pdf={pdf}", copy.as_uri()]
        else:
            command = [*OFFICE, place, str(copy)]
        subprocess.run(command, check=True, capture_output=True)
        drawing = ["pdftoppm", "-r", str(dots), "-gray", "-l", "1", "-singlefile", str(pdf)]
        subprocess.run([*drawing, str(pixels.with_suffix(""))], check=True)
        return _png(pixels.read_bytes(), digest)


def _png(pgm: bytes, digest: str) -> bytes:
    """Return grey pixels as a small PNG, in sixteen greys."""
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", pgm)
    assert head is not None
    width, height = int(head[1]), int(head[2])
    rows = bytearray()
    for row in range(height):
        greys = pgm[head.end() + row * width : head.end() + (row + 1) * width] + b"\0" * (width % 2)
        rows += b"\0" + bytes(high & 0xF0 | low >> 4 for high, low in zip(greys[::2], greys[1::2], strict=True))
    size = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    text = b"Paper\0" + digest.encode()
    chunks = ((b"IHDR", size), (b"tEXt", text), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
