import os, sys
sys.path.insert(0, os.curdir)
from pelicanconf import *
SITEURL = "https://example.org/paper"
PREVIEW = False
