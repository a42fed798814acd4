# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# What formatters say of a manual page; read with ".". Who reads it has $work, a
# folder of its own, and the function fail.

# formatted PAGE: fails when a formatter that is here complains.
formatted() {
    if command -v groff >/dev/null 2>&1 && groff -mdoc -Tutf8 /dev/null >/dev/null 2>&1; then
        groff -mdoc -ww -rLL=78n -Tutf8 "$1" >"$work/shown" 2>"$work/complaints" ||
            fail "groff cannot format $1"
        [ ! -s "$work/complaints" ] || fail "groff about $1: $(cat "$work/complaints")"
    else
        echo "groff is missing: what it says of $1 is not checked"
    fi
    if command -v mandoc >/dev/null 2>&1; then
        mandoc -T lint -W warning "$1" >"$work/complaints" 2>&1 ||
            fail "mandoc about $1: $(cat "$work/complaints")"
    fi
}
