#!/bin/sh
# Sees that the programs which print the evidence's tables are there; installs only what is missing.
# On Debian and its kin by apt-get, as root or with sudo; elsewhere it says what to install.
# WeasyPrint (BSD) and typst (Apache-2.0) go into an environment of their own under build/: the program needs neither.
set -eu
python=${1:-python3}
printers=build/evidence

# LibreOffice may be there without the part that prints documents.
has_writer() {
    program=$(command -v soffice) && [ -e "$(dirname "$(readlink -f "$program")")/libswlo.so" ]
}

missing=
has_writer || missing="$missing libreoffice-writer-nogui"
command -v chromium >/dev/null || missing="$missing chromium"
case "$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)" in *libpangoft2-1.0.so.0*) ;; *) missing="$missing libpangoft2-1.0-0" ;; esac
if [ -z "$missing" ]; then
    :
elif command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }; then
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
    $as_root apt-get update -q </dev/null || echo 'The package lists could not be refreshed; trying with the old ones.' >&2
    # shellcheck disable=SC2086  # one word a package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing </dev/null
else
    echo "Please install what these packages of Debian hold, then run make again:" $missing >&2
    exit 1
fi

if ! "$printers/bin/python" -c 'import typst, weasyprint' 2>/dev/null; then
    "$python" -m venv --clear "$printers"
    "$printers/bin/python" -m pip install -q --disable-pip-version-check 'typst==0.15.2' 'weasyprint==70.0'
fi
