#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A disk that is full, of any size from nothing to almost enough: a small tmpfs.
set -eu

work=$(mktemp -d)
step=$PWD/tests/store/step
disk=$work/disk
mkdir "$disk"
trap 'umount "$disk" 2>/dev/null || :; rm -rf "$work"' EXIT
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
exit $failed
