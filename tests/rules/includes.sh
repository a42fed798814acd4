#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A room includes only its own headers and those of rooms to its left. That is
# what lets a test play a lesson without a terminal, and a reader understand a
# room without the ones built on it.
set -eu
# shellcheck source=tests/rules/rules.sh
. "$(dirname "$0")/rules.sh"

# allowed ROOM: the rooms it may include besides itself.
allowed() {
    case $1 in
    base) echo ;;
    words) echo base ;;
    course) echo base ;;
    view) echo base course ;;
    activities) echo base course view ;;
    play) echo base words course view activities ;;
    export) echo base course view activities play ;;
    terminal) echo base course view activities play ;;
    store) echo base ;;
    report) echo base course store ;;
    commands | main) echo base words course view activities play export terminal store report commands ;;
    *) return 1 ;;
    esac
}

for file in $(files engine '*.c' '*.h'); do
    case $file in
    engine/*/*) room=${file#engine/} room=${room%%/*} ;;
    *) room=main ;;
    esac
    if ! may=$(allowed "$room"); then
        complain "$file" "there is no room \"$room\"; DESIGN says which there are"
        continue
    fi
    # LINE:NAME for each include, with the quotes or angle brackets kept.
    includes=$(awk '/^[ \t]*#[ \t]*include/ {
        if (match($0, /[<"][^>"]*[>"]/))
            print NR ":" substr($0, RSTART, RLENGTH)
    }' "$file")
    while IFS=: read -r line name; do
        inner=${name#?}
        inner=${inner%?}
        case $name in
        "" | \"config.h\") ;;
        *..*) complain "$file:$line" "$name climbs out of its folder: name the room instead" ;;
        \"*/*)
            other=${inner%%/*}
            case " $room $may " in
            *" $other "*) [ -e "engine/$inner" ] || complain "$file:$line" "there is no engine/$inner" ;;
            *) complain "$file:$line" "$room must not know $other: $name" ;;
            esac
            ;;
        \"*) [ -e "${file%/*}/$inner" ] || complain "$file:$line" "$name without its room" ;;
        \<curses.h\> | \<ncurses* | \<term.h\> | \<termcap.h\> | \<panel.h\> | \<menu.h\> | \<form.h\> | \<unctrl.h\>)
            [ "$room" = terminal ] || complain "$file:$line" "$name outside engine/terminal/"
            ;;
        esac
    done <<END
$includes
END
done

finish "include directions, curses only in terminal/"
