"""The page /admin/: a form over the paper's repository (Sveltia CMS), for a paper that sets ADMIN.

In: the schema of manuscripts, the newest editions in content/, and files that `inv admin` fetched into admin/. Out: files
of the site. Imports `paper` and `files`.
"""
