#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `conecta doctor`: whatever is wrong with terminal, language, course, store or clock is told
# with its cure, in each language and in lines that fit; looking changes nothing.
set -eu

program=$CONECTA_PROGRAM
step=$PWD/tests/store/step
work=$(mktemp -d)
trap 'umount "$work/fixed" 2>/dev/null || :; chmod -R u+w "$work"; rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"
home=$work/home

# doctor [VARIABLE=VALUE...]: how it ends.
doctor() {
    status env "$@" "$program" doctor --home "$home" --lang en
}

# finds WHAT TEXT: it is in the report, wherever the lines end.
finds() {
    tr -d ' \n' <"$work/out" >"$work/flat"
    if grep -qF -e "$(echo "$2" | tr -d ' ')" "$work/flat"; then
        echo "ok   $1"
    else
        has "$1" "$2" "$work/out"
    fi
}

# state FILE...: everything about files but the time of their last change of status.
state() {
    for file; do
        stat -c '%n %a %s %X %Y %i' "$file"
        [ -d "$file" ] || cksum <"$file"
    done
}

# Nobody has saved anything.
is "nothing saved" 0 "$(doctor A=)"
finds "is said" "fine: Nothing is saved yet. The folder will be $home."
finds "sees that this is no terminal" "look: The input or the output is no terminal"
finds "sees UTF-8" "fine: The system uses UTF-8."
finds "hears the languages" "fine: The program speaks English, Русский, Українська."
finds "opens the course" "fine: Conecta peer education course: "
finds "makes a key" "fine: Making a key from words takes "
finds "ends with a sum" "Nothing is wrong."
is "no complaint" "" "$(cat "$work/err")"
is "makes nothing" no "$([ -e "$home" ] && echo yes || echo no)"

# Lines fit, in each language. (wc -L counts cells.)
for language in en ru uk; do
    is "in $language" 0 "$(status "$program" doctor --home "$home" --lang $language)"
    widest=$(wc -L <"$work/out")
    is "in $language, the widest line" yes "$([ "$widest" -le 80 ] && echo yes || echo "$widest")"
done

# What is there is looked at, and stays as it is.
"$step" "$home" save marker "accent boat formula object sponge" >/dev/null
state "$home" "$home/conecta.db" >"$work/before"
is "a record" 0 "$(doctor A=)"
finds "is counted" "fine: 1 record is saved, and it is sound."
finds "may be written" "fine: What is saved lies in the folder $home, which can be written."
finds "is hers alone" "fine: No other account of this computer may look into it."
is "is left alone" "" "$(state "$home" "$home/conecta.db" | diff "$work/before" -)"
"$step" "$home" save marker "boat formula object sponge accent" >/dev/null
is "two records" 0 "$(doctor A=)"
finds "are counted" "fine: 2 records are saved, and all are sound."

# Rights.
chmod 755 "$home"
is "an open folder" 0 "$(doctor A=)"
finds "is told" "look: Other accounts of this computer may read or change $home."
finds "with the command that closes it" "Type: chmod 700 '$home'."
chmod 700 "$home"
chmod 644 "$home/conecta.db"
is "an open file" 0 "$(doctor A=)"
finds "is told, too" "Type: chmod 600 '$home/conecta.db'."
chmod 600 "$home/conecta.db"

# A damaged record, and then what is set aside. Looking sets nothing aside.
cp -p "$home/conecta.db" "$work/sound"
size=$(wc -c <"$home/conecta.db")
printf 'XXXXXXXX' | dd of="$home/conecta.db" bs=1 seek=$((size / 2 + 100)) conv=notrunc 2>/dev/null
before=$(cksum <"$home/conecta.db")
is "a damaged record" 1 "$(doctor A=)"
finds "is told" "wrong: What is saved is damaged in places; at least 1 record is sound."
finds "with what to do" "Copy the folder before anything else."
finds "is counted" "1 thing is wrong."
is "the file is as it was" "$before" "$(cksum <"$home/conecta.db")"
printf 'this is no store, and never was one' >"$home/conecta.db"
is "another kind of file" 1 "$(doctor A=)"
finds "is told" "wrong: The file with what is saved is damaged."
is "nothing is set aside" conecta.db "$(ls -A "$home")"
cp -p "$work/sound" "$home/conecta.db"
echo old >"$home/conecta.db.damaged-1"
is "a file set aside" 0 "$(doctor A=)"
finds "is named" "look: Damaged files were set aside: conecta.db.damaged-1."
finds "with what deletes it" "'conecta forget --all' deletes them"
rm "$home/conecta.db.damaged-1"

# A store of a newer version, and one that is not protected well.
if command -v sqlite3 >/dev/null 2>&1; then
    sqlite3 "$home/conecta.db" 'PRAGMA user_version=50529027'
    is "a newer store" 1 "$(doctor A=)"
    finds "is told" "the saved progress was made by a newer version of this program."
    finds "with what to do" "What to do: use the newer version of Conecta"
fi
rm "$home/conecta.db"
"$step" "$home" save cheap >/dev/null
is "a store that is cheap to guess" 1 "$(doctor A=)"
finds "is told" "the saved progress is not protected as this program does it."
is "it stays" conecta.db "$(ls -A "$home")"
rm -r "$home"

# Places where nothing can be saved.
echo file >"$home"
is "a file in place of the folder" 1 "$(doctor A=)"
finds "is told" "wrong: Nothing can be saved in the folder $home: Not a directory."
rm "$home"
is "no home at all" 1 "$(status env -u HOME -u XDG_DATA_HOME -u CONECTA_HOME "$program" doctor)"
has "is told" "wrong: Nothing can be saved: HOME is not set" "$work/out"
has "with what to do" "Name a folder with --home DIR." "$work/out"
mkdir "$work/fixed"
if [ "$(id -u)" != 0 ]; then
    chmod 500 "$work/fixed"
elif mount -t tmpfs -o size=1m none "$work/fixed" 2>/dev/null; then
    mkdir "$work/fixed/inside"
    mount -o remount,ro "$work/fixed"
else
    rmdir "$work/fixed"
fi
if [ -e "$work/fixed" ]; then
    home=$work/fixed
    is "where nothing may be written" 1 "$(doctor A=)"
    finds "is told" "wrong: Nothing can be saved in the folder $home: "
    home=$work/fixed/not/there
    is "where nothing can be made" 1 "$(doctor A=)"
    finds "is told, too" "the folder $home is not there, and nothing may be written in $work/fixed."
    if [ "$(id -u)" = 0 ]; then
        finds "and how much room there is" "wrong: There is almost no room on the disk: 1 MiB."
    fi
fi
home=$work/home

# The rest of the world.
is "a flat battery" 1 "$(doctor CONECTA_TODAY=1970-01)"
finds "is told" "wrong: The clock says 1970-01: that was before this program was made."
finds "with what to do" "Set the clock."
is "no course" 1 "$(doctor CONECTA_LESSONS_DIR="$work/nowhere")"
finds "is told" "wrong: The course in $work/nowhere cannot be opened: "
is "no translations" 1 "$(doctor CONECTA_LOCALE_DIR="$work/nowhere")"
finds "is told" "wrong: The program does not speak Русский, Українська."
finds "with where they should be" "It looks for its translations in $work/nowhere"
is "a plain locale" 0 "$(doctor LC_ALL=C)"
finds "is told" "look: The system uses ANSI_X3.4-1968, the program uses UTF-8."
finds "with what to do" "type 'export LC_ALL=C.UTF-8'"
is "a locale that is not there" 0 "$(doctor LC_ALL=xx_XX.UTF-8)"
finds "is told" "look: LANG or LC_ALL names a locale that is not installed."
if [ "$CONECTA_SANITIZERS" != yes ]; then
    is "no memory for a key" 1 "$( (ulimit -v 60000; doctor A=) )"
    finds "is told" "wrong: No key can be made from words: 64 MiB of memory are needed for it."
fi
is "wrong use" 2 "$(status "$program" doctor me)"
is "a language that there is not" 2 "$(status "$program" doctor --lang xx)"

# In a terminal.
terminal() {
    cat >"$work/terminal.script"
    is "$1" 0 "$(status "$CONECTA_SCREEN" --program "$program" "$work/terminal.script")"
}
run="run doctor --lang en --home $home"
terminal "a terminal" <<SCRIPT
size 100x50
$run
wait fine: This terminal (xterm-256color) can show pages.
wait fine: The window is large enough: 100 × 50 characters.
wait fine: There are 256 colours.
exit 0
SCRIPT
terminal "a small one without colours" <<SCRIPT
size 39x60
term vt100
$run
wait wrong: The window is too small: 39
wait There are no colours;
exit 1
SCRIPT
terminal "unwanted colours" <<SCRIPT
size 100x50
env NO_COLOR=1
$run
wait fine: There are no colours, because NO_COLOR is set; F3 brings them.
exit 0
SCRIPT
terminal "an unknown one" <<SCRIPT
size 100x50
term unknown-thing
$run
wait wrong: The kind of this terminal is not known: TERM is 'unknown-thing'.
exit 1
SCRIPT
terminal "one for lines" <<SCRIPT
size 100x50
term dumb
$run
wait look: This terminal (dumb) can only write line after line.
exit 0
SCRIPT

# It opens no socket and starts nothing.
if command -v strace >/dev/null 2>&1 && strace -o /dev/null true 2>/dev/null &&
    [ "$CONECTA_SANITIZERS" != yes ]; then
    is "traced" 0 "$(status strace -f -o "$work/trace" -e trace=network,execve,fork,vfork \
        "$program" doctor --home "$home")"
    is "no socket, no program" 1 "$(grep -vc -e '^[0-9]* *[-+]' "$work/trace")"
fi
exit $failed
