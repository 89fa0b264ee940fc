"""What newspapers say: role words, patterns and character classes, kept as data."""
