#!/bin/sh
# Runs as root after the files are in place (deb and rpm, first installation and update).
set -e

ln -sfn /opt/Broadsheet/broadsheet /usr/bin/broadsheet

# Ubuntu 24.04 and newer give user namespaces only to programs with a profile. Systems whose AppArmor does not know
# this kind of profile need none.
profile=/opt/Broadsheet/resources/apparmor-profile
installed=/etc/apparmor.d/broadsheet
loaded=no
if command -v apparmor_parser >/dev/null 2>&1 && [ -d /sys/kernel/security/apparmor ] &&
  apparmor_parser --skip-kernel-load --skip-cache "$profile" >/dev/null 2>&1; then
  cp -f "$profile" "$installed"
  # In a chroot, where images of systems are made, the kernel is not the one that will run.
  if command -v ischroot >/dev/null 2>&1 && ischroot; then
    :
  elif apparmor_parser --replace --write-cache --skip-read-cache "$installed"; then
    loaded=yes
  fi
fi

# Chromium's sandbox uses user namespaces where normal users may make them. Only where they may not, its helper has to
# be root's.
if [ "$loaded" = yes ] ||
  setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user --map-root-user true >/dev/null 2>&1; then
  chmod 0755 /opt/Broadsheet/chrome-sandbox
else
  chmod 4755 /opt/Broadsheet/chrome-sandbox
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1 && [ -f /usr/share/icons/hicolor/icon-theme.cache ]; then
  gtk-update-icon-cache -q -f /usr/share/icons/hicolor || true
fi
