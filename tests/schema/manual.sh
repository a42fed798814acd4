#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual page of the format, made anew from the program: complete, and without
# a complaint of the formatter. Without a formatter only the first can be told.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
page=$work/conecta-lesson.5
"$CONECTA_PROGRAM" schema --format man >"$work/fields"
sed -e '/^@FIELDS@$/{' -e "r $work/fields" -e 'd' -e '}' \
    "$CONECTA_SOURCE/docs/conecta-lesson.5.in" >"$page"

fail() {
    echo "FAILED: $1"
    exit 1
}

grep -q '@FIELDS@' "$page" && fail "the lists of fields did not come into the page"
for words in '.Sh FIELDS OF THE LESSON FILE' '.It Cm before\-after' '.Ss choose\-all' '.Sh LIMITS'; do
    grep -qF -e "$words" "$page" || fail "the page lacks: $words"
done

# The page is in English in every language, as a release holds it once.
LANGUAGE=ru "$CONECTA_PROGRAM" schema --format man | cmp - "$work/fields" ||
    fail "the page depends on the language"

if [ -c /dev/full ] && "$CONECTA_PROGRAM" schema >/dev/full 2>/dev/null; then
    fail "a schema that could not be written is no success"
fi

# shellcheck source=tests/docs/formatter.sh
. "$(dirname "$0")/../docs/formatter.sh"
formatted "$page"
