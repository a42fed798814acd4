# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# What the rules share; read with ".". A rule looks at the house in $root, which
# is the first argument, else the sources under test: selftest.sh gives small
# houses with a fault in them.

LC_ALL=C
export LC_ALL
rules=$(cd "$(dirname "$0")" && pwd)
root=${1:-${CONECTA_SOURCE:-$rules/../..}}
cd "$root"
problems=0

# complain WHERE WHAT: one line that an editor can jump to.
complain() {
    printf '%s: %s\n' "$1" "$2"
    problems=$((problems + 1))
}

# finish WHAT-WAS-CHECKED: ends the rule.
finish() {
    if [ "$problems" != 0 ]; then
        echo "$problems problem(s): $1"
        exit 1
    fi
    echo "fine: $1"
    exit 0
}

# need PROGRAM: without it the rule cannot say anything, and must not say yes.
need() {
    command -v "$1" >/dev/null 2>&1 && return
    echo "$1 is missing."
    sh scripts/packages message "${2:-$1}"
    exit 1
}

# files FOLDER PATTERN...: the files below it whose name fits a pattern, without
# what a build in this tree leaves behind.
files() {
    folder=$1
    shift
    [ -d "$folder" ] || return 0
    for pattern; do
        find "$folder" -name "$pattern" -type f ! -path '*/.deps/*'
    done | sort
}
