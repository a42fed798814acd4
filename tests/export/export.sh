#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   export.sh
#
# Writes a lesson with every verb, and every sign that means something, in each
# format: expected/ has what must come out, byte by byte. GIFT is read again, by a
# reader as strict as Moodle's and by conecta import, which must find the same
# questions.
#
# With CONECTA_UPDATE=1 the expected files are written anew. Read the difference!
set -eu

unset LANGUAGE
LC_ALL=C.UTF-8
export LC_ALL

here=$CONECTA_TEST_DATA/export
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/out err=$work/err
failed=0

fail() {
    echo "FAILED: $1"
    sed 's/^/    /' "$err" | head -n 20
    failed=$((failed + 1))
}

# ends STATUS ARGUMENT...: conecta export with these ends so.
ends() {
    wanted=$1
    shift
    status=0
    timeout 20 "$CONECTA_PROGRAM" export "$@" >"$out" 2>"$err" || status=$?
    [ "$status" = "$wanted" ] || fail "status $status instead of $wanted: export $*"
}

# says TEXT: on standard error.
says() {
    grep -qF -e "$1" "$err" || fail "does not say: $1"
}

# is_as_expected FILE NAME
is_as_expected() {
    [ "${CONECTA_UPDATE:-}" != 1 ] || cp "$1" "$here/expected/$2"
    diff -u "$here/expected/$2" "$1" || fail "$2 is another"
}

cd "$here/course"
lesson=one/every-verb.yaml
ends 1 --to gift $lesson
is_as_expected "$out" every-verb.gift
is_as_expected "$err" every-verb.gift.err
cp "$out" "$work/every-verb.gift"
for format in html markdown; do
    ends 0 --to $format $lesson
    [ ! -s "$err" ] || fail "$format complains"
    is_as_expected "$out" every-verb.$format
    ends 0 --to $format --notes $lesson
    for words in slowly 'Five minutes are enough'; do
        grep -q "$words" "$out" || fail "--notes leaves a note out"
        grep -q "$words" "$here/expected/every-verb.$format" && fail "a note is there unasked"
    done
done

# ---------------------------------------------------------------- Moodle

python3 "$here/moodle.py" "$work/every-verb.gift" >"$work/every-verb.json" 2>"$err" ||
    fail "Moodle would not take it"
is_as_expected "$work/every-verb.json" every-verb.json
for file in "$here/course/one/every-verb.yaml" "$CONECTA_LESSONS_DIR"/*/*.yaml; do
    name=$(basename "$file" .yaml)
    "$CONECTA_PROGRAM" export --to gift "$file" >"$work/$name.gift" 2>"$err" || [ $? = 1 ] ||
        fail "$name cannot be exported"
    python3 "$here/moodle.py" "$work/$name.gift" >"$work/$name.json" 2>"$err" ||
        fail "Moodle would not take $name"
    # What pairs say is kept on the whole, so import cannot give it back to each.
    "$CONECTA_PROGRAM" import "$work/$name.gift" >"$work/$name.yaml" 2>"$err" ||
        fail "import complains of $name"
    python3 "$here/same.py" "$file" "$work/$name.yaml" 2>"$err" || fail "$name came back changed"
    "$CONECTA_PROGRAM" lint "$work/$name.yaml" >"$err" 2>&1 || fail "what came back has errors"
done
# A reader that takes everything would prove nothing.
refused() {
    printf '%s\n' "$1" >"$work/bad.gift"
    ! python3 "$here/moodle.py" "$work/bad.gift" >"$out" 2>"$err" || fail "Moodle's reader takes: $1"
}
refused 'Which? {=a ~b'
refused 'Which {a}? {=a ~b}'
refused 'Which? {~a ~b}'
refused 'Which? {~%33%a ~%33%b}'
refused 'Which? {~%33.3%a ~%66.7%b}'
refused 'Pairs {=a -> b =c}'
refused 'How many? {#=many}'
refused 'Which? {=a~}'

# ---------------------------------------------------------------- languages

mkdir "$work/kurs"
cp -R "$here/course/." "$work/kurs"
sed -i.bak 's/^language: en/language: ru/' "$work/kurs/course.yaml"
ends 0 --to html "$work/kurs/one/every-verb.yaml"
grep -q '<html lang="ru">' "$out" || fail "the page is not Russian"
grep -q 'Примерно\|минут' "$out" || fail "its own words are not Russian"
# The language of the system is that of the messages, and of nothing else.
(
    LANGUAGE=ru
    export LANGUAGE
    "$CONECTA_PROGRAM" export --to html $lesson
) | diff "$here/expected/every-verb.html" - || fail "the page depends on the system's language"
mkdir "$work/alone"
cp "$CONECTA_TEST_DATA/screens/course/basics/everything.yaml" "$work/alone"
ends 0 --to html "$work/alone/everything.yaml"
grep -q '<html lang="en">' "$out" || fail "a lesson without a course is not in English"

# ---------------------------------------------------------------- files

cd "$work"
ends 0 --to html --out page.html alone/everything.yaml
[ ! -s "$out" ] || fail "writes to standard output as well"
ends 0 --to html alone/everything.yaml
diff page.html "$out" || fail "a file is another than the output"
cp page.html old.html
# The limit of this shell stands for a full disk.
(
    trap '' XFSZ
    ulimit -f 2
    ends 2 --to html --out page.html alone/everything.yaml
    says 'error: this file cannot be written'
    exit $failed
) || failed=1
diff page.html old.html || fail "a full disk took the old file"
[ -z "$(find . -name '*.new')" ] || fail "something half-written is left"
if [ -c /dev/full ]; then
    status=0
    "$CONECTA_PROGRAM" export --to html alone/everything.yaml >/dev/full 2>"$err" || status=$?
    [ $status = 2 ] || fail "status $status with a full disk behind standard output"
    ends 2 --to html --out /dev/full alone/everything.yaml
    [ -c /dev/full ] || fail "a device was replaced"
fi
ends 2 --to html --out alone alone/everything.yaml
ends 2 --to html --out alone/everything.yaml alone/everything.yaml
cmp -s alone/everything.yaml "$CONECTA_TEST_DATA/screens/course/basics/everything.yaml" ||
    fail "the lesson was overwritten"
ends 2 --to html --out nowhere/page.html alone/everything.yaml

# ---------------------------------------------------------------- wrong use

sed -i.bak 's/^minutes: .*/minutes: many/' alone/everything.yaml
ends 2 --to html --out page.html alone/everything.yaml
says 'everything.yaml:5:10: error:'
diff page.html old.html || fail "a wrong lesson took the old file"
ends 2 --to html nowhere.yaml
says 'nowhere.yaml: error:'
sed -i.bak 's/^language: .*/language: xx/' kurs/course.yaml
ends 2 --to markdown kurs/one/every-verb.yaml
says 'course.yaml:5:11: error:'
[ ! -s "$out" ] || fail "writes something in spite of the course"
cd "$here/course"
ends 2 $lesson
says 'conecta: --to is missing: '
ends 2 --to pdf $lesson
says "conecta: there is no format 'pdf': "
ends 2 --to gift --notes $lesson
says 'conecta: GIFT has no place for notes: '

[ $failed -eq 0 ] || exit 1
echo "exported, read again, and the same"
