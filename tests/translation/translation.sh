#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Texts on their way to the translators and back: pot, msgmerge, translate, play,
# as a translator and the build run them.
set -eu

program=$CONECTA_PROGRAM
source=$CONECTA_SOURCE
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$source/tests/support/expect.sh"

# pseudo LL PO...: every string of the files translated by itself, with marks.
pseudo() {
    language=$1
    shift
    for po; do
        msgen --no-wrap "$po" | sed "s/^\"Language: .*/\"Language: $language\\\\n\"/" |
            msgfilter --no-wrap --keep-header -o "$work/new" sed -e '1s/$/ ж/' 2>"$work/log" ||
            { cat "$work/log"; exit 1; }
        mv "$work/new" "$po"
    done
}

# translate LL PO OUT
translate() {
    status "$program" translate "$tree/lessons" --lang "$1" --po "$2" --out "$3"
}

# A source tree of its own: the scripts work on the one they lie in.
tree=$work/tree
mkdir -p "$tree/locale"
cp -R "$source/lessons" "$source/scripts" "$tree"
chmod -R u+w "$tree"
rm -f "$tree/lessons/local.mk"
printf 'ru\nuk\n' >"$tree/locale/LINGUAS"
cd "$tree"
ru=locale/course/ru

# ---------------------------------------------------------------- what is shipped

for po in "$source"/locale/course/*.pot "$source"/locale/course/*/*.po; do
    msgfmt --check --output-file=/dev/null "$po" 2>"$work/log" ||
        { cat "$work/log"; failed=1; }
done
is "the templates are those of the lessons" 0 \
    "$(cd "$source" && status "$CONECTA_PROGRAM" pot lessons --out "$work/shipped")"
for pot in "$work"/shipped/*.pot; do
    is "${pot##*/} is up to date (else: make update-po)" "" \
        "$(diff "$source/locale/course/${pot##*/}" "$pot" 2>&1 || :)"
done

# ---------------------------------------------------------------- there and back

is "update-po makes what is missing" 0 "$(status sh scripts/update-lessons-po "$program")"
is "a file for each module and the course" "course.po hiv-sti.po rights.po safety.po" \
    "$(cd $ru && echo *.po)"
is "nothing is translated yet" 1 "$(translate ru $ru "$work/ru")"
count=$(grep -c '^msgctxt' locale/course/course.pot)
has "what is missing is counted" "incomplete: course.yaml, $count untranslated" "$work/out"
is "nothing is written" "" "$(ls "$work/ru" 2>/dev/null || :)"

# every_string POT...: contexts, each of which must be there once.
msgcat --no-wrap locale/course/*.pot | grep '^msgctxt' | sort >"$work/contexts"
is "no string twice" "" "$(uniq -d "$work/contexts")"
is "each with its file and line" "$(wc -l <"$work/contexts")" \
    "$(grep -c '^#: lessons/.*\.yaml:[0-9]*$' locale/course/*.pot | awk -F: '{ n += $2 } END { print n }')"

pseudo ru $ru/*.po
is "all is translated" 0 "$(translate ru $ru "$work/ru")"
has "a complete lesson" "complete: rights/when-police-stop-you.yaml" "$work/out"
is "the translation is a course" 0 "$(status "$program" lint "$work/ru")"
has "in that language" "language: ru" "$work/ru/course.yaml"
has "with its licence" "SPDX-License-Identifier: CC-BY-SA-4.0" \
    "$work/ru/safety/what-counts-as-violence.yaml"
cp -R "$tree/lessons" "$work/lessons"
cp -R "$work/ru" "$work/lessons-ru"
printf '1\n1\n' | "$program" play --course "$work/lessons/" --plain --lang ru >"$work/out"
has "play finds it beside the course" "Conecta peer education course ж" "$work/out"
has "and its lessons" "How HIV is passed on, and how it is not ж" "$work/out"

# ---------------------------------------------------------------- a reworded sentence

sed -i.bak 's/A cup in the kitchen/A cup in our kitchen/' lessons/hiv-sti/how-hiv-is-passed-on.yaml
rm lessons/hiv-sti/*.bak
is "update-po takes it" 0 "$(status sh scripts/update-lessons-po "$program")"
is "one string is fuzzy" 1 "$(msgcat $ru/*.po | msgattrib --only-fuzzy --no-obsolete | grep -c '^msgctxt')"
has "which shows its former wording" '#| msgid "## A cup in the kitchen"' $ru/hiv-sti.po
is "no other is open" "" "$(msgcat $ru/*.po | msgattrib --untranslated)"
is "a lesson is not complete" 1 "$(translate ru $ru "$work/ru")"
is "only that one, and its last translation stays" \
    "stale: hiv-sti/how-hiv-is-passed-on.yaml, 1 fuzzy" "$(grep -v ^complete "$work/out")"
has "as it was" "A cup in the kitchen" "$work/ru/hiv-sti/how-hiv-is-passed-on.yaml"
is "elsewhere it is not there" 1 "$(translate ru $ru "$work/fresh")"
has "which is called incomplete" "incomplete: hiv-sti/how-hiv-is-passed-on.yaml" "$work/out"
is "what is there is a course" 0 "$(status "$program" lint "$work/fresh")"
cp $ru/hiv-sti.po "$work/before.po"
sh scripts/update-lessons-po "$program"
is "a second update changes nothing" "" "$(diff $ru/hiv-sti.po "$work/before.po" || :)"
msgattrib --clear-fuzzy --clear-previous -o $ru/hiv-sti.po "$work/before.po"
is "translated again" 0 "$(translate ru $ru "$work/ru")"

# A lesson that went away leaves its translations as obsolete ones.
cp -R lessons "$work/kept"
sed -i.bak '/condoms-and/d' lessons/course.yaml
is "update-po without a lesson" 0 "$(status sh scripts/update-lessons-po "$program")"
has "keeps what was translated" '#~ msgctxt "condoms-and-lubricant/title"' $ru/hiv-sti.po
rm -rf lessons
mv "$work/kept" lessons
sh scripts/update-lessons-po "$program"
is "and takes it back" 0 "$(translate ru $ru "$work/ru")"

# ---------------------------------------------------------------- what is refused

cp $ru/safety.po "$work/safety.po"
sed -i.bak '/^msgctxt "what-counts-as-violence\/title"/,/^$/s/^msgstr.*/msgstr "Open/' $ru/safety.po
is "a damaged file" 2 "$(translate ru $ru "$work/ru")"
line=$(grep -n '^msgstr "Open$' $ru/safety.po | cut -d: -f1)
has "with its line" "$ru/safety.po:$((line + 1)):1: error: this PO file is damaged" "$work/err"
sed 's/X-Conecta-Course: conecta/X-Conecta-Course: other/' "$work/safety.po" >$ru/safety.po
is "a file of another course" 2 "$(translate ru $ru "$work/ru")"
line=$(grep -n '^"X-Conecta-Course' $ru/safety.po | cut -d: -f1)
has "with the line of its header" "$ru/safety.po:$line:1: error: this PO file is not" "$work/err"
cp "$work/safety.po" $ru/safety.po
is "another language" 2 "$(translate uk $ru "$work/uk")"
is "no PO files" 2 "$(translate uk "$work" "$work/uk")"
is "the course itself as --out" 2 "$(translate ru $ru lessons)"
has "is not overwritten" "language: en" lessons/course.yaml
is "no such language" 2 "$(translate xx $ru "$work/xx")"
is "a missing option" 2 "$(status "$program" translate lessons --lang ru)"
is "no course" 2 "$(status "$program" pot "$work/nowhere")"
is "a number that was lost" 1 "$(
    awk '!done && /^msgstr ".*[0-9]/ { gsub(/[0-9]/, ""); done = 1 } { print }' \
        "$work/safety.po" >$ru/safety.po
    translate ru $ru "$work/fresh")"
has "is named" "error: the translation lost the number " "$work/err"
has "with both places" "    the original is $tree/lessons/safety/what-counts-as-violence.yaml:" "$work/err"

# The limit of this shell stands for a full disk.
full() {
    (
        trap '' XFSZ
        ulimit -f 2
        status "$@"
    )
}
cp "$work/ru/safety/what-counts-as-violence.yaml" "$work/old.yaml"
is "no room for a lesson" 2 \
    "$(full "$program" translate lessons --lang ru --po $ru --out "$work/ru")"
has "is said" "cannot be written" "$work/err"
is "and nothing half-written is left" "" "$(find "$work/ru" -name '*.new')"
cp locale/course/rights.pot "$work/old.pot"
is "no room for a template" 2 "$(full "$program" pot lessons --out locale/course)"
has "is said" "could not be written" "$work/err"
is "and the old one stays" "" "$(diff locale/course/rights.pot "$work/old.pot" || :)"

# ---------------------------------------------------------------- lessons in YAML

rm -rf locale/course/uk "$work/parallel"
cp -R "$work/lessons-ru" "$work/parallel"
rm "$work/parallel/safety/what-counts-as-violence.yaml"
sed -i.bak 's/^language: ru/language: uk/' "$work/parallel/course.yaml"
code=$(status sh scripts/po-from-yaml "$program" uk "$work/parallel")
is "a course written in Ukrainian, without one lesson" 1 "$code"
count=$(grep -c '^msgctxt' locale/course/rights.pot)
has "is taken in" "locale/course/uk/rights.po: $count strings, $count filled in" "$work/out"
has "what was not there stays open" "incomplete: safety/what-counts-as-violence.yaml" "$work/out"
has "the rest is complete" "complete: hiv-sti/condoms-and-lubricant.yaml" "$work/out"
awk '{ print } /^# /{ next } /## /{ if (!done++) print "\n    One more.\n" }' \
    "$work/lessons-ru/safety/what-counts-as-violence.yaml" \
    >"$work/parallel/safety/what-counts-as-violence.yaml"
is "a paragraph too many" 1 \
    "$([ "$(status sh scripts/po-from-yaml "$program" uk "$work/parallel")" = 0 ] || echo 1)"
has "is named" "paragraphs, its original" "$work/err"
is "what was there before is kept" "$count translated messages." \
    "$(msgfmt --statistics -o /dev/null locale/course/uk/rights.po 2>&1)"

# ---------------------------------------------------------------- every activity

mkdir -p "$work/every/basics"
cp "$CONECTA_TEST_DATA/screens/course/basics/everything.yaml" "$work/every/basics"
cat >"$work/every/course.yaml" <<'END'
format: 1
course: every
title: Every activity
language: en
modules:
  - id: basics
    title: Basics
    lessons: [basics/everything.yaml]
END
"$program" pot "$work/every" --lang uk --out "$work/po" >"$work/log"
pseudo uk "$work"/po/*.po
is "a lesson with every activity" 0 \
    "$(status "$program" translate "$work/every" --lang uk --po "$work/po" --out "$work/every-uk")"
is "is a lesson in another language" 0 "$(status "$program" lint "$work/every-uk")"
printf '%s\n' '' 1 '' '' '' | "$program" play --course "$work/every" --plain --lang uk \
    --lesson everything >"$work/out"
has "and is played in it" "I say yes ж" "$work/out"

# Two lessons with one id cannot be told apart.
cp "$work/every/basics/everything.yaml" "$work/every/basics/again.yaml"
sed -i.bak 's/everything.yaml/everything.yaml, basics\/again.yaml/' "$work/every/course.yaml"
is "one id twice" 2 "$(status "$program" pot "$work/every" --out "$work/po")"
has "is refused" "another lesson of this course has the id 'everything' as well" "$work/err"

exit $failed
