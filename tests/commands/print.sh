#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A safety plan as a file: where it lies, who may read it, that nothing is overwritten,
# and what is said when it cannot be written.
set -eu

program=$CONECTA_PROGRAM
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
. "$CONECTA_SOURCE/tests/support/expect.sh"
mkdir "$work/home" "$work/course"
cat >"$work/course/course.yaml" <<'YAML'
format: 1
course: c
title: C
language: en
modules:
  - {id: m, title: M, lessons: [one.yaml]}
YAML
cat >"$work/course/one.yaml" <<'YAML'
lesson: one
title: One
minutes: 1
steps:
  - plan: What keeps you safe?
    items:
      - {id: friend, text: A friend knows}
      - {id: money, text: Money for a taxi}
YAML

# play HOME LINE...: opens the lesson, finishes the plan, and goes on with these lines.
play() {
    home=$1
    shift
    printf '%s\n' '' 1 "$@" >"$work/in"
    HOME=$home status "$program" --plain --lang en --course "$work/course" --lesson one <"$work/in"
}

umask 022
is "a plan that is not wanted" 0 "$(play "$work/home" 2 1)"
is "leaves nothing" "" "$(ls -A "$work/home")"
is "a plan" 0 "$(play "$work/home" 2 2)"
has "says where it lies" "$work/home/plan.txt" "$work/out"
is "is there" "plan.txt" "$(ls -A "$work/home")"
is "for nobody else" "-rw-------" "$(ls -l "$work/home/plan.txt" | cut -c 1-10)"
printf 'Your plan\n[x] A friend knows\n\nPerhaps later\n[ ] Money for a taxi\n' >"$work/wanted"
is "holds what she saw" "" "$(diff "$work/wanted" "$work/home/plan.txt")"
is "another plan" 0 "$(play "$work/home" 2 2)"
is "has a name of its own" "plan-2.txt plan.txt" "$(ls -A "$work/home" | tr '\n' ' ' | sed 's/ $//')"
is "no folder" 0 "$(play "$work/nowhere" 2 2)"
has "is told" "The plan could not be written" "$work/out"
has "with what to do" "Make the folder first" "$work/out"
exit $failed
