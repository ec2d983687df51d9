"""Composing a paper: a draft that is changed step by step, what the banks have for it, and its 双向细目表."""
