"""The room `desk`."""
