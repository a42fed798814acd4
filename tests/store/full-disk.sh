#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A disk that is full, of any size from nothing to almost enough: a small tmpfs.
set -eu

work=$(mktemp -d)
step=$PWD/tests/store/step
disk=$work/disk
mkdir "$disk"
trap 'umount "$disk" 2>/dev/null || :; umount "$work/stick" 2>/dev/null || :; rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"

if ! mount -t tmpfs -o size=4k none "$disk" 2>/dev/null; then
    echo "skipped: only root may mount a file system to fill"
    exit 77
fi
umount "$disk"

refused=0
for size in 4 8 16 24 32 40 48 56 64 72 80 88; do
    mount -t tmpfs -o size=${size}k none "$disk"
    # What is saved first may just fit, with its journal or without.
    if [ "$(status "$step" "$disk/data" save old)" = 0 ]; then
        old=old
    else
        old=
        has "$size KiB: the first save" "no room on the disk" "$work/err"
    fi
    dd if=/dev/zero of="$disk/other" bs=1k count=1024 2>/dev/null || :
    code=$(status "$step" "$disk/data" save new)
    is "$size KiB: full" 1 "$code"
    has "$size KiB: is told" "no room on the disk" "$work/err"
    refused=$((refused + 1))
    rm "$disk/other"
    status "$step" "$disk/data" load >/dev/null
    is "$size KiB: what was there is there" "$old" "$(cat "$work/out")"
    umount "$disk"
done
is "sizes" 12 $refused

# Ballots: what was cast before is shared when there is room again, and nothing else is.
CONECTA_HOME=$disk/data
export CONECTA_HOME
printf 'seven words on paper\n' | "$CONECTA_PROGRAM" key new "$work/olena" >/dev/null
for size in 150 400 1200 1600 2400; do
    mount -t tmpfs -o size=${size}k none "$disk"
    "$CONECTA_PROGRAM" key use "$work/olena.pub" >/dev/null
    is "$size KiB: cast" 0 "$(status "$step" "$disk/data" cast "one 0" 6)"
    dd if=/dev/zero of="$disk/other" bs=1k count=4096 2>/dev/null || :
    is "$size KiB: full" 1 "$(status "$step" "$disk/data" cast "one 0" 60)"
    has "$size KiB: is told" "no room on the disk" "$work/err"
    more=$(grep -c cast "$work/out" || :)
    is "$size KiB: cannot share" 2 "$(status "$CONECTA_PROGRAM" share "$work/batch-$size")"
    has "$size KiB: is told, too" "no room on the disk" "$work/err"
    is "$size KiB: nothing is written" no "$([ -e "$work/batch-$size" ] && echo yes || echo no)"
    rm "$disk/other"
    if [ $size -ge 2400 ]; then
        mkdir "$work/stick"
        mount -t tmpfs -o size=500k none "$work/stick"
        is "a full stick" 2 "$(status "$CONECTA_PROGRAM" share "$work/stick/batch")"
        has "is told" "this file cannot be written" "$work/err"
        is "nothing is left on it" "" "$(ls -A "$work/stick")"
        umount "$work/stick"
        is "another stick" 0 "$(status "$CONECTA_PROGRAM" share "$work/batch")"
        is "has all of them" $((6 + more)) \
            "$("$step" "$work/olena.key" open "$work/batch" "seven words on paper" | grep -c marker)"
    fi
    umount "$disk"
done
exit $failed
