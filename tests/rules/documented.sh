#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every activity has its section in docs/lesson-format.md and in the guide for
# authors, every command its place in docs/commands.md and its manual page, and
# each is named in a test. What nobody described and nobody tried does not exist
# for the people this is made for.
set -eu
# shellcheck source=tests/rules/rules.sh
. "$(dirname "$0")/rules.sh"

# entries FOLDER KIND: the X of each "const struct KIND KIND_X =".
entries() {
    files "$1" '*.c' | while read -r file; do
        sed -n "s/^const struct $2 $2_\([a-z_]*\) *=.*/\1/p" "$file"
    done
}

# tested REGULAR-EXPRESSION: is it in a test, other than the rules?
tested() {
    find tests -type f ! -path 'tests/rules/*' ! -name '*.o' ! -name '*.log' ! -name '*.trs' \
        ! -path '*/.deps/*' -exec grep -IlE -e "$1" {} + 2>/dev/null | grep -q .
}

for name in $(entries engine/activities activity); do
    verb=$(echo "$name" | tr _ -)
    where=engine/activities
    grep -qE "^#+ .*(^|[^a-z-])$verb([^a-z-]|\$)" docs/lesson-format.md 2>/dev/null ||
        complain "$where" "activity $verb has no section in docs/lesson-format.md"
    grep -qE "^#+ \`$verb\`(:|\$)" docs/authors.md 2>/dev/null ||
        complain "$where" "activity $verb has no section in docs/authors.md"
    tested "activity_$name([^a-z_]|\$)|(^|[^a-z_-])$verb:" ||
        complain "$where" "activity $verb is named in no test"
done

for name in $(entries engine/commands command); do
    command=$(echo "$name" | tr _ -)
    where=engine/commands/command_$name.c
    grep -qE "conecta $command([^a-z-]|\$)" docs/commands.md 2>/dev/null ||
        complain "$where" "docs/commands.md does not mention conecta $command"
    [ -e "docs/conecta-$command.1.in" ] ||
        complain "$where" "there is no manual page docs/conecta-$command.1.in"
    tested "command_$name([^a-z_]|\$)|(conecta|CONECTA_PROGRAM\}?\"?) $command([^a-z-]|\$)|\"$command\"" ||
        complain "$where" "command $command is named in no test"
done

finish "every activity and command is documented and tested"
