"""What travels as files: publications out, packs of attempts back, checked and, where asked for, sealed."""
