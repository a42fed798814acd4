#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A lesson played to its end in plain lines and on the screen, with the same
# answers, must end on the same words.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
COURSE=$CONECTA_TEST_DATA/screens/course
CONECTA_SEED=1
export COURSE CONECTA_SEED
status=0

# words: the text of a page on one line, without signs, frames and line breaks.
words() {
    sed -e 's/[✓•]//g' -e 's/^ *- //' | tr -s ' \n' ' ' | sed -e 's/^ //' -e 's/ $//'
}

# on_screen NAME KEYS LANGUAGE: the last page as the screen shows it.
on_screen() {
    {
        echo "size 120x40"
        echo "run play --course \$COURSE --lang $3 --lesson everything"
        # A line at a time: what a line of keys brings is there before the next.
        printf '%s\n' "$2" | tr '/' '\n' | sed 's/^/key /'
        echo "screen $1"
        echo "key Ctrl-X"
    } >"$work/$1.script"
    "$CONECTA_SCREEN" --update --program "$CONECTA_PROGRAM" "$work/$1.script" >"$work/log" ||
        { cat "$work/log"; exit 1; }
    # The size, the title line and the line of keys frame the page.
    sed -e '1,2d' -e '$d' "$work/$1.txt" | words
}

# in_lines LINES LANGUAGE: the last page as plain lines say it.
in_lines() {
    printf '%s\n' "$1" | tr '/' '\n' |
        "$CONECTA_PROGRAM" play --course "$COURSE" --lang "$2" --lesson everything --plain |
        awk '/^--- / { page = ""; next }
             /^> / { if (!ended) last = page; page = ""; next }
             { page = page $0 "\n"; if (NF > 0) { before = last_line; last_line = $0 } }
             END { printf "%s", last }' |
        sed -e '$d' | words
}

# compare NAME LANGUAGE KEYS LINES
compare() {
    on_screen "$1" "$3" "$2" >"$work/screen"
    in_lines "$4" "$2" >"$work/lines"
    if [ -s "$work/screen" ] && cmp -s "$work/screen" "$work/lines"; then
        echo "ok $1 ($2): $(cut -c 1-90 "$work/screen")"
    else
        status=1
        echo "FAILED $1 ($2)"
        echo "  screen: $(cat "$work/screen")"
        echo "  lines:  $(cat "$work/lines")"
    fi
}

right="Enter/1/Right/Right/3/Enter/1 3/Enter/Enter/3 1 2/Enter/Enter/1 2/Enter/Enter/1/1/3/2/Enter/4/Enter/1 3/Enter/Enter/1/Enter"
for language in en ru uk; do
    compare "right-$language" $language "$right" "/1///3//1 3//3 1 2//1/2///1/1/3/2//4//1 3//1/"
done

compare wrong ru \
    "Enter/3/Right/Right/1 2/Enter/2/Enter/Enter/1 2 3/Enter/Enter/2 1/Enter/Enter/2/1/2/1/Enter/Right/Enter/Right/2/Enter/3/Enter/1 3/Enter/Enter/Right Right Right Right" \
    "/3///1/2//2//1 2 3//2/1///2/1/2/1/////2//3//1 3/////"

compare skipped uk \
    "Right Right Right Right Right Right Right Right Right Right Right Right Right Right Right Right Right Right Right Right" \
    "////////////////////"

# Back and forth changes nothing about first answers.
compare back-and-forth en \
    "Enter/2/Right/Right/3/Left Left Right Right/Enter/1 3/Enter/Enter/3 1/Left/1 2/Enter/Enter/1/Left/1 2/Enter/Enter/1/2/2/1/1/Left/3/2/Enter/2/Left/4/Enter/1/Enter/Left/3/Enter/Enter/1/Left/Right/Enter" \
    "/2///3/0/0///0///1 3//3 1 2//1/0/1/2///1/2/2/1/1/0/3/2//2/0/4//1/0/1 3//1/0//"

exit $status
