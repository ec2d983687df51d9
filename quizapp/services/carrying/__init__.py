"""Out to machines without a network and back: publish, pack, collect, and the collecting desk.

Nothing of a copy is believed before `copy_check`.
"""
