#!/bin/sh
# Runs as root after the files are gone. People's libraries in their home folders are theirs, also after a purge.
set -e

# An update removes the old version too: deb says "upgrade", rpm the number of versions that stay.
case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

# Only our own link: another package may have put a program of this name there since.
if [ "$(readlink /usr/bin/broadsheet)" = /opt/Broadsheet/broadsheet ]; then
  rm -f /usr/bin/broadsheet
fi

installed=/etc/apparmor.d/broadsheet
if [ -f "$installed" ]; then
  if command -v apparmor_parser >/dev/null 2>&1; then
    apparmor_parser --remove "$installed" >/dev/null 2>&1 || true
  fi
  rm -f "$installed"
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
