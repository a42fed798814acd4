#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Nobody presses a key for long: she is warned, then her page is covered until her words are
# entered, or the program ends when nothing of her is kept. A program is used that finds her
# silent after two seconds and covers the page after five.
set -eu

program=$PWD/tests/play/impatient
course=$CONECTA_TEST_DATA/screens/course
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"
. "$CONECTA_SOURCE/tests/support/learner.sh"
data=$work/data
play="play --course '$course' --lang en"

# terminal WHAT: plays the script on standard input.
terminal() {
    cat >"$work/terminal.script"
    is "$1" 0 "$(status "$CONECTA_SCREEN" --program "${2:-$program}" "$work/terminal.script")"
    [ "$failed" = 0 ] || cat "$work/out" "$work/err"
}

# Her place is at a question.
keep_lines - 1 1 '' '' '' '' . | "$program" play --plain --course "$course" --lang en \
    --home "$data" >"$work/made"
words=$(words_in "$work/made")
is "five words" 5 "$(echo "$words" | wc -w | tr -d ' ')"
has "her page" "Which one is right?" "$work/made"

open="run $play --home '$data'
wait What would you like
key 3
wait Your five words
type $words
key Enter
wait Which one is right?"

terminal "she is warned, and the key that answers is not taken by the page" <<SCRIPT
$open
wait Still there? Press a key.
key 1
gone Still there?
lacks Many people think so.
wait Which one is right?
key 1
wait Many people think so.
key Ctrl-X
exit 0
blank
SCRIPT

terminal "a key that leaves does so also when she was warned" <<SCRIPT
$open
wait Still there? Press a key.
key Ctrl-X
exit 0
blank
lacks Still there?
SCRIPT

terminal "her page is covered, and only her words bring it back" <<SCRIPT
$open
wait your page was covered
gone Still there?
lacks Which one is right?
lacks The third
lacks Every activity
type accent boat formula object sponge
key Enter
wait These words open nothing
lacks Which one is right?
type $words
key Enter
wait Which one is right?
wait Many people think so.
key Ctrl-X
exit 0
blank
SCRIPT

terminal "who goes without words finds nothing of her" <<SCRIPT
$open
wait your page was covered
key Esc
wait What would you like
key 1
wait Choose a lesson
lacks begun
lacks finished
key Ctrl-X
exit 0
SCRIPT

terminal "the program ends when nothing is kept" <<SCRIPT
run $play --home '$work/none' --lesson everything
wait Every activity, once
key Enter
wait What do you say?
wait Still there? Press a key.
exit 0
blank
lacks What do you say?
SCRIPT

terminal "it ends from the page of the words, which are not kept yet" <<SCRIPT
run $play --home '$work/none'
wait What would you like
key 2 1 Enter Enter Enter
wait Keep your place?
key 1
wait These are your words
exit 0
blank
lacks These are your words
lacks Keep their order
SCRIPT

terminal "a guest's ends, too" <<SCRIPT
run $play --guest --lesson everything
wait Every activity, once
exit 0
blank
SCRIPT
is "none of them wrote anything" no "$([ -e "$work/none" ] && echo yes || echo no)"

terminal "plain lines are covered as well" <<SCRIPT
run $play --plain --home '$data'
wait What would you like
type 3
key Enter
wait Type a word, or all five in one line
type $words
key Enter
wait Which one is right?
wait your page was covered
wait Word 1 of 5
type 0
key Enter
wait Type a number from 1 to 3
type 3
key Enter
type $words
key Enter
wait Many people think so.
type .
key Enter
exit 0
SCRIPT

# Nobody writes a line, and the input does not end.
mkfifo "$work/silence"
exec 3<>"$work/silence"
is "plain lines end when nothing is kept" 0 \
    "$(status timeout 60 "$program" play --plain --course "$course" --lang en \
        --home "$work/none" <&3)"
exec 3<&-
is "after one page" 1 "$(grep -c '^--- ' "$work/out")"

# The clock goes on while the laptop sleeps; a page for talking grants its minutes.
if ! command -v strace >/dev/null 2>&1 || ! strace -o /dev/null true 2>/dev/null ||
    [ "$CONECTA_SANITIZERS" = yes ]; then
    echo "skipped: programs cannot be traced here"
    [ "$failed" = 0 ] && exit 77
    exit 1
fi
cat >"$work/traced" <<SH
#!/bin/sh
exec strace -f -o '$work/trace' -e trace=timerfd_create,timerfd_settime '$program' "\$@"
SH
chmod +x "$work/traced"

# The seconds to the warning that were set last.
seconds() {
    sed -n 's/.*timerfd_settime.*it_value={tv_sec=\([0-9]*\),.*/\1/p' "$work/trace" | tail -n 1
}

terminal "silence on a page for talking" "$work/traced" <<SCRIPT
run $play --guest --lesson everything
wait Every activity, once
key Enter Right Right Right Right Right Right Right Right Right Right
wait What would you tell a friend?
key Ctrl-X
exit 0
SCRIPT
has "is counted through suspend" "timerfd_create(CLOCK_BOOTTIME" "$work/trace"
is "and is five minutes longer" 302 "$(seconds)"
terminal "behind it" "$work/traced" <<SCRIPT
run $play --guest --lesson everything
wait Every activity, once
key Enter Right Right Right Right Right Right Right Right Right Right Enter
wait What do you have
key Ctrl-X
exit 0
SCRIPT
is "she has the usual time" 2 "$(seconds)"
printf '%s\n' 1 1 '' '' '' '' '' '' '' '' '' '' '' '' . |
    strace -o "$work/trace" -e trace=timerfd_create,timerfd_settime "$program" play --plain --guest \
        --course "$course" --lang en >"$work/out"
has "so it is in plain lines" "timerfd_create(CLOCK_BOOTTIME" "$work/trace"
is "which were here" 1 "$(grep -c 'What would you tell a friend?' "$work/out")"
has "five minutes longer" "it_value={tv_sec=302," "$work/trace"
exit $failed
