#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The lists of words keep their rules and are what scripts/make-words makes of the
# candidates; and a list that breaks a rule is found.
set -eu

source=${CONECTA_SOURCE:-$(cd "$(dirname "$0")/../.." && pwd)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
failures=0

python3 "$source/scripts/make-words" --check || failures=1

mkdir -p "$work/scripts" "$work/engine"
cp "$source/scripts/make-words" "$work/scripts"

# broken LANGUAGE SED WORDS: what --check says of a list changed by SED.
broken() {
    rm -rf "$work/engine/words"
    cp -R "$source/engine/words" "$work/engine"
    chmod -R u+w "$work/engine/words"
    list=$work/engine/words/$1.txt
    sed "$2" "$source/engine/words/$1.txt" >"$list"
    if python3 "$work/scripts/make-words" --check >"$work/output" || ! grep -qF -e "$3" "$work/output"; then
        echo "FAIL $1, $2: expected \"$3\", got:"
        cat "$work/output"
        failures=1
    fi
}

# made_again: whether hunspell is here; without it no list can be made.
made_again() {
    for dictionary in en_GB ru_RU uk_UA; do
        echo | hunspell -d $dictionary -l >/dev/null 2>&1 || return 1
    done
}

broken en '/^basket$/a baskets' 'baskets could be taken for basket'
broken en '/^basket$/a bakset' 'not in alphabetical order'
broken en '500,$d' 'words, not 1024 to 1296'
broken ru 's/^абажур$/абажёр/' 'абажёр has other letters'
broken ru '/^абажур$/i аб' 'аб has not 3 to 8 letters'
broken ru 's/^абрикос$/абазур/' 'could be taken for'
broken uk '$a яйце' 'яйце is denied'
if made_again; then
    broken en '/^basket$/d' 'not what make-words makes'
fi

[ $failures = 0 ]
