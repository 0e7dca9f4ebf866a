#!/bin/sh
# Shows the program at work on the table $1: in its window or, where there is no display, by what it makes of it.
set -eu
table=$1
bin=.venv/bin

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec $bin/gzgoals "$table"
fi
printed=${table%.gzgoals}.pdf
picture=$(dirname "$table")/window.png
findings=$(dirname "$table")/findings.txt
$bin/gzgoals check "$table" >"$findings" || [ $? -eq 1 ]
$bin/gzgoals export "$table" -o "$printed"
$bin/python docs/pictures.py --window "$picture" "$table" >/dev/null
echo "There is no display, so the work was done without one:"
echo "  the sample table   $PWD/$table"
echo "  what was found     $PWD/$findings"
echo "  the printed table  $PWD/$printed"
echo "  the window         $PWD/$picture"
