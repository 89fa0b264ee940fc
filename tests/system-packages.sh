#!/bin/sh
# Installs from Debian what the tests need beyond Python, where it is absent: a browser, the Song and Kai faces
# that pages are set in, Node for the style sheet linter, and Java for the HTML checker. Where all is there it asks nobody and takes no time.
set -u

missing=""
needs_command() { command -v "$1" >/dev/null || missing="$missing $2"; }
needs_package() { dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" 2>/dev/null | grep -q '^.i' || missing="$missing $1"; }

needs_command chromium-headless-shell chromium-headless-shell
needs_command node nodejs
needs_command npm npm
needs_command java default-jre-headless
needs_command rsync rsync       # a host that inv publish sends the site to
needs_package libatomic1         # for Playwright's own Node
needs_package fonts-noto-cjk     # Noto Serif CJK and Noto Sans CJK
needs_package fonts-arphic-ukai  # AR PL UKai, a Kai face

[ -z "$missing" ] && exit 0

echo "Installing from Debian:$missing"
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # both are lists of words
$as_root apt-get update -qq && $as_root apt-get install -qq --yes --no-install-recommends $missing >/dev/null && exit 0

echo "The tests need these Debian packages, and they could not be installed: apt-get install$missing" >&2
exit 1
