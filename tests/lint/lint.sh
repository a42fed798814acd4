#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   lint.sh
#
# A folder for each mistake, and for some that look like one. The input is the first
# of NAME/lesson.yaml, course.yaml, glossary.yaml, directory.yaml that is there, or
# what the file NAME/arguments says; NAME/expected.txt is all that lint says about it.
# It is run inside the folder, so that no path depends on where the source lies.
#
# With CONECTA_UPDATE=1 the expected files are written anew. Read the difference!
set -eu

unset LANGUAGE
LC_ALL=C.UTF-8
CONECTA_TODAY=2026-11
export LC_ALL CONECTA_TODAY

least=190
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
count=0

fail() {
    echo "FAILED $name: $1"
    failed=$((failed + 1))
}

# The status that goes with what was said: 2 when a file could not be read, which
# is a problem without a line; 1 when there are errors; else 0.
wanted_status() {
    if grep -q '^[^ ]*yaml: error:' "$1"; then
        echo 2
    elif grep -q '^0 errors, ' "$1"; then
        echo 0
    else
        echo 1
    fi
}

cd "$CONECTA_TEST_DATA/lint"
for folder in */; do
    name=${folder%/}
    count=$((count + 1))
    input=
    for file in directory.yaml glossary.yaml course.yaml lesson.yaml; do
        [ ! -e "$name/$file" ] || input=$file
    done
    [ ! -e "$name/arguments" ] || input=$(cat "$name/arguments")
    if [ -z "$input" ]; then
        fail "has no input"
        continue
    fi
    status=0
    # shellcheck disable=SC2086 # several words are meant
    (cd "$name" && timeout 10 "$CONECTA_PROGRAM" lint $input) >"$work/out" 2>"$work/err" ||
        status=$?
    [ "${CONECTA_UPDATE:-}" != 1 ] || cp "$work/out" "$name/expected.txt"
    if [ ! -e "$name/expected.txt" ]; then
        fail "has no expected.txt"
        continue
    fi
    diff -u "$name/expected.txt" "$work/out" || fail "says something else"
    [ "$status" = "$(wanted_status "$work/out")" ] || fail "ends with status $status"
    [ ! -s "$work/err" ] || fail "writes to standard error: $(cat "$work/err")"
done

# ends STATUS ARGUMENT...: lint with these ends so.
ends() {
    name="lint $*"
    wanted=$1
    shift
    status=0
    "$CONECTA_PROGRAM" lint "$@" >"$work/out" 2>"$work/err" || status=$?
    [ "$status" = "$wanted" ] || fail "ends with status $status"
}

# says WORDS: the last run ended with this line.
says() {
    tail -n 1 "$work/out" | grep -qx "$1" || fail "says $(tail -n 1 "$work/out"), not $1"
}

# What we ship, in the languages in which the build made it and in all that its PO files
# are complete in.
ends 0 "$CONECTA_LESSONS_DIR"
says '0 errors, 0 warnings'
ends 0 --po "$CONECTA_SOURCE/locale/course" "$CONECTA_LESSONS_DIR"
says '0 errors, 0 warnings'

# A course is the same course from wherever it is looked at.
course=$PWD/warn-page-too-long-in-russian/course
for path in "$course" "$course/" "$course/course.yaml"; do
    ends 0 "$path"
    says '0 errors, 2 warnings'
done
for path in . ./ course.yaml ./course.yaml; do
    (cd "$course" && "$CONECTA_PROGRAM" lint "$path") >"$work/out" 2>&1
    name="lint $path, in the course"
    says '0 errors, 2 warnings'
done
ends 0 --po "$course-ru" warn-no-sources/lesson.yaml
ends 2 --po nowhere "$course"
ends 0 --format json warn-no-sources/lesson.yaml
ends 1 --format json field-missing/lesson.yaml
ends 1 --format text warn-no-sources/lesson.yaml field-missing/lesson.yaml
ends 2 --format json nowhere.yaml field-missing/lesson.yaml
ends 2 --format xml field-missing/lesson.yaml
grep -q '^conecta: .*xml.*: .*json' "$work/err" || fail "does not say which formats there are"
if [ -c /dev/full ]; then
    name="lint to a full disk"
    status=0
    "$CONECTA_PROGRAM" lint --format json warn-no-sources/lesson.yaml >/dev/full 2>&1 || status=$?
    [ $status -eq 2 ] || fail "ends with status $status"
fi

name=lint
[ $count -ge $least ] || fail "$count folders are less than $least"
[ $failed -eq 0 ] || exit 1
echo "$count inputs of lint: as expected"
