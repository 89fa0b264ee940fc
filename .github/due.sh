#!/bin/sh
# Succeed where a manuscript has a `publish_at` of yesterday, today or tomorrow, so that it may have to be published now.
set -eu
dates=$(for day in yesterday today tomorrow; do date --utc --date "$day" '+^publish_at: *["'"'"']*%F'; done)
grep --quiet --recursive --include='*.md' --regexp "$dates" content
