/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/word_show.h"

#include <string.h>

#include <sodium.h>

#include "base/language.h"
#include "play/own_page.h"

enum offered { OFFER_SHOW, OFFER_DECLINE, OFFER_COUNT };
enum answered { ANSWER_ACCEPT, ANSWER_OTHERS, ANSWER_DECLINE, ANSWER_COUNT };

void word_show_wipe(struct word_show *show)
{
    sodium_memzero(show, sizeof *show);
}

static void go_to_offer(struct word_show *show)
{
    show->shown = false;
    show->menu = menu_new(OFFER_COUNT, 0);
}

/* No option is focused at first: Enter twice must not go past words unseen, and
 * where the cursor is there is reading aloud. */
static void go_to_words(struct word_show *show)
{
    show->shown = true;
    show->menu = menu_new(ANSWER_COUNT, 0);
    show->menu.focus = 0;
}

void word_show_start(struct word_show *show, const struct words *list,
                     const size_t chosen[PHRASE_WORDS])
{
    word_show_wipe(show);
    show->list = list;
    memcpy(show->chosen, chosen, sizeof show->chosen);
    go_to_offer(show);
}

void word_show_exchange(struct word_show *show, const size_t chosen[PHRASE_WORDS])
{
    memcpy(show->chosen, chosen, sizeof show->chosen);
    go_to_words(show);
}

static void add_offer(const void *data, size_t index, struct view *view)
{
    (void)data;
    /* TRANSLATORS: the options under "Keep your place?"; short. */
    view_option(view, index == OFFER_SHOW ? C_("keep", "Show me the words") : C_("keep", "No"),
                MARK_NONE);
}

static void add_answer(const void *data, size_t index, struct view *view)
{
    (void)data;
    switch ((enum answered)index) {
    case ANSWER_ACCEPT:
        /* TRANSLATORS: the options under the five words; short. */
        view_option(view, C_("keep", "I have them. Keep my place"), MARK_NONE);
        break;
    case ANSWER_OTHERS:
        /* TRANSLATORS: an option under the five words: five others are chosen. Short. */
        view_option(view, C_("keep", "Other words, please"), MARK_NONE);
        break;
    default:
        /* TRANSLATORS: an option under the five words: she changed her mind. Short. */
        view_option(view, C_("keep", "Keep nothing"), MARK_NONE);
    }
}

static void add_point(struct view *view, const char *text)
{
    struct block *block = view_item(view, MARK_NONE);
    rich_add(view, &block->text, text, strlen(text), STYLE_PLAIN);
}

static void show_offer(const struct word_show *show, struct view *view)
{
    /* TRANSLATORS: heading of the offer to keep how far somebody is in the course. */
    own_page_begin(view, _("Keep your place?"));
    view_add(view, BLOCK_PARAGRAPH,
             /* TRANSLATORS: under "Keep your place?". No name, no password: only these words. */
             _("Five words will open your place again on this computer."), STYLE_PLAIN);
    /* TRANSLATORS: before the five words are shown. */
    add_point(view, _("Lost words cannot be found again."));
    /* TRANSLATORS: before the five words are shown. */
    add_point(view, _("Learn them, or keep them away from this computer."));
    /* TRANSLATORS: before the five words are shown: what they cannot do. */
    add_point(view, _("They do not help if the computer is watched, or against force."));
    /* TRANSLATORS: before the five words are shown. */
    add_point(view, _("Look around: is anybody watching?"));
    view_gap(view);
    menu_show(&show->menu, view, add_offer, show);
    view->page = 1;
}

static void show_words(const struct word_show *show, struct view *view)
{
    /* TRANSLATORS: heading of the page that shows the five words. */
    own_page_begin(view, _("These are your words"));
    for (size_t i = 0; i < PHRASE_WORDS; i++) {
        struct block *block = view_item(view, MARK_NONE);
        const char *word = show->list->word[show->chosen[i]];
        block->number = (unsigned)i + 1;
        rich_add(view, &block->text, word, strlen(word), STYLE_BOLD);
    }
    view_gap(view);
    /* TRANSLATORS: under the five words. */
    view_add(view, BLOCK_PARAGRAPH, _("Keep their order, too."), STYLE_PLAIN);
    view_gap(view);
    menu_show(&show->menu, view, add_answer, show);
    view->page = 2;
    view_hint(view, EVENT_BACK, C_("key", "back"));
}

void word_show_show(const struct word_show *show, struct view *view)
{
    if (show->shown)
        show_words(show, view);
    else
        show_offer(show, view);
    view_hint(view, EVENT_UP_LEVEL, C_("key", "skip"));
}

static enum word_show_result decline(struct word_show *show)
{
    word_show_wipe(show);
    return WORD_SHOW_DECLINED;
}

static enum word_show_result choose_offer(struct word_show *show, size_t index)
{
    if (index == OFFER_DECLINE)
        return decline(show);
    go_to_words(show);
    return WORD_SHOW_CHANGED;
}

static enum word_show_result choose_answer(struct word_show *show, size_t index,
                                           char ret_phrase[PHRASE_BYTES])
{
    if (index == ANSWER_DECLINE)
        return decline(show);
    if (index == ANSWER_OTHERS)
        return WORD_SHOW_OTHERS;
    phrase_write(show->list, show->chosen, ret_phrase);
    word_show_wipe(show);
    return WORD_SHOW_ACCEPTED;
}

static enum word_show_result go_back(struct word_show *show)
{
    if (!show->shown)
        return decline(show);
    go_to_offer(show);
    return WORD_SHOW_CHANGED;
}

enum word_show_result word_show_handle(struct word_show *show, struct event event,
                                       char ret_phrase[PHRASE_BYTES])
{
    size_t index;

    if (event.kind == EVENT_UP_LEVEL)
        return decline(show);
    if (event.kind == EVENT_BACK)
        return go_back(show);
    switch (menu_handle(&show->menu, event, &index)) {
    case MENU_CHOSEN:
        return show->shown ? choose_answer(show, index, ret_phrase) : choose_offer(show, index);
    case MENU_CHANGED:
        return WORD_SHOW_CHANGED;
    case MENU_IGNORED:
        break;
    }
    return WORD_SHOW_IGNORED;
}
