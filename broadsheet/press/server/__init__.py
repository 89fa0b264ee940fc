"""The HTTP server of `inv serve`: the preview, for this machine or for those in its network who have the key.

In: output/, and what the builds of the preview say. Out: answers to browsers. Imports `admin`, for its address.
"""
