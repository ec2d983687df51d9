"""What travels as files: publications out, packs of attempts back, checked and sealed.

A newcomer may change where files are put; their bytes are the contract's and stay as they are.
"""
