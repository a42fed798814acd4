#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a lesson needs besides its own texts: the words it marks, and the directory in
# which it searches. They are translated with it, and it waits for them.
set -eu

program=$CONECTA_PROGRAM
source=$CONECTA_SOURCE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$source/tests/support/expect.sh"
cd "$work"
mkdir -p course/services

cat >course/course.yaml <<'YAML'
format: 1
course: test
title: A course
language: en
modules:
  - id: help
    title: Help
    lessons:
      - words.yaml
      - services/search.yaml
YAML
cat >course/words.yaml <<'YAML'
lesson: words
title: Words
minutes: 1
steps:
  - read: Ask for [[PrEP]] or [[pep|the other medicine]].
YAML
cat >course/glossary.yaml <<'YAML'
glossary:
  - term: PrEP
    text: A medicine taken before.
  - term: PEP
    text: A medicine taken after.
  - term: Nobody
    text: A word that no lesson marks.
YAML
cat >course/services/search.yaml <<'YAML'
lesson: search
title: Search
minutes: 1
steps:
  - find: Look for help.
    directory: list.yaml
YAML
cat >course/services/list.yaml <<'YAML'
directory: list
kinds:
  - id: tests
    text: Tests
services:
  - id: red-house
    name: Red house
    city: Kyiv
    help: [tests]
    about: Open every day.
    contact:
      - Ring the bell
    as-of: 2026-11
YAML

# set_po FILE CONTEXT TRANSLATION: the context must be there.
set_po() {
    grep -qF -e "msgctxt \"$2\"" "$1" || { echo "no string $2 in $1"; exit 1; }
    awk -v context="msgctxt \"$2\"" -v translation="msgstr \"$3\"" '
        $0 == context { found = 1 }
        /^msgstr/ && found { print translation; found = 0; next }
        { print }' "$1" >"$1.new" && mv "$1.new" "$1"
}

translate() {
    status "$program" translate course --lang uk --po po --out course-uk
}

is "pot" 0 "$(status "$program" pot course --out po --lang uk)"
has "the glossary goes with the course" 'msgctxt "glossary.yaml/glossary/PrEP/text"' po/course.po
has "a directory goes with its module" \
    'msgctxt "services/list.yaml/services/red-house/contact/1"' po/help.po
is "once" 1 "$(grep -c 'list.yaml/kinds/tests/text"' po/help.po)"

set_po po/help.po words/title "Слова"
set_po po/help.po words/read#1/read/1 "Питайте про [[ДКП]] або [[PEP|інші ліки]]."
set_po po/help.po search/title "Пошук"
set_po po/help.po search/find#1/find/1 "Шукайте допомогу."
set_po po/course.po course.yaml/title "Курс"
set_po po/course.po course.yaml/modules/help/title "Допомога"
set_po po/course.po glossary.yaml/glossary/PrEP/term "ДКП"
set_po po/course.po glossary.yaml/glossary/PrEP/text "Ліки, які приймають до."

is "nothing is complete" 1 "$(translate)"
has "a lesson waits for its words" "incomplete: words.yaml, waits for glossary.yaml" out
has "a lesson waits for its directory" \
    "incomplete: services/search.yaml, waits for services/list.yaml" out
is "so neither is there" "glossary.yaml" "$(cd course-uk && find . -name '*.yaml' | sed 's|./||')"

set_po po/course.po glossary.yaml/glossary/PEP/term "ПКП"
set_po po/course.po glossary.yaml/glossary/PEP/text "Ліки, які приймають після."
set_po po/help.po services/list.yaml/kinds/tests/text "Тести"
set_po po/help.po services/list.yaml/services/red-house/name "Червоний дім"
set_po po/help.po services/list.yaml/services/red-house/city "Київ"
set_po po/help.po services/list.yaml/services/red-house/about "Щодня."
set_po po/help.po services/list.yaml/services/red-house/contact/1 "Дзвоніть"

is "a word that is translated by now" 1 "$(translate)"
has "is not marked as before" "the translation lost the term [[ПКП]]" err
set_po po/help.po words/read#1/read/1 "Питайте про [[ДКП]] або [[ПКП|інші ліки]]."
is "a word that nobody marks holds up no lesson" 1 "$(translate)"
has "the lesson with words" "complete: words.yaml" out
has "the lesson with a directory" "complete: services/search.yaml" out
has "the directory" "complete: services/list.yaml" out
has "the glossary is not" "glossary.yaml, 2 untranslated" out
has "its complete words are there" "ДКП" course-uk/glossary.yaml
is "the other is not" 0 "$(grep -c Nobody course-uk/glossary.yaml)"
is "it is a course" 0 "$(status "$program" lint course-uk/words.yaml course-uk/services/search.yaml)"

# Plain lines: module 1, its first lesson, its first page, the words of the page.
is "played" 0 "$(printf '1\n1\n\n+\n' | status "$program" --course course --lang uk --plain)"
has "in the other language" "Питайте про ДКП або інші ліки." out
has "with its words" "ДКП — Ліки, які приймають до." out
has "and the one that is called otherwise" "ПКП — Ліки, які приймають після." out
is "played in the first language" 0 \
    "$(printf '1\n1\n\n+\n' | status "$program" --course course --lang en --plain)"
has "with the words of that" "PrEP — A medicine taken before." out
is "the search" 0 "$(printf '1\n2\n\n1\n1\n' | status "$program" --course course --lang uk --plain)"
has "finds translated services" "Червоний дім" out

# A translation that marks a word which the original does not mark.
set_po po/help.po words/read#1/read/1 "Питайте про [[ДКП]] або [[Nobody|інші ліки]]."
is "another word" 1 "$(translate)"
has "is an error" "the translation lost the term [[ПКП]]" err
exit $failed
