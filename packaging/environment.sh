#!/bin/sh
# Makes the virtual environment $2 with the interpreter $1, and in it the locked packages of $3 and this program.
set -eu
python=$1 environment=$2 lock=$3

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "gzgoals needs Python 3.11 or newer; name one by: make PYTHON=python3.11 ..." >&2
    exit 1
}
[ -x "$environment/bin/pip" ] || "$python" -m venv --clear "$environment"
echo '*' >"$environment/.gitignore"
pip() { "$environment/bin/python" -m pip --disable-pip-version-check --no-input --quiet "$@"; }
pip install --require-hashes --only-binary :all: -r "$lock"
pip install --no-deps --no-build-isolation --editable .
