#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `conecta key`: two files, of which one is under a passphrase; the other one makes a laptop seal
# for the trainer. Nothing that is refused changes anything.
set -eu

program=$CONECTA_PROGRAM
step=$PWD/tests/store/step
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"
home=$work/home
CONECTA_HOME=$home
export CONECTA_HOME
passphrase="seven words on paper"

# new NAME PASSPHRASE
new() {
    printf '%s\n' "$2" >"$work/in"
    status "$program" key new "$work/$1" <"$work/in"
}

# use FILE [ANSWER]
use() {
    printf '%s\n' "${2-}" >"$work/in"
    status "$program" key use "$1" <"$work/in"
}

# fingerprint: of the last output
fingerprint() {
    sed -n 's/^Fingerprint: //p' "$work/out"
}

# state: what the data folder holds.
state() {
    find "$home" -type f -exec cksum {} + 2>/dev/null || :
}

# Wrong use.
is "nothing to do" 2 "$(status "$program" key)"
is "something else to do" 2 "$(status "$program" key lose)"
has "says what there is" "write 'new NAME', 'use FILE' or 'show'" "$work/err"
is "new without a name" 2 "$(status "$program" key new)"
is "a language that there is not" 2 "$(status "$program" key show --lang xx)"
is "no home at all" 2 "$(status env -u HOME -u XDG_DATA_HOME -u CONECTA_HOME "$program" key show)"

# Before anything.
is "no key" 0 "$(status "$program" key show)"
has "is said" "This laptop has no key yet." "$work/out"
is "and nothing is made" no "$([ -e "$home" ] && echo yes || echo no)"

# Making a pair.
is "too short a passphrase" 2 "$(new olena short)"
has "is said" "a passphrase needs at least 12 characters" "$work/err"
is "no passphrase" 2 "$(status "$program" key new "$work/olena" </dev/null)"
is "makes nothing" no "$([ -e "$work/olena.key" ] && echo yes || echo no)"
is "a pair" 0 "$(new olena "$passphrase")"
olena=$(fingerprint)
is "its fingerprint" 24 "${#olena}"
is "the secret half is for its owner" 600 "$(stat -c %a "$work/olena.key")"
has "the public half tells the fingerprint" "fingerprint $olena" "$work/olena.pub"
lacks=$(grep -c "$(sed -n 's/^key //p' "$work/olena.pub")" "$work/olena.key" || :)
is "the public key is not in the secret file" 0 "$lacks"
cp "$work/olena.key" "$work/before"
is "the same name again" 2 "$(new olena "$passphrase")"
has "is refused" "there is a file of this name already" "$work/err"
is "and nothing replaced" 0 "$(status cmp "$work/olena.key" "$work/before")"
is "no folder" 2 "$(new no/olena "$passphrase")"
is "another pair" 0 "$(new maria "$passphrase")"
is "is another one" no "$([ "$(fingerprint)" = "$olena" ] && echo yes || echo no)"

# What is no key.
head -c 60 "$work/olena.pub" >"$work/cut.pub"
sed 's/^key ./key x/' "$work/olena.pub" >"$work/changed.pub"
: >"$work/empty.pub"
head -c 4000 /dev/zero >"$work/zero.pub"
printf 'conecta-public-key 2\n' >"$work/newer.pub"
head -c 4096 /dev/urandom >"$work/huge.pub"
truncate -s 1G "$work/huge.pub"
cp "$work/olena.pub" "$work/long.pub"
truncate -s 1G "$work/long.pub"
for file in olena.key:"the other half" cut.pub:"damaged" changed.pub:"damaged" \
    empty.pub:"not a key" zero.pub:"not a key" newer.pub:"a newer version" \
    huge.pub:"not a key" long.pub:"damaged" none.pub:"cannot be read" .:"a folder"; do
    is "${file%%:*}" 2 "$(use "$work/${file%%:*}")"
    has "is refused: ${file#*:}" "${file#*:}" "$work/err"
done
is "and nothing was made" no "$([ -e "$home" ] && echo yes || echo no)"

# Out of the box, then the trainer's.
"$step" "$home" cast "marker-lesson 1" 3 >/dev/null
is "a key of its own" 0 "$(status "$program" key show)"
has "is said" "for a key of its own" "$work/out"
is "is not the trainer's" no "$([ "$(fingerprint)" = "$olena" ] && echo yes || echo no)"
is "the trainer's" 0 "$(use "$work/olena.pub")"
is "is told by its fingerprint" "$olena" "$(fingerprint)"
is "and shown" 0 "$(status "$program" key show)"
has "as the trainer's" "for a trainer's key" "$work/out"
is "with its fingerprint" "$olena" "$(fingerprint)"
before=$(state)
is "the same again" 0 "$(use "$work/olena.pub")"

# Another trainer's, while something waits.
is "keeping what waits" 1 "$(use "$work/maria.pub" 0)"
has "asks" "Type 1 to delete them" "$work/out"
has "and keeps it" "Nothing was changed." "$work/out"
is "no answer" 1 "$(status "$program" key use "$work/maria.pub" </dev/null)"
is "changed nothing" "$before" "$(state)"
"$step" "$home" cast "marker-lesson 1" 2 >/dev/null
is "with something ready" 1 "$(use "$work/maria.pub" 1)"
has "hand it over first" "'conecta share FILE', then 'conecta share --done'" "$work/err"
"$step" "$home" share "$work/batch" >/dev/null
is "on its way" 1 "$(use "$work/maria.pub" 1)"
is "arrived" 0 "$(status "$program" share --done)"
is "the other key" 0 "$(use "$work/maria.pub")"
is "what was cast before and after opens" 5 \
    "$("$step" "$work/olena.key" open "$work/batch" "$passphrase" | grep -c marker-lesson)"
is "with the wrong passphrase" 1 "$(status "$step" "$work/olena.key" open "$work/batch" "wrong words")"
has "is said" "this passphrase does not open the key" "$work/err"
is "with another key" 1 "$(status "$step" "$work/maria.key" open "$work/batch" "$passphrase")"
has "is said, too" "this was sealed for another key" "$work/err"

# A batch for the own key is being counted.
rm -rf "$home"
"$step" "$home" cast "marker-lesson 1" 5 >/dev/null
"$step" "$home" share "$work/own" >/dev/null
is "while it is counted" 1 "$(use "$work/olena.pub" 1)"
has "wait" "let 'conecta summary' finish first" "$work/err"

# What cannot be written.
if [ "$(id -u)" = 0 ]; then
    echo "the rest is not tried: root may write everywhere"
else
    chmod a-w "$work"
    is "a folder that may not be written" 2 "$(new other "$passphrase")"
    chmod u+w "$work"
fi
is "in Ukrainian" 0 "$(status "$program" key show --lang uk)"
exit $failed
