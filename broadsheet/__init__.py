"""Broadsheet: the raw text of printed newspaper pages in, a digital edition out."""
