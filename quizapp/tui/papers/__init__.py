"""Composing a paper: sections, rules, the 双向细目表, a sample form. A newcomer may touch any page by itself."""
