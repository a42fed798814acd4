#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `conecta share`: says what it hands over, writes it, and the same again until it has arrived.
set -eu

program=$CONECTA_PROGRAM
step=$PWD/tests/store/step
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"
home=$work/home
CONECTA_HOME=$home
CONECTA_TODAY=2027-05
export CONECTA_HOME CONECTA_TODAY
passphrase="seven words on paper"
size=1061031

share() {
    status "$program" share "$@" </dev/null
}

cast() {
    "$step" "$home" cast "$1" "$2" >/dev/null
}

# waits: what is said, but for names of files, must be the same whatever waits.
waits() {
    is "$1: not ready" 1 "$(share "$work/a")"
    cat "$work/out" "$work/err" >"$work/said-$2"
    is "$1: the same words" 0 "$(status cmp "$work/said-$2" "$work/said-0")"
    is "$1: no file" no "$([ -e "$work/a" ] && echo yes || echo no)"
}

printf '%s\n' "$passphrase" | "$program" key new "$work/olena" >/dev/null

# Wrong use.
is "no file" 2 "$(share)"
has "says what to write" "write the name of a new file, or --done" "$work/err"
is "a file, and done" 2 "$(share "$work/a" --done)"
is "a word too many" 2 "$(share a b)"
is "a language that there is not" 2 "$(share "$work/a" --lang xx)"
is "no home at all" 2 \
    "$(status env -u HOME -u XDG_DATA_HOME -u CONECTA_HOME "$program" share "$work/a")"
is "nothing has arrived" 1 "$(share --done)"
has "is said" "nothing that was shared is waiting to arrive" "$work/err"

# What waits is said only as "not ready yet".
is "nobody yet" 1 "$(share "$work/a")"
has "is said" "Nothing is ready to be shared." "$work/out"
has "and why" "are not ready yet" "$work/out"
cat "$work/out" "$work/err" >"$work/said-0"
is "and makes nothing" no "$([ -e "$home" ] && echo yes || echo no)"
"$program" key use "$work/olena.pub" >/dev/null
waits "none of a lesson" 1
cast "marker-one 00000000" 4
waits "four of a lesson" 2
cast "marker-two 00000000" 4
waits "four of two" 3

# Ready.
cast "marker-one 00000000" 2
mkdir "$work/stick" "$work/folder"
is "a folder of no name" 2 "$(share "$work/no/a")"
is "a folder" 2 "$(share "$work/folder")"
echo "hers" >"$work/stick/there"
is "another file" 2 "$(share "$work/stick/there")"
has "is left alone" "there is a file of this name already" "$work/err"
is "as it is" hers "$(cat "$work/stick/there")"
is "shared" 0 "$(share "$work/stick/a")"
has "how many" "answers of 6 completions," "$work/out"
has "of what" "in 1 lesson;" "$work/out"
has "for whom" "$(sed -n 's/^fingerprint //p' "$work/olena.pub")" "$work/out"
has "what waits" "are not ready yet" "$work/out"
is "its size" $size "$(stat -c %s "$work/stick/a")"
is "its rights" 600 "$(stat -c %a "$work/stick/a")"
is "its time" "2027-04-01 00:00:00.000000000 +0000" "$(TZ=UTC stat -c %y "$work/stick/a")"
is "nothing else on the stick" "a there" "$(cd "$work/stick" && echo *)"
is "nothing of a lesson in it" 0 "$(grep -c -e marker- -e 00000000 "$work/stick/a" || :)"

# Again and again.
cast "marker-two 00000000" 3
is "written again" 0 "$(share "$work/stick/b")"
has "is said" "is written as it was then" "$work/out"
is "byte for byte" 0 "$(status cmp "$work/stick/a" "$work/stick/b")"
is "over itself" 0 "$(share "$work/stick/a")"
is "also when the stick was lost" 0 "$(rm -rf "$work/stick" && mkdir "$work/stick" && share "$work/stick/a")"
is "it has arrived" 0 "$(share --done)"
is "only once" 1 "$(share --done)"
is "over the last one" 2 "$(share "$work/stick/a")"
is "the next" 0 "$(share "$work/stick/next")"
has "is what came meanwhile" "answers of 7 completions," "$work/out"
is "of the same size" $size "$(stat -c %s "$work/stick/next")"
is "the first opens" 6 \
    "$("$step" "$work/olena.key" open "$work/stick/a" "$passphrase" | grep -c marker-one)"
is "the second opens" 7 \
    "$("$step" "$work/olena.key" open "$work/stick/next" "$passphrase" | grep -c marker-two)"

# What arrives otherwise.
for file in cut:"damaged" zero:"not a file that 'conecta share' wrote" huge:"not a file" \
    long:"damaged" flipped:"damaged" none:"cannot be read"; do
    case ${file%%:*} in
    cut) head -c 500000 "$work/stick/next" >"$work/cut" ;;
    zero) head -c $size /dev/zero >"$work/zero" ;;
    huge) head -c 1000000 /dev/urandom >"$work/huge" && truncate -s 1G "$work/huge" ;;
    long) cp "$work/stick/next" "$work/long" && truncate -s 1G "$work/long" ;;
    flipped)
        cp "$work/stick/next" "$work/flipped"
        printf x | dd of="$work/flipped" bs=1 seek=700000 conv=notrunc 2>/dev/null
        ;;
    esac
    is "${file%%:*}" 1 "$(status "$step" "$work/olena.key" open "$work/${file%%:*}" "$passphrase")"
    has "is refused: ${file#*:}" "${file#*:}" "$work/err"
done

# Without a trainer's key nobody else could open it.
rm -rf "$home"
cast "marker-one 00000000" 6
is "the own key" 1 "$(share "$work/own")"
has "is said" "this laptop seals answers for itself" "$work/err"
is "and nothing written" no "$([ -e "$work/own" ] && echo yes || echo no)"
"$program" key use "$work/olena.pub" >/dev/null
is "with a trainer's key" 0 "$(share "$work/own")"
is "what was cast before opens" 6 \
    "$("$step" "$work/olena.key" open "$work/own" "$passphrase" | grep -c marker-one)"
is "in Russian" 0 "$(share "$work/own" --lang ru)"
exit $failed
