#!/bin/sh
# Sees that a screen reader's side is there, for `make accessible`; installs only what is missing.
# On Debian and its kin by apt-get, as root or with sudo; elsewhere it says what to install.
set -eu

missing=
command -v Xvfb >/dev/null || missing="$missing xvfb"
command -v dbus-run-session >/dev/null || missing="$missing dbus"
[ -e /usr/share/dbus-1/services/org.a11y.Bus.service ] || missing="$missing at-spi2-core"
/usr/bin/python3 -c "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi" 2>/dev/null ||
    missing="$missing python3-gi gir1.2-atspi-2.0"
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }; then
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
    $as_root apt-get update -q </dev/null || echo 'The package lists could not be refreshed; trying with the old ones.' >&2
    # shellcheck disable=SC2086  # one word a package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing </dev/null
else
    echo "Please install what these packages of Debian hold, then run make again:" $missing >&2
    exit 1
fi
