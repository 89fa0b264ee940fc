"""The template context: frozen structs that templates see, with every field present. Templates arrange, never compute.

In: nothing. Out: the types that other rooms fill. Every `href` is ready to print: it begins with the site's path
prefix. An empty string means that there is nothing to link to or to show. Imports nothing of the press.
"""
