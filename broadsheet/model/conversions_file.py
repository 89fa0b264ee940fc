"""The file of names in the other script of a Chinese paper; every build looks for it, so its name stands alone."""

CONVERSIONS_FILE = "conversions.yaml"
"""The name of the file, in content/."""
