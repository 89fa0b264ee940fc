"""What publishing changes: the site has its address, and drafts and articles under review are left out.

The address comes from the environment: SITEURL=https://example.org/paper inv publish
A paper that has its address writes it here once: SITEURL = "https://example.org/paper"
"""

import os
import sys

sys.path.insert(0, os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
PREVIEW = False

# Where `inv publish` sends the site (docs/publishing.md):
#   "branch:origin/gh-pages"         a branch of a git remote, for GitHub Pages
#   "folder:/srv/www/paper"          a folder of this machine that a web server serves
#   "rsync:user@host:/srv/www/paper" the same on a host
#   "s3:bucket/paper"                an object store that speaks S3
PUBLISH_TO = "branch:origin/gh-pages"
