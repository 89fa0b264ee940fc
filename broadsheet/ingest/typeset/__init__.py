"""The room `typeset`."""
