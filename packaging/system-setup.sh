#!/bin/sh
# Sees that the system has what Qt and Python's venv need, and a Chinese font; installs only what is missing.
# On Debian and its kin by apt-get, as root or with sudo; on another Linux it says what to install.
set -eu
python=${1:-python3}

# Library, the package that holds it.
libraries='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libwayland-cursor.so.0 libwayland-cursor0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxkbcommon.so.0 libxkbcommon0
'

missing_packages() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    echo "$libraries" | while read -r library package; do
        case "$known" in *"$library"*) ;; *) echo "$package" ;; esac
    done
    command -v "$python" >/dev/null || echo python3
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    command -v fc-list >/dev/null || echo fontconfig
    [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] || echo fonts-noto-cjk
}

install_packages() {
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
    $as_root apt-get update -q </dev/null || echo 'The package lists could not be refreshed; trying with the old ones.' >&2
    # shellcheck disable=SC2086  # one word a package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" </dev/null
}

[ "$(uname -s)" = Linux ] || exit 0
missing=$(missing_packages)
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }; then
    # shellcheck disable=SC2086  # one word a package
    install_packages $missing
else
    echo "Please install what these packages of Debian hold, then run make again:" $missing >&2
    exit 1
fi
