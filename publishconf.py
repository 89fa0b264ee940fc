"""What publishing changes: the site has its address, and drafts and articles under review are left out.

The address comes from the environment: SITEURL=https://example.org/paper inv build --publish
"""

import os
import sys

sys.path.insert(0, os.curdir)
from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
PREVIEW = False
