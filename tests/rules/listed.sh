#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What no local.mk lists is not built, not tested, not installed and not in a
# release, and nobody notices: so every file must be listed.
set -eu
# shellcheck source=tests/rules/rules.sh
. "$(dirname "$0")/rules.sh"

# listed LIST NAME...: complains about each NAME that is no word of the file LIST.
listed() {
    list=$1
    shift
    words=" $(sed 's/#.*//; s/[\\=()$]/ /g' "$list" | tr '\n\t' '  ') "
    for name; do
        case $words in
        *" $name "*) ;;
        *) complain "$name" "not listed in $list" ;;
        esac
    done
}

# shellcheck disable=SC2046 # the house has no file names with spaces
{
    listed engine/local.mk $(files engine '*.c' '*.h')
    listed lessons/local.mk $(files lessons '*.yaml')
    listed tests/local.mk $(files tests '*_test.c' | sed 's/\.c$//')
    listed tests/local.mk $(files tests '*.sh' | grep -v '^tests/rules/rules.sh$')
    listed tests/local.mk $(files tests '*.c' '*.h' | grep -v '_test\.c$')
}
for language in $(sed 's/#.*//' locale/LINGUAS); do
    [ -e "locale/program/$language.po" ] ||
        complain locale/LINGUAS "$language has no locale/program/$language.po"
done
for po in $(files locale/program '*.po'); do
    language=${po##*/} language=${language%.po}
    grep -qx "$language" locale/LINGUAS || complain "$po" "not listed in locale/LINGUAS"
done

# And the other way: a list that names what is not there breaks the build of
# whoever comes next.
for list in engine lessons; do
    for name in $(sed 's/#.*//' $list/local.mk | tr ' \t' '\n\n' | grep "^$list/.*\.\(c\|h\|yaml\)$"); do
        [ -e "$name" ] || complain "$list/local.mk" "lists $name, which is not there"
    done
done

finish "every source, lesson, test and language is listed"
