#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every command has its manual page, made anew from the program: with each of its
# options, in English, and without a complaint of a formatter.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
docs=$CONECTA_SOURCE/docs

fail() {
    echo "FAILED: $1"
    exit 1
}

# shellcheck source=tests/docs/formatter.sh
. "$(dirname "$0")/formatter.sh"

# make_page NAME: the page NAME.1, as the build makes it, in $work.
make_page() {
    sh "$CONECTA_SOURCE/scripts/command-page" "$CONECTA_PROGRAM" "$docs/$1.1.in" \
        >"$work/$1.1" || fail "the page $1.1 cannot be made"
    ! grep -n '^@' "$work/$1.1" || fail "what these lines of $1.1 stand for did not come"
    grep -qF "docs/$1.1" "$docs/local.mk" || fail "docs/local.mk does not list docs/$1.1"
    formatted "$work/$1.1"
}

# The help names the commands behind two blanks, and options by two dashes.
"$CONECTA_PROGRAM" --help | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' >"$work/commands"
grep -qx play "$work/commands" || fail "the help does not list the commands"

make_page conecta
while read -r command; do
    [ -e "$docs/conecta-$command.1.in" ] ||
        fail "the command $command has no page docs/conecta-$command.1.in"
    make_page "conecta-$command"
    "$CONECTA_PROGRAM" "$command" --help | sed -n 's/^  \(--[a-z-]*\)  *.*/\1/p' >"$work/options"
    grep -qx -e --help "$work/options" || fail "the help of $command does not list its options"
    sed -n '/^\.Sh SYNOPSIS$/,/^\.Sh DESCRIPTION$/p' "$work/conecta-$command.1" >"$work/synopsis"
    while read -r option; do
        entry="Fl .-$(echo "${option#--}" | sed 's/-/.-/g')\( \|\$\)"
        grep -q "^\.It $entry" "$work/conecta-$command.1" ||
            fail "the page of $command does not explain the option $option"
        [ "$option" = --help ] || grep -q "^\.\(Op \)*$entry" "$work/synopsis" ||
            fail "the synopsis of $command lacks the option $option"
    done <"$work/options"
    grep -q "^\.It Xr conecta.-$command 1$" "$work/conecta.1" ||
        fail "conecta.1 does not name the command $command"
done <"$work/commands"

# A page of a command that does not exist, or a reference to no page, leads astray.
for page in "$docs"/conecta-*.1.in; do
    name=${page##*/conecta-}
    grep -qx "${name%.1.in}" "$work/commands" || fail "$page has no command"
done
cat "$work"/*.1 | sed -n 's/^\.\(It \)*Xr \(conecta[^ ]*\) \([15]\).*/\2.\3/p' | tr -d '\\' |
    sort -u >"$work/references"
while read -r page; do
    [ -e "$docs/$page.in" ] || fail "there is no page $page, but another one refers to it"
done <"$work/references"

# A release holds each page once, in whatever language it was built.
LANGUAGE=ru make_page conecta-lint
LANGUAGE=ru "$CONECTA_PROGRAM" lint --help=man >"$work/russian"
"$CONECTA_PROGRAM" lint --help=man | cmp - "$work/russian" ||
    fail "a page depends on the language"

if "$CONECTA_PROGRAM" lint --help=pages >"$work/out" 2>"$work/complaints"; then
    fail "an unknown form of help is taken"
fi
grep -q 'no option --help=pages' "$work/complaints" || fail "an unknown form of help is not refused"
