/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a word_entry: nothing here changes it. */
#include <stdbool.h>
#include <string.h>

#include <sodium.h>

#include "base/language.h"
#include "play/own_page.h"
#include "play/word_entry_inside.h"

/* The field is no option of the list: no digit picks it. */
#define FIELD_NUMBER (WALK_CHOICES + 1)

/* The name of a list: that of its language. */
static const char *name_of(const struct words *list)
{
    const struct language *language = language_find(list->language);
    return language ? language->name : list->language;
}

static void show_place(const struct word_entry *entry, struct view *view)
{
    view->step = entry->count + 1;
    view->steps = PHRASE_WORDS;
    /* TRANSLATORS: which of five words is asked for now: "Word 2 of 5". */
    struct block *block = view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN, _("Word %1$zu of %2$d"),
                                    entry->count + 1, PHRASE_WORDS);
    if (strcmp(entry->list->language, language_used()) != 0)
        block->aside = name_of(entry->list);
}

static void show_field(const struct word_entry *entry, struct view *view)
{
    struct words_range range = word_entry_range(entry);
    struct block *block = view_add(view, BLOCK_FIELD, entry->typed.text, STYLE_BOLD);

    block->number = FIELD_NUMBER;
    if (word_entry_is_new(entry))
        /* TRANSLATORS: quietly in the empty field for a word, above a list; at most 34 letters. */
        block->aside = _("Type it, or choose below.");
    else if (range.count == 1)
        block->aside = entry->list->word[range.first];
}

/* Why nothing fits: most often the keyboard writes another alphabet. */
static void show_misfit(const struct word_entry *entry, bool nearest, struct view *view)
{
    view_gap(view);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_BOLD,
              /* TRANSLATORS: %s is what somebody typed; none of the words that she can have begins
               * so. Kindly: a slip, no fault. */
              _("No word begins like this: %s"), entry->typed.text);
    if (nearest) {
        view_add(view, BLOCK_PARAGRAPH,
                 /* TRANSLATORS: above a word that is spelled nearly as what was typed. */
                 _("Is it this one?"), STYLE_PLAIN);
        return;
    }
    for (const struct words *const *list = words_lists(); *list; list++)
        if (*list != entry->list && word_entry_fitting(*list, entry).count > 0) {
            view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
                      /* TRANSLATORS: somebody typed letters of another alphabet than that of her
                       * first words; %s is the name of a language in itself, "Русский". */
                      _("Your first words are from this list: %s"), name_of(entry->list));
            return;
        }
}

static void show_note(const struct word_entry *entry, struct view *view)
{
    const char *text = NULL;

    switch (entry->note) {
    case WORD_ENTRY_SEVERAL:
        /* TRANSLATORS: to the first letters of a word, above a list of words or of beginnings. */
        text = _("Several words begin like this. Type more letters, or choose one.");
        break;
    case WORD_ENTRY_TWICE:
        /* TRANSLATORS: the five words that open a record are all different. */
        text = _("You have entered this word already. All five are different.");
        break;
    case WORD_ENTRY_TOO_MANY:
        /* TRANSLATORS: to a line of words. */
        text = _("These are more than five words.");
        break;
    case WORD_ENTRY_NOT_FOUND:
        /* TRANSLATORS: after five words that open no record. Kindly: perhaps a slip. */
        text = _("These words open nothing on this computer. Look at each word and at their order.");
        break;
    case WORD_ENTRY_COVERED:
        /* TRANSLATORS: in the place of her page, when no key was pressed for three minutes. */
        text = _("Nobody pressed a key for a while, so your page was covered. Your place is kept: "
                 "your words open it again.");
        break;
    case WORD_ENTRY_NO_NOTE:
        return;
    }
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH, text, STYLE_BOLD);
}

static void show_list(const struct word_entry *entry, const struct words *list, struct view *view)
{
    if (typing_is_empty(&entry->typed))
        /* TRANSLATORS: behind the name of a language: words of that language. */
        view_option(view, name_of(list), MARK_NONE)->aside = C_("words", "other words");
    else
        view_option(view, list->word[word_entry_whole_word(list, entry)], MARK_NONE)->aside =
            name_of(list);
}

static void show_choices(const struct word_entry *entry, const struct word_choices *choices,
                         struct view *view)
{
    char label[WALK_LABEL_BYTES];

    view_gap(view);
    for (size_t i = 0; i < choices->count; i++) {
        walk_label(entry->list, choices->ranges[i], label);
        view_option(view, label, MARK_NONE);
    }
    sodium_memzero(label, sizeof label);
    for (size_t i = 0; i < choices->list_count; i++)
        show_list(entry, choices->lists[i], view);
}

static void add_hints(const struct word_entry *entry, struct view *view)
{
    if (view->options > 0) {
        view_hint(view, EVENT_ENTER, C_("key", "choose"));
        view_hint(view, EVENT_PICK, C_("key", "choose"));
    }
    if (!word_entry_is_new(entry))
        view_hint(view, EVENT_BACK, C_("key", "take back"));
    view_hint(view, EVENT_UP_LEVEL, C_("key", "skip"));
}

void word_entry_show(const struct word_entry *entry, struct view *view)
{
    struct word_choices choices = word_entry_choices(entry);

    /* TRANSLATORS: heading of the page that asks for the words that open what she has saved. */
    own_page_begin(view, _("Your five words"));
    show_place(entry, view);
    show_field(entry, view);
    show_note(entry, view);
    if (word_entry_range(entry).count == 0)
        show_misfit(entry, choices.count > 0, view);
    show_choices(entry, &choices, view);
    view->focus = entry->focus > 0 ? entry->focus : FIELD_NUMBER;
    view->input = INPUT_WORDS;
    view->page = 1;
    add_hints(entry, view);
    sodium_memzero(&choices, sizeof choices);
}
