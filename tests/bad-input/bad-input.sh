#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   bad-input.sh
#
# Gives the program what it cannot use. It must say what, in which file, line
# and column, end with the status for it, and neither crash nor hang.
#
# lessons/NAME.yaml and courses/NAME.yaml are such files; NAME.expected has the
# place and the message. What is huge or depends on the disk is made here.
set -eu

unset COLUMNS LANGUAGE
LC_ALL=C.UTF-8
export LC_ALL

data=$CONECTA_TEST_DATA/bad-input
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
mkdir "$work/said"
out=$work/said/out err=$work/said/err
failed=0
count=0

fail() {
    echo "FAILED $name: $1"
    sed 's/^/    out: /' "$out" | head -n 20
    sed 's/^/    err: /' "$err" | head -n 20
    failed=$((failed + 1))
}

# A sanitizer's report must not pass for an answer of the program.
check_end() {
    count=$((count + 1))
    [ "$status" = "$1" ] || fail "status $status instead of $1"
    if grep -q -e Sanitizer -e 'runtime error' "$out" "$err"; then
        fail "a sanitizer has something to say"
    fi
}

# ends STATUS ARGUMENT...: runs the program, which must end so.
ends() {
    wanted=$1
    shift
    status=0
    timeout 10 "$CONECTA_PROGRAM" "$@" >"$out" 2>"$err" || status=$?
    check_end "$wanted"
}

# says STREAM TEXT: it was written there.
says() {
    grep -q -F -e "$2" "$1" || fail "does not say: $2"
}

is_silent() {
    [ ! -s "$1" ] || fail "writes where it should not"
}

# one_sentence STREAM: a line "conecta: what happened: what to do", nothing more.
one_sentence() {
    if [ "$(wc -l <"$1")" -ne 1 ] || ! grep -q '^conecta: ..*: ..*' "$1"; then
        fail "is not one sentence"
    fi
}

# make_course FOLDER: a course with the one lesson m/a.yaml, still to be made.
make_course() {
    mkdir -p "$1/m"
    printf '%s\n' 'format: 1' 'course: c' 'title: The course' 'language: en' 'modules:' \
        '  - {id: m, title: The module, lessons: [m/a.yaml]}' >"$1/course.yaml"
}

# read_lesson COURSE LINT-STATUS TEXT: both ways to look at a bad lesson. In play
# the other lessons stay open, so the page with the problem is no failure; it
# names the file from the course's folder on.
read_lesson() {
    ends "$2" lint "$1"
    says "$out" "$1/m/a.yaml:$3"
    says "$out" ", 0 warnings"
    ends "$2" lint "$1/m/a.yaml"
    says "$out" "$1/m/a.yaml:$3"
    printf '1\n1\n' >"$work/keys"
    ends 0 play --plain --lang en --course "$1" <"$work/keys"
    says "$out" "This lesson cannot be opened"
    says "$out" "m/a.yaml:$3"
}

# read_course COURSE LINT-STATUS TEXT: without its course file nothing opens.
read_course() {
    ends "$2" lint "$1"
    says "$out" "$1/course.yaml:$3"
    ends 2 play --plain --lang en --course "$1" </dev/null
    says "$err" "$1/course.yaml:$3"
    is_silent "$out"
    ends 2 play --lang en --course "$1" </dev/null
    says "$err" "$1/course.yaml:$3"
}

# Root may read everything, so that somebody else must try.
as_nobody() {
    if [ "$(id -u)" != 0 ]; then
        "$@"
    elif command -v setpriv >/dev/null 2>&1; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        # shellcheck disable=SC2016 # the inner shell expands
        su -s /bin/sh nobody -c 'exec "$0" "$@"' -- "$@"
    fi
}

ends_for_nobody() {
    wanted=$1
    shift
    status=0
    as_nobody timeout 10 "$work/conecta" "$@" >"$out" 2>"$err" || status=$?
    check_end "$wanted"
}

# ------------------------------------------------------------- files kept here

for file in "$data"/lessons/*.yaml; do
    name=lessons/$(basename "$file" .yaml)
    course=$work/$name
    make_course "$course"
    cp "$file" "$course/m/a.yaml"
    read_lesson "$course" 1 "$(cat "${file%.yaml}.expected")"
done

for file in "$data"/courses/*.yaml; do
    name=courses/$(basename "$file" .yaml)
    course=$work/$name
    make_course "$course"
    cp "$file" "$course/course.yaml"
    chmod u+w "$course/course.yaml"
    read_course "$course" 1 "$(cat "${file%.yaml}.expected")"
done

# ---------------------------------------------------------------- files made

name='no course'
ends 2 lint "$work/nowhere"
says "$out" "$work/nowhere: error: this file cannot be read: No such file or directory"
ends 2 play --plain --lang en --course "$work/nowhere" </dev/null
says "$err" "$work/nowhere/course.yaml: error: this file cannot be read: No such file or directory"
is_silent "$out"

name='no course file'
mkdir "$work/no-file"
read_course "$work/no-file" 2 " error: this file cannot be read: No such file or directory"

name='no lesson'
make_course "$work/no-lesson"
read_lesson "$work/no-lesson" 2 " error: this file cannot be read: No such file or directory"

name='folder in place of the course file'
mkdir -p "$work/folder/course.yaml"
read_course "$work/folder" 2 " error: this is a folder, not a file"

name='file in place of the course'
echo 'format: 1' >"$work/file"
ends 2 play --plain --lang en --course "$work/file" </dev/null
says "$err" "$work/file/course.yaml: error: this file cannot be read: Not a directory"

name='pipe in place of a lesson'
make_course "$work/pipe"
mkfifo "$work/pipe/m/a.yaml"
read_lesson "$work/pipe" 2 " error: this is not a regular file"

name='folder in place of a lesson'
make_course "$work/folder-lesson"
mkdir "$work/folder-lesson/m/a.yaml"
ends 2 lint "$work/folder-lesson"
says "$out" "$work/folder-lesson/m/a.yaml: error: this is a folder, not a file"

name='lesson of 2 MiB'
make_course "$work/large"
{
    printf 'lesson: a\ntitle: A\nminutes: 5\nsteps:\n  - read: |\n'
    yes '      Many words that nobody will ever read on one page of a lesson.' | head -c 2097152
} >"$work/large/m/a.yaml"
read_lesson "$work/large" 2 " error: this file is too large"

name='course file of 2 MiB'
make_course "$work/large-course"
yes '# words' | head -c 2097152 >>"$work/large-course/course.yaml"
read_course "$work/large-course" 2 " error: this file is too large"

name='lesson of 40,000 brackets'
make_course "$work/brackets"
head -c 40000 /dev/zero | tr '\0' '[' >"$work/brackets/m/a.yaml"
read_lesson "$work/brackets" 1 "1:17: error: too many levels inside each other"

name='lesson with 40,000 brackets in its steps'
make_course "$work/steps"
{
    printf 'lesson: a\ntitle: A\nminutes: 5\nsteps: '
    head -c 40000 /dev/zero | tr '\0' '['
} >"$work/steps/m/a.yaml"
read_lesson "$work/steps" 1 "4:23: error: too many levels inside each other"

name='course file of 40,000 braces'
make_course "$work/braces"
head -c 40000 /dev/zero | tr '\0' '{' >"$work/braces/course.yaml"
read_course "$work/braces" 1 "1:2: error: the name of a field must be plain text"

name='lesson of a million entries'
make_course "$work/entries"
{
    printf 'lesson: a\nsources:\n'
    yes -- '- x' | head -c 1000000
} >"$work/entries/m/a.yaml"
read_lesson "$work/entries" 1 "19996:3: error: this file holds too many parts"

# --------------------------------------------------------------- permissions

chmod 755 "$work"
cp "$CONECTA_PROGRAM" "$work/conecta"

name='lesson without permission'
make_course "$work/closed"
echo 'lesson: a' >"$work/closed/m/a.yaml"
chmod 0 "$work/closed/m/a.yaml"
ends_for_nobody 2 lint "$work/closed"
says "$out" "$work/closed/m/a.yaml: error: this file cannot be read: Permission denied"

name='course file without permission'
make_course "$work/closed-course"
chmod 0 "$work/closed-course/course.yaml"
ends_for_nobody 2 play --plain --course "$work/closed-course"
says "$err" "$work/closed-course/course.yaml: error: this file cannot be read: Permission denied"

name='folder without permission'
make_course "$work/closed-folder"
chmod 0 "$work/closed-folder"
ends_for_nobody 2 lint "$work/closed-folder"
says "$out" "$work/closed-folder/course.yaml: error: this file cannot be read: Permission denied"

# ----------------------------------------------------------------- wrong use

# refuses TEXT ARGUMENT...: one sentence, nothing else.
refuses() {
    text=$1
    shift
    name="conecta $*"
    ends 2 "$@" </dev/null
    one_sentence "$err"
    says "$err" "$text"
    is_silent "$out"
}

refuses "there is no command 'lnit': did you mean 'lint'?" lnit
refuses "there is no command 'wholly-unknown': 'conecta --help' lists them" wholly-unknown
refuses "there is no option --unknown here: 'conecta play --help' says how it is used" --unknown
refuses "there is no option --unknown here: 'conecta play --help'" play --unknown
refuses "there is no option -x here: 'conecta lint --help'" lint -x
refuses "--course needs a value: 'conecta play --help'" play --course
refuses "there is a word too many: 'conecta play --help'" play lesson
refuses "something is missing: 'conecta lint --help'" lint
refuses "there is no language 'xx': use one of: en (English), ru (Русский), uk (Українська)" --lang xx
refuses "there is no lesson 'none' in this course" --plain --lesson none

name='output that cannot be written'
if [ -c /dev/full ]; then
    status=0
    timeout 10 "$CONECTA_PROGRAM" --help >/dev/full 2>"$err" || status=$?
    : >"$out"
    check_end 2
    one_sentence "$err"
    says "$err" "the output could not be written"
fi

# ------------------------------------------------------------------ terminal

name='no terminal'
refuses "there is no terminal here: start 'conecta --plain'" play

name='output into a pipe'
{
    status=0
    timeout 10 "$CONECTA_PROGRAM" play </dev/null 2>"$err" || status=$?
    echo "$status" >"$work/status"
} | cat >"$out"
status=$(cat "$work/status")
check_end 2
one_sentence "$err"
says "$err" "--plain"
is_silent "$out"

# ---------------------------------------------------------------------- sum

if [ "$failed" != 0 ]; then
    echo "$failed failed in $count runs"
    exit 1
fi
echo "fine: $count runs with bad input"
