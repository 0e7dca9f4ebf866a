#!/bin/sh
# Locks all dependencies with hashes, for every system: the program's, the tests', and the same with the lowest Qt.
# What is locked stays as long as it fits; `--upgrade` takes the newest instead.
set -eu
lowest_qt=6.8.3
locks=packaging/locks
uv=build/uv/bin/uv
others=build/lowest-others.txt

mkdir -p build
[ -x $uv ] || { python3 -m venv build/uv && build/uv/bin/pip install --quiet uv; }
compile() {
    $uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
        pyproject.toml --group build "$@"
}
compile "$@" -o $locks/run.txt
compile "$@" --group dev --constraint $locks/run.txt -o $locks/dev.txt
sed -n 's/^\([a-z0-9-]*==[^ ]*\).*/\1/p' $locks/dev.txt | grep -v -e ^pyside6 -e ^shiboken6 >$others
echo "pyside6-essentials==$lowest_qt" >>$others
compile "$@" --group dev --constraint $others --no-annotate -o $locks/lowest.txt
