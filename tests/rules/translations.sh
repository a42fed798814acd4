#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The interface is complete in every language: a learner never meets a screen in
# two of them. And every string tells a translator where it stands, by a context
# or a "TRANSLATORS:" comment.
set -eu
# shellcheck source=tests/rules/rules.sh
. "$(dirname "$0")/rules.sh"
need xgettext gettext

po=locale/program
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# strings POT: what a translator sees of it, in one order. Flags are left out:
# which of them are found depends on the version of xgettext.
strings() {
    sed -e '/^"POT-Creation-Date:/d' -e '/^"Project-Id-Version:/d' -e '/^#[:,]/d' "$1" |
        msgcat --no-wrap --sort-output --no-location -
}

sh scripts/extract-strings . "$work/new.pot"
if [ ! -e $po/conecta.pot ]; then
    complain $po/conecta.pot "missing: run make update-po"
else
    strings $po/conecta.pot >"$work/old"
    strings "$work/new.pot" >"$work/new"
    diff "$work/old" "$work/new" ||
        complain $po/conecta.pot "not what the sources say: run make update-po"
fi

# texts PO [bare]: the msgid of every entry on one line, without the header; with
# "bare" only of those without context and comment. An empty line ends an entry.
texts() {
    msgcat --no-wrap "$1" | awk -v bare="${2:-}" '
        function entry() {
            if (id != "" && !(bare && context))
                print "\"" id "\""
            id = ""; context = 0; in_id = 0
        }
        /^$/ { entry(); next }
        /^#\. / || /^msgctxt / { context = 1 }
        /^#/ { next }
        /^[a-z]/ { in_id = /^msgid / }
        in_id { sub(/^[^"]*"/, ""); sub(/"$/, ""); id = id $0 }
        END { entry() }'
}

texts "$work/new.pot" bare >"$work/bare"
while read -r line; do
    where=$(grep -rnF -e "$line" engine 2>/dev/null | head -n 1 | cut -d: -f1,2)
    complain "${where:-engine}" "neither context nor TRANSLATORS: comment: $line"
done <"$work/bare"

for language in $(sed 's/#.*//' locale/LINGUAS); do
    file=$po/$language.po
    if [ ! -e "$file" ]; then
        complain "$file" "missing: run make update-po"
        continue
    fi
    msgfmt --check --output-file=/dev/null "$file" 2>"$work/problems" ||
        complain "$file" "$(cat "$work/problems")"
    # Merged first, so that a string that the file has never seen is found too.
    if ! msgmerge --quiet --no-fuzzy-matching "$file" "$work/new.pot" >"$work/$language.po" 2>"$work/problems"; then
        complain "$file" "$(cat "$work/problems")"
        continue
    fi
    for state in untranslated only-fuzzy; do
        msgattrib --$state --no-obsolete "$work/$language.po" >"$work/$state.po"
        texts "$work/$state.po" >"$work/$state"
        while read -r line; do
            complain "$file" "$state: $line"
        done <"$work/$state"
    done
done

finish "interface strings complete in: $(sed 's/#.*//' locale/LINGUAS | tr '\n' ' ')"
