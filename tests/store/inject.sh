#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every call of the system that opens, reads, writes, syncs, renames or removes
# something fails once, while a record is saved, while a store is made and while a
# damaged one is set aside. The program says that it did not save, or it did;
# and the store opens to the old or to the new. It opens for writing nothing but
# what lies in the data folder. CONECTA_STRIDE=1 fails each call, 8 every eighth.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
step=$PWD/tests/store/step
data=$work/home/data
calls='openat mkdir read pread64 write pwrite64 ftruncate fsync fdatasync unlink rename link'
stride=${CONECTA_STRIDE:-8}
failed=0
CONECTA_TODAY=2027-05
export CONECTA_TODAY

. "$CONECTA_SOURCE/tests/support/traced.sh"

complain() {
    echo "FAIL $*"
    cat "$work/out" "$work/err"
    failed=1
}

# What is in the store: a word, "nothing", or "broken" with a problem told.
found() {
    if text=$("$step" "$data" load 2>"$work/told"); then
        echo "$text"
    elif [ -s "$work/told" ]; then
        echo broken
    else
        echo nothing
    fi
}

# A new folder like the one that the scene begins with.
restore() {
    rm -rf "${work:?}/home"
    cp -Rp "$work/model" "$work/home"
}

# The damaged store was set aside, as it was, before the call that failed.
is_aside() {
    [ "$scene" = "setting aside" ] && cmp -s "$work/damaged" "$data/conecta.db.damaged-1"
}

# inject SCENE OLD: fails calls of each kind, one at a time. OLD is what is there before.
inject() {
    scene=$1 old=$2 runs=0 refused=0
    for call in $calls; do
        number=1
        while :; do
            restore
            code=0
            strace -f --seccomp-bpf -o "$work/log" -e "trace=$call" -e "inject=$call:error=EIO:when=$number" \
                "$step" "$data" save new >"$work/out" 2>"$work/err" || code=$?
            grep -q INJECTED "$work/log" || break
            runs=$((runs + 1))
            now=$(found)
            where="$scene, $call $number: status $code, found $now"
            if [ $code = 0 ]; then
                [ "$now" = new ] || complain "$where"
                [ "$scene" != "setting aside" ] || is_aside || complain "$where, nothing kept"
            else
                refused=$((refused + 1))
                [ "$now" = "$old" ] || [ "$now" = new ] || is_aside || complain "$where"
                [ -s "$work/err" ] || complain "$where, and nothing was said"
            fi
            number=$((number + stride))
        done
    done
    echo "$scene: $runs failures injected, $refused told, the others did no harm"
    if [ "$runs" -lt 8 ] || [ "$refused" -lt 4 ]; then
        complain "$scene: hardly anything was injected"
    fi
}

mkdir "$work/model"
restore
inject "making" nothing

# The file of the making is the one that is saved over.
restore
"$step" "$data" save old >/dev/null
strace -f -e trace=openat,open,creat,mkdir,rename,link,unlink -o "$work/log" \
    "$step" "$data" save new >"$work/out" 2>"$work/err"
grep -qE "\"$data/conecta.db\", O_RDWR" "$work/log" || complain "the store was not opened"
outside=$(grep -E 'O_WRONLY|O_RDWR|O_CREAT|^[0-9]+ +(creat|mkdir|rename|link|unlink)' "$work/log" |
    grep -vF "\"$data/conecta.db" || :)
[ -z "$outside" ] || complain "written outside of the data folder: $outside"
restore
"$step" "$data" save old >/dev/null
rm -rf "${work:?}/model"
cp -Rp "$work/home" "$work/model"
inject "saving" old

# Byte 30,000 is one of the box; the record is lost, what was set aside is not.
printf 'damage' | dd of="$work/model/data/conecta.db" bs=1 seek=30000 conv=notrunc 2>/dev/null
cp "$work/model/data/conecta.db" "$work/damaged"
restore
inject "setting aside" broken
exit $failed
