#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the program does to the disk and the network, as the kernel sees it. A guest writes
# nothing at all; a learner who keeps her place writes into the data folder and nowhere else,
# and what she said, did and was given as words is in no byte there: not while it is saved, not
# when the program is killed in the middle, not after it was deleted.
#
# CONECTA_STRIDE=1 kills at each call that writes, 8 at every eighth.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"
. "$CONECTA_SOURCE/tests/support/learner.sh"
quick=$PWD/tests/play/quick
data=$work/data
course=$work/course
stride=${CONECTA_STRIDE:-8}
HOME=$work/home
CONECTA_TODAY=2027-05
CONECTA_SEED=1
export HOME CONECTA_TODAY CONECTA_SEED
mkdir "$HOME" "$course"

. "$CONECTA_SOURCE/tests/support/traced.sh"

# -- a course whose texts and ids are marks ---------------------------------------------------

cat >"$course/course.yaml" <<'YAML'
format: 1
course: marks
title: Marks
language: en
licence: CC-BY-SA-4.0
modules:
  - id: marks
    title: A module
    lessons: [first.yaml, marked.yaml]
YAML
cat >"$course/first.yaml" <<'YAML'
lesson: first-zanzibar
title: The first one
minutes: 1
steps:
  - read: One page.
YAML
cat >"$course/marked.yaml" <<'YAML'
lesson: second-zanzibar
title: The second one
minutes: 5
steps:
  - read: A page.
  - write: What is it called?
    id: write-zanzibar
    rev: 1
    accept: [quaggafield]
    why: So it is called.
  - choose: Which?
    id: choose-zanzibar
    rev: 1
    options:
      - {id: yes-zanzibar, text: This one, right: yes, why: It is.}
      - {id: no-zanzibar, text: That one, why: It is not.}
  - write: And this?
    id: write-two-zanzibar
    rev: 1
    accept: [okapimeadow]
    why: So this is called.
  - plan: What do you have?
    items:
      - {id: plan-zanzibar, text: A friend, ask: Who is it?}
      - {id: plan-two-zanzibar, text: Money}
  - read: Another page.
YAML
# What she types: a right answer, a wrong one.
typed="quaggafield wombatgrove"

# To the first page, where her place is offered and kept; to the list.
make_lines() {
    printf '%s\n' 1 1 '' '' '' 1 1 '' "$@"
}
# From the list of modules: her words.
open_lines() {
    printf '%s\n' 2 "$words" "$@"
}

# play [TOOL...]: in plain lines; what she says comes from $work/in.
play() {
    "$@" "$quick" play --plain --lang en --course "$course" --home "$data" <"$work/in"
}

# -- what a trace tells ------------------------------------------------------------------------

# written LOG [BELOW]: the calls that change a file, a folder or their times, or open one to
# change it; without those that name something below BELOW. Pipes and the terminal are no files.
written() {
    grep -E -e '^[0-9]+ +(open|openat|openat2)\(.*(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE)' \
        -e '^[0-9]+ +(creat|mkdir|mknod|rename|link|symlink|unlink|rmdir|truncate|chmod|chown)' \
        -e '^[0-9]+ +(lchown|fchmod|fchown|ftruncate|fallocate|utime|futimes|copy_file_range)' \
        -e '^[0-9]+ +(setxattr|lsetxattr|fsetxattr|removexattr|memfd_create|sendfile)' \
        -e '^[0-9]+ +p?writev?[0-9]*\([0-9]+</' "$1" |
        grep -vE -e '\([0-9]+</dev/(pts/[0-9]+|tty|null)' -e '"/dev/tty"' \
            -e "^[0-9]+ +write\\([12]<$work/(out|err|said)>" |
        { [ $# -lt 2 ] && cat || grep -vF -e "\"$2/" -e "\"$2\"" -e "<$2/" -e "<$2>"; } || :
}

# talked LOG: the calls that reach the network or start a program or process; the first
# execve is that of the trace.
talked() {
    grep -E -e '^[0-9]+ +(socket|socketpair|connect|bind|listen|accept|send|recv|execve|fork|vfork)' \
        -e '^[0-9]+ +clone' "$1" | grep -v CLONE_THREAD | sed 1d || :
}

# line_of LOG TEXT: where it stands first.
line_of() {
    grep -nF -m 1 -e "$2" "$1" | cut -d : -f 1
}

# hidden WHAT LOG: no core dump can be made, and no other program look into the memory, before
# anything is read from her.
hidden() {
    heard=$(line_of "$2" 'read(0<')
    core=$(line_of "$2" 'RLIMIT_CORE, {rlim_cur=0, rlim_max=0}')
    dumpable=$(line_of "$2" 'prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE) = 0')
    is "$1: no core dump before she is read" yes \
        "$([ "${core:-999999}" -lt "${heard:-0}" ] && echo yes || echo no)"
    is "$1: not dumpable before she is read" yes \
        "$([ "${dumpable:-999999}" -lt "${heard:-0}" ] && echo yes || echo no)"
}

# quiet WHAT LOG [BELOW]
quiet() {
    is "$1 writes nothing${3:+ outside}" "" "$(written "$2" ${3:+"$3"})"
    is "$1 talks to nobody and starts nothing" "" "$(talked "$2")"
}

# -- what is in the folder ---------------------------------------------------------------------

# found [FOLDER]: marks in any byte of any file, or in its name. A word of fewer than five letters
# would be found by chance.
found() {
    for mark in zanzibar $typed "$words" $(echo "$words" | tr ' ' '\n' | grep -E '.{5}'); do
        grep -rlaiF -e "$mark" "${1:-$data}" || :
        find "${1:-$data}" -name "*$mark*"
    done
}

# rights: everything that is not 0700 or 0600.
rights() {
    find "$data" \( -type d ! -perm 700 \) -o \( ! -type d ! -perm 600 \)
}

# told_times: all that tell more than the quarter of the test, the second of 2027. Whoever looks
# into a file or folder changes its time: to be asked before anything else.
told_times() {
    find "$data" -printf '%T@ %A@ %p\n' | grep -vE '^1806537600\.0+ 1806537600\.0+ ' || :
}

# ==============================================================================================

# A guest, in lines and on a screen.
printf '%s\n' '?' '' '*' 1 3 2 '' quaggafield '' 2 '' wombatgrove '' '' 1 '' '' '' '' 0 - - 1 . >"$work/in"
is "a guest" 0 "$(status strace -f -y -o "$work/log" "$quick" play --plain --guest --lang en \
    --course "$course" <"$work/in")"
has "says what she says" "What would you like to look at?" "$work/out"
quiet "a guest" "$work/log"
hidden "a guest" "$work/log"

cat >"$work/traced" <<SH
#!/bin/sh
exec strace -f -y -o '$work/log' '$quick' "\$@"
SH
chmod +x "$work/traced"
# terminal WHAT: plays the script on standard input, traced.
terminal() {
    { echo 'size 80x24'; cat; } >"$work/terminal.script"
    is "$1" 0 "$(status "$CONECTA_SCREEN" --program "$work/traced" "$work/terminal.script")"
    [ "$failed" = 0 ] || cat "$work/out"
}
terminal "a guest on a screen" <<SCRIPT
run play --guest --lang en --course '$course'
wait What would you like
key 1 2 Enter Enter
wait What is it called?
type quaggafield
key Enter
wait So it is called
key Enter 1 Enter
wait And this?
key Ctrl-X
exit 0
blank
SCRIPT
quiet "a guest on a screen" "$work/log"
hidden "a guest on a screen" "$work/log"
is "after guests the home is empty" "" "$(ls -A "$HOME")"

# Her place is kept; ten steps.
make_lines 2 '' '' quaggafield '' 2 '' wombatgrove '' '1' '' . >"$work/in"
play strace -f -y -o "$work/log" >"$work/out" 2>"$work/err"
is "times tell the quarter" "" "$(told_times)"
words=$(words_in "$work/out")
is "five words" 5 "$(echo "$words" | wc -w | tr -d ' ')"
has "she got to the plan" "Your plan" "$work/out"
is "the trace sees what is written" yes "$([ -n "$(written "$work/log")" ] && echo yes || echo no)"
quiet "keeping her place" "$work/log" "$data"
hidden "keeping her place" "$work/log"
is "only its owner may read it" "" "$(rights)"
is "and one file is there" conecta.db "$(ls -A "$data")"
is "nothing she did can be read there" "" "$(found)"
mkdir "$work/readable"
echo "abc QUAGGAFIELD $words" >"$work/readable/first-zanzibar"
is "which would be found" yes "$([ "$(found "$work/readable" | wc -l)" -gt 3 ] && echo yes || echo no)"

# She comes back; the answers are there, and she goes on.
cp -Rp "$data" "$work/kept"
open_lines 0 0 0 0 '' '' '' '' '' '' '' . >"$work/in"
play strace -f -y -o "$work/log" >"$work/out" 2>"$work/err"
is "times tell the quarter after coming back" "" "$(told_times)"
has "her answers are there" "That one  (your answer)" "$work/out"
quiet "coming back" "$work/log" "$data"
hidden "coming back" "$work/log"
is "nothing she did can be read after coming back" "" "$(found)"

# The same where there is no network at all.
restore() {
    rm -rf "${data:?}"
    cp -Rp "$work/kept" "$data"
}
cp "$work/out" "$work/with"
if unshare -rn true 2>/dev/null; then
    restore
    play unshare -rn >"$work/out" 2>"$work/err"
    is "without a network all is the same" "" "$(diff "$work/with" "$work/out")"
else
    echo "skipped: nothing can be run without a network here"
fi

# On a screen.
restore
terminal "on a screen" <<SCRIPT
run play --lang en --course '$course' --home '$data'
wait What would you like
key 2
wait Your five words
type $words
key Enter
wait The second one
key Left Left Left Right
key Ctrl-X
exit 0
blank
SCRIPT
quiet "a screen" "$work/log" "$data"
hidden "a screen" "$work/log"
is "nothing she did can be read after a screen" "" "$(found)"

# She deletes it in the program.
restore
open_lines - - 2 3 2 '' . >"$work/in"
play strace -f -y -o "$work/log" >"$work/out" 2>"$work/err"
is "times tell the quarter after deleting" "" "$(told_times)"
has "she deletes it" "Your place was deleted" "$work/out"
quiet "deleting" "$work/log" "$data"
is "nothing can be read after deleting" "" "$(found)"
open_lines . >"$work/in"
play >"$work/out" 2>"$work/err"
has "her words open nothing then" "These words open nothing" "$work/out"

# With the command, too.
restore
echo "$words" >"$work/in"
is "forget --mine" 0 "$(status strace -f -y -o "$work/log" "$quick" forget --mine --home "$data" \
    <"$work/in")"
is "times tell the quarter after forget --mine" "" "$(told_times)"
quiet "forget --mine" "$work/log" "$data"
hidden "forget --mine" "$work/log"
is "nothing can be read after forget --mine" "" "$(found)"

# Killed at a call that writes: while she plays, and while she deletes.
# kills WHAT LINES...: LINES from her words on.
kills() {
    what=$1 killed=0 journals=0
    shift
    open_lines "$@" >"$work/in"
    for call in pwrite64 fdatasync fsync unlink ftruncate utimensat; do
        number=1
        while :; do
            restore
            play strace -f -o "$work/log" -e "trace=$call" \
                -e "inject=$call:signal=SIGKILL:when=$number" >"$work/said" 2>&1 || :
            grep -q 'killed by SIGKILL' "$work/log" || break
            killed=$((killed + 1))
            [ "$(find "$data" -type f | wc -l)" = 1 ] || journals=$((journals + 1))
            left="$(rights)$(found)"
            [ -z "$left" ] || is "$what, $call $number" "" "$left"
            number=$((number + stride))
        done
    done
    echo "ok   killed $killed times: $what; $journals times another file was left beside the store"
    [ "$killed" -ge 3 ] || is "$what: enough kills" "3 or more" "$killed"
}
kills "while she plays" 0 0 0 0 2 '' '' '' '' . 2>/dev/null
kills "while she deletes" - - 2 3 2 '' . 2>/dev/null
open_lines . >"$work/in"
play >"$work/out" 2>"$work/err"
is "opened after a kill, times tell the quarter" "" "$(told_times)"
is "in her home there is nothing" "" "$(ls -A "$HOME")"
exit $failed
