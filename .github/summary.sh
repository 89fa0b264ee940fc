#!/bin/sh
# Write into the summary of the job what readers would see changed, compared with the site in the folder $1. Fail where
# an article would vanish.
set -eu
{
    echo '### What readers see changed'
    echo
    if .venv/bin/inv changes "$1" > changes.txt 2>&1; then ended=0; else ended=$?; fi
    sed 's/^/    /' changes.txt
} >> "$GITHUB_STEP_SUMMARY"
cat changes.txt
exit "$ended"
