#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What people read is spelled rightly: the interface and the lessons, in English
# (msgid) and in Russian and Ukrainian (msgstr). Words that the dictionaries do not
# know stand in LL.txt beside this script, one a line.
set -eu

cd "$CONECTA_SOURCE"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# texts KEYWORD PO...: the strings under msgid or msgstr, plural forms too; not the header.
texts() {
    keyword=$1
    shift
    for po; do
        msgattrib --no-wrap --no-obsolete "$po"
    done | awk -v keyword="$keyword" '
        /^msgid ""$/ { header = 1 }
        /^msgid "./ { header = 0 }
        /^msg/ { wanted = index($0, keyword) == 1; sub(/^[^"]*/, "") }
        /^"/ && header && keyword == "msgid" { header = 0 }
        /^"/ && wanted { print substr($0, 2, length($0) - 2) }'
}

# prose: leaves only words: no line ends, placeholders, names of options and files.
prose() {
    sed -E -e 's/\\n|\\"|\\t/ /g' -e 's/%[0-9$]*[-0-9.]*(zu|ld|[sdu])(-[[:alpha:]]+)?/ /g' \
        -e 's/(^|[ (])--?[a-z][-a-z]*/ /g' \
        -e 's/[A-Za-z0-9_./-]*[./_][A-Za-z0-9_/-]+/ /g'
}

# check LL DICTIONARY KEYWORD PO...
check() {
    language=$1 dictionary=$2 keyword=$3
    shift 3
    if ! echo | hunspell -d "$dictionary" -l >/dev/null 2>&1; then
        echo "no hunspell dictionary $dictionary here"
        exit 77
    fi
    texts "$keyword" "$@" | prose >"$work/$language"
    # Without a text there would be no mistake either.
    [ "$(wc -w <"$work/$language")" -gt 1000 ] || { echo "FAIL $language: no text"; failed=1; }
    # The names of fields and commands are English in every language.
    [ "$language" = en ] ||
        sed -i.old -E -e 's/[0-9]+-[[:alpha:]]+/ /g' -e 's/[A-Za-z][A-Za-z0-9-]*/ /g' "$work/$language"
    # Quotes around a word are no apostrophe in it. All apostrophes are one: hunspell cuts
    # words at the others now and then.
    sed -i.old -E -e "s/[’ʼ]/'/g" -e "s/(^|[^[:alpha:]])'+/\\1 /g" -e "s/'+([^[:alpha:]]|\$)/ \\1/g" \
        -e 's/(^|[^[:alpha:]])-+/\1 /g' "$work/$language"
    sort -u "tests/spelling/$language.txt" >"$work/known"
    if hunspell -i UTF-8 -d "$dictionary" -l "$work/$language" | sort -u |
        comm -23 - "$work/known" | grep .; then
        echo "FAIL $language: the words above; mend them, or add them to tests/spelling/$language.txt"
        failed=1
    fi
    # A word that nobody uses any more would let a later slip pass.
    while read -r word; do
        grep -qF -e "$word" "$work/$language" ||
            { echo "FAIL tests/spelling/$language.txt: nobody uses \"$word\""; failed=1; }
    done <"tests/spelling/$language.txt"
}

check en en_GB msgid locale/program/conecta.pot locale/course/*.pot
check ru ru_RU msgstr locale/program/ru.po locale/course/ru/*.po
check uk uk_UA msgstr locale/program/uk.po locale/course/uk/*.po
exit $failed
