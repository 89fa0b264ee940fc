"""The Pelican plugin: content/ → the site. The only package that imports pelican."""
