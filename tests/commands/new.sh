#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `conecta new` makes lints clean and can be played to its end; what it cannot
# make leaves nothing behind.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
LC_ALL=C.UTF-8
export LC_ALL
failures=0

fail() {
    echo "FAIL $1: $2"
    sed 's/^/    /' out err
    failures=$((failures + 1))
}

# ends STATUS WORD...: how the program ends; its output is in out and err.
ends() {
    wanted=$1
    shift
    status=0
    "$CONECTA_PROGRAM" "$@" >out 2>err </dev/null || status=$?
    [ $status = "$wanted" ] || fail "$*" "status $status instead of $wanted"
}

# says FILE TEXT
says() {
    grep -qF -e "$2" "$1" || fail "$1" "does not say: $2"
}

# alone NAME...: nothing else is in the folder.
alone() {
    printf '%s\n' "$@" err out | sort >wanted
    ls -A | grep -v '^wanted$' | sort >found.tmp
    grep -v '^found.tmp$' found.tmp | cmp -s - wanted || fail "ls" "not only: $*; $(ls -A)"
    rm -f wanted found.tmp
}

# to_the_end COURSE LESSON: skips through, then answers what comes once more.
to_the_end() {
    yes '' | head -n 40 | "$CONECTA_PROGRAM" play --plain --lang en --course "$1" \
        --lesson "$2" >out 2>err || fail "$2" "cannot be played"
    says out "You have finished this lesson"
    # Each option by its number, and the words that explain it.
    for number in 1 2 3; do
        { echo; echo; echo $number; } | "$CONECTA_PROGRAM" play --plain --lang en \
            --course "$1" --lesson "$2" >out 2>err
        grep -qE 'full page is hard|One idea is easy|Drawings help|page that you still' out ||
            fail "$2" "option $number says nothing"
    done
}

ends 0 new course my-course
says out "conecta preview my-course/basics/first-lesson.yaml"
alone my-course
ends 0 lint my-course
says out "0 errors, 0 warnings"
to_the_end my-course first-lesson

# A lesson beside it, in the course once its line is added.
ends 0 new lesson my-course/basics/Second_lesson.yaml
says out "$(pwd -P)/my-course/course.yaml"
line=$(grep '^      - ' out)
[ "$line" = "      - basics/Second_lesson.yaml" ] || fail "new lesson" "another line"
echo "$line" >>my-course/course.yaml
ends 0 lint my-course
says out "0 errors, 0 warnings"
to_the_end my-course second-lesson

# The course need not be the folder above.
mkdir -p my-course/a/b
ends 0 new lesson my-course/a/b/third.yaml
says out "      - a/b/third.yaml"
ends 0 new lesson alone.yml
if grep -q 'Add this line' out; then fail alone.yml "there is no course"; fi
ends 0 lint alone.yml
says out "0 errors, 0 warnings"
rm alone.yml

# Nothing is overwritten.
cp my-course/course.yaml before
for again in my-course my-course/ ./my-course; do
    ends 2 new course "$again"
    says err "choose another name"
done
cmp -s before my-course/course.yaml || fail course.yaml "was changed"
echo mine >before
cp before mine.yaml
ends 2 new lesson mine.yaml
says err "choose another name"
cmp -s before mine.yaml || fail mine.yaml "was changed"
rm -rf before mine.yaml my-course

# What cannot be named, and where it cannot be.
for name in Урок.yaml .yaml -x.yaml a:b.yaml lesson a.txt "$(printf '%064d' 1).yaml"; do
    ends 2 new lesson -- "$name"
    says err "no id can be made from the name"
    says err "such as my-lesson.yaml"
done
for name in курс . / a.b -- ''; do
    ends 2 new course -- "$name"
    says err "such as my-course"
done
ends 2 new lesson none/a.yaml
says err "make the folder first"
ends 2 new module a
says err "conecta new course DIR"
ends 2 new lesson
alone

# Without room: no file may have a single byte.
for what in "lesson a.yaml" "course a"; do
    # shellcheck disable=SC2086
    if (ulimit -f 0; "$CONECTA_PROGRAM" new $what 2>&1 | cat >/dev/null; [ -e a ] || [ -e a.yaml ]) \
        2>/dev/null
    then
        fail "new $what" "made without room"
    fi
done
alone

# Ended at any moment, it is whole or not there.
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    "$CONECTA_PROGRAM" new course "c$i" >/dev/null 2>&1 &
    pid=$!
    sleep "0.00$((i % 10))"
    kill "$pid" 2>/dev/null || :
    wait "$pid" 2>/dev/null || :
    [ ! -e "c$i" ] || "$CONECTA_PROGRAM" lint "c$i" >out || fail "c$i" "is not whole"
    rm -rf "c$i"
done
alone

[ $failures = 0 ] && echo "ok new"
[ $failures = 0 ]
