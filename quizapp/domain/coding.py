"""Codes that people read to each other: attempt ids and receipts, in letters that are not mistaken."""

from __future__ import annotations

from datetime import datetime

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Base 32 without 0, 1, I and O."""


def base_32(data: bytes, length: int) -> str:
    """Return the first `length` letters of `data` in base 32, five bits each, the high ones first."""
    bits = int.from_bytes(data, "big")
    width = len(data) * 8
    return "".join(ALPHABET[(bits >> (width - 5 * (place + 1))) & 31] for place in range(length))


def attempt_id(started_at: datetime, chance: bytes) -> str:
    """Return an attempt's id: its start in UTC to the millisecond, and ten letters made of 7 random bytes."""
    return f"{started_at:%Y%m%dT%H%M%S}{started_at.microsecond // 1000:03d}Z-{base_32(chance, 10)}"


def receipt(chain_hash: str) -> str:
    """Return the receipt for a chain's last hash (hexadecimal) at hand-in: XXXXX-XXXXX."""
    letters = base_32(bytes.fromhex(chain_hash)[:7], 10)
    return f"{letters[:5]}-{letters[5:]}"
