#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The pictures in docs/authors.md are what the program shows today, and its examples
# are parts of lessons that lint finds clean:
#
#   <!-- picture NAME -->   before a block of text: the screen NAME of a script in
#                           docs/pictures, or what a command prints (below)
#   <!-- from FILE -->      before a block of YAML: lines of docs/pictures/FILE
#
# With CONECTA_UPDATE_PICTURES=1 the pictures are written into the guide instead of
# compared. Read the difference before you commit it.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
guide=$CONECTA_SOURCE/docs/authors.md
PICTURES=$CONECTA_SOURCE/docs/pictures
export PICTURES
# Else the lessons of the guide would be out of date one day.
CONECTA_TODAY=2026-11
export CONECTA_TODAY

fail() {
    echo "FAILED: $1"
    exit 1
}

# What commands print.
cd "$PICTURES"
"$CONECTA_PROGRAM" lint course >"$work/clean.txt" || :
[ "$(cat "$work/clean.txt")" = "0 errors, 0 warnings" ] ||
    fail "the lessons of the guide are not clean: $(cat "$work/clean.txt")"
(cd mistake && "$CONECTA_PROGRAM" lint mosquito.yaml) >"$work/mistake.txt" || :
printf '%s\n' '' '' 2 . |
    COLUMNS=60 CONECTA_SEED=1 "$CONECTA_PROGRAM" --plain --lang en --course course \
        --lesson every-verb >"$work/all-plain.txt"
# The question and what follows. On a terminal one sees what one types.
sed -n '/^The pack is whole/,/^Choose once more/p' "$work/all-plain.txt" | awk '
    /^> / { print "> 2"; sub(/^> /, "") }
    { print }' >"$work/plain.txt"
rm "$work/all-plain.txt"

# What is on the screen: the golden files that the scripts would write.
for script in "$PICTURES"/*.script; do
    cp "$script" "$work/"
    "$CONECTA_SCREEN" --update --program "$CONECTA_PROGRAM" \
        --shell-vars PICTURES="$PICTURES" "$work/${script##*/}" >"$work/${script##*/}.log" 2>&1 &
    playing="${playing:-} $!"
done
for process in $playing; do
    wait "$process" || fail "a script cannot be played: $(cat "$work"/*.log)"
done

# Without the line that describes the terminal; of several empty rows, one is kept.
for file in "$work"/*.txt; do
    sed -e '1{/^[0-9]*x[0-9]* cursor /d;}' -e 's/ *$//' "$file" | cat -s |
        sed -e '1{/^$/d;}' -e '${/^$/d;}' >"${file%.txt}.picture"
    [ -s "${file%.txt}.picture" ] || fail "the picture ${file##*/} is empty"
done

# Puts the pictures into the guide.
awk -v work="$work" '
    /^<!-- picture / { name = $3 }
    inside && /^```$/ { inside = 0 }
    !inside { print }
    name != "" && /^```text$/ {
        inside = 1
        file = work "/" name ".picture"
        while ((status = (getline line <file)) > 0)
            print line
        if (status < 0)
            print "THERE IS NO PICTURE " name
        print name >(work "/used")
        name = ""
    }' "$guide" >"$work/authors.md"
! grep '^THERE IS NO PICTURE' "$work/authors.md" || fail "the guide shows what nothing draws"
for file in "$work"/*.picture; do
    name=${file##*/} name=${name%.picture}
    grep -qx "$name" "$work/used" || fail "the picture $name is not in the guide"
done
if [ "${CONECTA_UPDATE_PICTURES:-}" = 1 ]; then
    cmp -s "$work/authors.md" "$guide" || cp "$work/authors.md" "$guide"
fi
diff -u "$guide" "$work/authors.md" || fail "docs/authors.md shows other screens than the
program. When these are right: CONECTA_UPDATE_PICTURES=1 make check TESTS=tests/docs/pictures.sh"

# The examples, each as a whole, are in the files that they name.
awk -v pictures="$PICTURES" '
    function complain(what) {
        print FILENAME ":" FNR ": " what
        failed = 1
    }
    function read(file, text, line) {
        while ((getline line <file) > 0)
            text = text line "\n"
        close(file)
        return "\n" text
    }
    /^<!-- from / { from = $3 }
    /^```yaml$/ {
        if (from == "")
            complain("this example does not say which file it is from")
        inside = 1
        example = "\n"
        next
    }
    inside && /^```$/ {
        if (from != "" && !index(read(pictures "/" from), example))
            complain("this example is not in docs/pictures/" from)
        inside = 0
        from = ""
    }
    inside { example = example $0 "\n" }
    END { exit failed }' "$guide" || fail "an example of the guide is not in its lesson"

# Each verb has a section with an example that uses it, and a picture.
sed -n 's/^## `\(.*\)`$/\1/p' "$guide" >"$work/verbs"
[ -s "$work/verbs" ] || fail "the guide has no section of a verb"
while read -r verb; do
    sed -n "/^## \`$verb\`\$/,/^## [^\`]/p" "$guide" | sed '2,${/^## /,$d;}' >"$work/section"
    grep -q "^  - $verb: " "$work/section" || fail "the section of $verb has no example of it"
    grep -q '^<!-- picture ' "$work/section" || fail "the section of $verb has no picture"
done <"$work/verbs"
