"""Coded checks over manuscripts and over the built site."""
