#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `conecta forget`: the words that open a record delete it, and nothing else; everything
# goes only when somebody agrees; no word is shown on the terminal or left in the folder.
set -eu

program=$CONECTA_PROGRAM
step=$PWD/tests/store/step
work=$(mktemp -d)
trap 'umount "$work/fixed" 2>/dev/null || :; chmod -R u+w "$work"; rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"

english="accent boat formula object sponge"
russian="авоська брызги калька сорока овес"
ukrainian="автор будка зонтик начинка сметана"
home=$work/home

# save TEXT WORDS
save() {
    "$step" "$home" save "$1" "$2" >/dev/null
}

# opens WORDS: what is saved under them.
opens() {
    "$step" "$home" load '' "$1" 2>/dev/null || :
}

# mine LINE OPTION...: how forget --mine ends with this line as its input.
mine() {
    printf '%s' "$1" >"$work/in"
    shift
    status "$program" forget --mine --home "$home" "$@" <"$work/in"
}

# all ANSWER: how forget --all ends.
all() {
    printf '%s' "$1" >"$work/in"
    status "$program" forget --all --home "$home" <"$work/in"
}

# Wrong use.
is "neither option" 2 "$(status "$program" forget)"
has "says which there are" "write --mine for what you saved, or --all" "$work/err"
is "both options" 2 "$(status "$program" forget --mine --all)"
is "a word too many" 2 "$(status "$program" forget --mine all)"
is "a language that there is not" 2 "$(status "$program" forget --mine --lang xx)"
is "no home at all" 2 \
    "$(status env -u HOME -u XDG_DATA_HOME -u CONECTA_HOME "$program" forget --all)"
has "says how to name one" "name one with --home DIR" "$work/err"

# Where nobody saved anything.
is "everything of nobody" 0 "$(all 1)"
has "is nothing" "Nothing is saved in the folder $home." "$work/out"
is "words in no store" 1 "$(mine "$english")"
has "open nothing" "these words open nothing here" "$work/err"
is "and make nothing" "no" "$([ -e "$home" ] && echo yes || echo no)"

# Her record goes, those of others stay.
save marker-english "$english"
save marker-russian "$russian"
save marker-ukrainian "$ukrainian"
is "other words" 1 "$(mine "boat accent formula object sponge")"
has "open nothing in a store either" "these words open nothing here" "$work/err"
is "none of them is repeated" "" "$(cat "$work/out" "$work/err" | grep formula || :)"
is "her words, however they are typed" 0 "$(mine "ACCEnt, boat;FORM  obje.sponge" --lang en)"
has "is told what went" "Deleted: all that was saved under these words." "$work/out"
is "once" 1 "$(mine "$english")"
is "hers is gone" "" "$(opens "$english")"
is "the Russian one is there" marker-russian "$(opens "$russian")"
is "the Ukrainian one is there" marker-ukrainian "$(opens "$ukrainian")"
is "Russian words in another language" 0 "$(mine "АВОСЬка брыз кальк сорок овёс" --lang uk)"
is "the Russian one is gone" "" "$(opens "$russian")"
is "Ukrainian words" 0 "$(mine "$ukrainian" --lang ru)"
is "the Ukrainian one is gone" "" "$(opens "$ukrainian")"
is "nothing of them is in the folder" "" \
    "$(grep -rl -a -e marker- -e formula -e брызги "$home" || :)"
is "no file but the store" conecta.db "$(ls -A "$home")"

# Mistakes in typing.
save marker-english "$english"
is "a slip" 1 "$(mine "accent boat fromula object sponge")"
has "is named with its place" "word 3 is in no list of words: did you mean 'formula'?" "$work/err"
is "a word like none" 1 "$(mine "accent boat formula object qqqqqq")"
has "is named too" "word 5 is in no list of words: look at how it is written" "$work/err"
is "a Ukrainian slip" 1 "$(mine "автор будка зонтик начинкка сметана" --lang en)"
has "finds its list" "word 4 is in no list of words: did you mean 'начинка'?" "$work/err"
is "too few" 1 "$(mine "accent boat")"
has "are counted" "there are 2 words: type all five" "$work/err"
is "too many" 1 "$(mine "$english accent")"
has "are counted, too" "there are 6 words: type all five" "$work/err"
is "an endless line" 1 "$(mine "$(yes accent | head -n 2000 | tr '\n' ' ')")"
is "an empty line" 1 "$(mine "
$english")"
has "gives up" "no words were given: nothing was deleted" "$work/err"
is "the end of input" 1 "$(mine "")"
is "bytes that are no text" 1 "$(mine "$(printf '\377\376 \001')")"
is "after all that it is there" marker-english "$(opens "$english")"

# On a terminal. screen NAME: plays the script on standard input; the program is a shell, so
# that the terminal can be asked how it was left.
cat >"$work/then" <<'SH'
trap : INT
"$@"
echo "left $?"
echo "terminal: $(stty -a | tr ' ;' '\n\n' | grep -x -e -echo -e echo)"
SH
terminal() {
    { echo 'size 110x40'; cat; } >"$work/terminal.script"
    is "$1" 0 "$(status "$CONECTA_SCREEN" --program /bin/sh "$work/terminal.script")"
    [ "$failed" = 0 ] || cat "$work/out"
}
forget="run $work/then '$program' forget --mine --home '$home'"
terminal "three tries" <<SCRIPT
$forget
wait nothing is shown while you type; an empty line gives up):
type accent boat fromula object sponge
lacks accent
lacks object
key Enter
wait word 3 is in no list of words: did you mean 'formula'?
type accent
key Enter
wait there is 1 word
type boat
key Enter
wait left 1
wait terminal: echo
lacks sponge
exit 0
SCRIPT
terminal "an empty line" <<SCRIPT
$forget
wait an empty line gives up):
key Enter
wait no words were given: nothing was deleted
wait left 1
wait terminal: echo
exit 0
SCRIPT
terminal "Ctrl-D" <<SCRIPT
$forget
wait an empty line gives up):
key Ctrl-D
wait left 1
wait terminal: echo
exit 0
SCRIPT
terminal "Ctrl-C" <<SCRIPT
$forget
wait an empty line gives up):
type accent boat
key Ctrl-C
wait left 130
wait terminal: echo
lacks accent
exit 0
SCRIPT
cat >"$work/killed" <<SH
echo \$\$ >'$work/pid'
exec '$program' forget --mine --home '$home'
SH
{
    while [ ! -e "$work/go" ]; do sleep 0.02; done
    kill -TERM "$(cat "$work/pid")"
} &
terminal "SIGTERM" <<SCRIPT
run $work/then /bin/sh $work/killed
wait an empty line gives up):
write $work/go now
wait left 143
wait terminal: echo
exit 0
SCRIPT
wait
is "it is still there" marker-english "$(opens "$english")"
terminal "a slip that is mended" <<SCRIPT
$forget
wait an empty line gives up):
type accent boat fromula object sponge
key Enter
wait did you mean 'formula'?
type accent boatx
key Backspace Space
type formula object sponge
key Enter
wait Deleted: all that was saved under these words.
wait left 0
wait terminal: echo
lacks sponge
exit 0
SCRIPT
is "it is gone" "" "$(opens "$english")"

# A damaged store is set aside: what is sealed in that file, no words delete. In the middle of a
# new file lies a record.
rm -r "$home"
save marker-english "$english"
save marker-russian "$russian"
size=$(wc -c <"$home/conecta.db")
printf 'XXXXXXXX' | dd of="$home/conecta.db" bs=1 seek=$((size / 2 + 100)) conv=notrunc 2>/dev/null
mine "$english" >/dev/null
has "damaged files are named" "sealed copy of what was saved: conecta.db.damaged-1" "$work/err"
has "with what deletes them" "'conecta forget --all' deletes them" "$work/err"
is "damaged files stay" conecta.db.damaged-1 "$(cd "$home" && ls -d -- *damaged* || :)"

# Everything.
for answer in "" "
" 0 y yes 11 "2 1" д; do
    is "everything, answered '$answer'" 1 "$(all "$answer")"
done
has "is told" "Nothing was deleted." "$work/out"
is "all is there" 2 "$(ls -A "$home" | wc -l | tr -d ' ')"
echo hers >"$home/other.txt"
is "everything, agreed" 0 "$(all " 1 ")"
has "is named before" "everything that anybody has saved in the folder $home" "$work/out"
has "and after" "Deleted: everything that was saved in the folder $home." "$work/out"
is "what is not ours stays" other.txt "$(ls -A "$home")"
rm "$home/other.txt"
save x "$english"
is "everything once more" 0 "$(all 1)"
is "the folder goes, too" no "$([ -e "$home" ] && echo yes || echo no)"

# A newer program made it: words would have to be read as that one does, but all can go.
if command -v sqlite3 >/dev/null 2>&1; then
    save x "$english"
    sqlite3 "$home/conecta.db" 'PRAGMA user_version=50529027'
    is "a newer store" 2 "$(mine "$english")"
    has "is refused" "made by a newer version of this program" "$work/err"
    is "is left alone" conecta.db "$(ls -A "$home")"
    is "can be deleted" 0 "$(all 1)"
    is "and is gone" no "$([ -e "$home" ] && echo yes || echo no)"
fi

# Nothing may be written there. To root everything is allowed, but on a disk that is read-only.
save marker-english "$english"
fixed=$home
if [ "$(id -u)" = 0 ]; then
    fixed=$work/fixed
    mkdir "$fixed"
    if mount -t tmpfs -o size=1m none "$fixed" 2>/dev/null; then
        cp -p "$home/conecta.db" "$fixed"
        mount -o remount,ro "$fixed"
    else
        fixed=
    fi
else
    chmod 500 "$home"
fi
if [ -n "$fixed" ]; then
    before=$(cksum <"$fixed/conecta.db")
    home=$fixed
    is "her words where nothing may be written" 2 "$(mine "$english")"
    has "is told" "nothing may be written there" "$work/err"
    is "everything there" 2 "$(all 1)"
    has "is told, too" "nothing may be written there" "$work/err"
    is "nothing was changed" "$before" "$(cksum <"$fixed/conecta.db")"
fi

# It opens no socket and starts nothing.
if command -v strace >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null &&
    [ "$CONECTA_SANITIZERS" != yes ]; then
    home=$work/traced
    save x "$english"
    printf '%s\n' "$english" >"$work/in"
    is "traced" 0 "$(status strace -f -o "$work/trace" -e trace=network,execve,fork,vfork \
        "$program" forget --mine --home "$home" <"$work/in")"
    is "no socket, no program" 1 "$(grep -vc -e '^[0-9]* *[-+]' "$work/trace")"
fi
exit $failed
