"""The room `rulings`."""
