"""The room `stories`."""
