/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/word_entry.h"

#include <stdbool.h>
#include <string.h>

#include <sodium.h>

#include "base/language.h"
#include "words/words.h"

/* The field is no option of the list: no digit picks it. */
#define FIELD_NUMBER (WALK_CHOICES + 1)

/* Words so far, and what was typed after them. */
#define LINE_BYTES (PHRASE_BYTES + sizeof(struct typed))

/* What can be chosen now. */
struct choices {
    struct words_range ranges[WALK_CHOICES];
    size_t count;
    const struct words *lists[WALK_CHOICES]; /* after the ranges: other lists, or those that
                                              * have what was typed as a whole word */
    size_t list_count;
};

static const struct words *list_of(const char *language)
{
    const struct words *list = words_of(language);
    return list ? list : words_lists()[0];
}

void word_entry_wipe(struct word_entry *entry)
{
    sodium_memzero(entry, sizeof *entry);
}

static void begin(struct word_entry *entry, const struct words *list)
{
    word_entry_wipe(entry);
    entry->home = entry->list = list;
}

void word_entry_start(struct word_entry *entry, const char *language)
{
    begin(entry, list_of(language));
}

static bool is_new(const struct word_entry *entry)
{
    return entry->count == 0 && entry->depth == 0 && typing_is_empty(&entry->typed);
}

void word_entry_speak(struct word_entry *entry, const char *language)
{
    if (is_new(entry))
        begin(entry, list_of(language));
}

static void leave_groups(struct word_entry *entry)
{
    sodium_memzero(entry->path, sizeof entry->path);
    entry->depth = 0;
}

static void forget_letters(struct word_entry *entry)
{
    sodium_memzero(&entry->typed, sizeof entry->typed);
    leave_groups(entry);
}

/* Some words are spelled alike in two lists, and a phrase is what is spelled. */
static bool can_move(const struct word_entry *entry, const struct words *list)
{
    for (size_t i = 0; i < entry->count; i++) {
        const char *word = entry->list->word[entry->chosen[i]];
        if (words_find(list, word, strlen(word)) < 0)
            return false;
    }
    return true;
}

static void move_to(struct word_entry *entry, const struct words *list)
{
    for (size_t i = 0; i < entry->count; i++) {
        const char *word = entry->list->word[entry->chosen[i]];
        entry->chosen[i] = (size_t)words_find(list, word, strlen(word));
    }
    entry->list = list;
}

static struct words_range fitting(const struct words *list, const struct word_entry *entry)
{
    return words_complete(list, entry->typed.text, strlen(entry->typed.text));
}

/* Letters that fit no word of this list may begin one of another: a phrase opens
 * its record whatever language is spoken. */
static void follow_letters(struct word_entry *entry)
{
    leave_groups(entry);
    entry->focus = 0;
    if (typing_is_empty(&entry->typed) && entry->count == 0)
        entry->list = entry->home;
    if (fitting(entry->list, entry).count > 0)
        return;
    for (const struct words *const *list = words_lists(); *list; list++)
        if (can_move(entry, *list) && fitting(*list, entry).count > 0) {
            move_to(entry, *list);
            return;
        }
}

static struct words_range range_of(const struct word_entry *entry)
{
    return entry->depth > 0 ? entry->path[entry->depth - 1] : fitting(entry->list, entry);
}

static void add_nearest(const struct word_entry *entry, struct choices *choices)
{
    int nearest = words_nearest(entry->list, entry->typed.text, strlen(entry->typed.text));
    if (nearest >= 0)
        choices->ranges[choices->count++] = (struct words_range){(size_t)nearest, 1};
}

static int whole_word(const struct words *list, const struct word_entry *entry)
{
    return words_find(list, entry->typed.text, strlen(entry->typed.text));
}

/* With nothing typed, every list. With letters, those where they are a word: "база"
 * is a Ukrainian one, though in Russian only "базар" begins so. */
static void add_lists(const struct word_entry *entry, struct choices *choices)
{
    bool typed = !typing_is_empty(&entry->typed);

    if (entry->depth > 0 || (typed && whole_word(entry->list, entry) >= 0))
        return;
    for (const struct words *const *list = words_lists(); *list; list++)
        if (*list != entry->list && can_move(entry, *list) &&
            (!typed || whole_word(*list, entry) >= 0) &&
            choices->count + choices->list_count < WALK_CHOICES)
            choices->lists[choices->list_count++] = *list;
}

static struct choices choices_of(const struct word_entry *entry)
{
    struct choices choices = {.count = 0};
    struct words_range range = range_of(entry);

    if (range.count == 0)
        add_nearest(entry, &choices);
    else if (range.count == 1)
        choices.ranges[choices.count++] = range;
    else
        choices.count = walk_part(entry->list, range, choices.ranges);
    add_lists(entry, &choices);
    return choices;
}

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
    struct words_range range = range_of(entry);
    struct block *block = view_add(view, BLOCK_FIELD, entry->typed.text, STYLE_BOLD);

    block->number = FIELD_NUMBER;
    if (is_new(entry))
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
        if (*list != entry->list && fitting(*list, entry).count > 0) {
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
        view_option(view, list->word[whole_word(list, entry)], MARK_NONE)->aside = name_of(list);
}

static void show_choices(const struct word_entry *entry, const struct choices *choices,
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
    view_hint(view, EVENT_ENTER, C_("key", "choose"));
    view_hint(view, EVENT_PICK, C_("key", "choose"));
    if (!is_new(entry))
        view_hint(view, EVENT_BACK, C_("key", "take back"));
    view_hint(view, EVENT_UP_LEVEL, C_("key", "skip"));
}

void word_entry_show(const struct word_entry *entry, struct view *view)
{
    struct choices choices = choices_of(entry);

    view->title = "Conecta";
    /* TRANSLATORS: heading of the page that asks for the words that open what she has saved. */
    view_add(view, BLOCK_HEADING, _("Your five words"), STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    show_place(entry, view);
    show_field(entry, view);
    show_note(entry, view);
    if (range_of(entry).count == 0)
        show_misfit(entry, choices.count > 0, view);
    show_choices(entry, &choices, view);
    view->focus = entry->focus > 0 ? entry->focus : FIELD_NUMBER;
    view->input = INPUT_WORDS;
    view->page = 1;
    add_hints(entry, view);
    sodium_memzero(&choices, sizeof choices);
}

/* False when the word is there already: one of the two is a slip. */
static bool take(struct word_entry *entry, size_t index)
{
    forget_letters(entry);
    for (size_t i = 0; i < entry->count; i++)
        if (entry->chosen[i] == index) {
            entry->note = WORD_ENTRY_TWICE;
            return false;
        }
    entry->chosen[entry->count++] = index;
    return true;
}

static enum word_entry_result complete(struct word_entry *entry, char ret_phrase[PHRASE_BYTES])
{
    if (entry->count < PHRASE_WORDS)
        return WORD_ENTRY_CHANGED;
    phrase_write(entry->list, entry->chosen, ret_phrase);
    begin(entry, entry->list);
    return WORD_ENTRY_COMPLETE;
}

/* What a line says takes the place of the words so far, which are part of it or
 * given up. A wrong word stays in the field, as if it had been typed alone. */
static void take_line(struct word_entry *entry, const struct phrase_typed *line, size_t understood)
{
    char wrong[sizeof entry->typed.text] = "";

    if (line->wrong_at)
        memcpy(wrong, line->wrong_at, line->wrong_length);
    entry->list = line->list;
    entry->count = 0;
    sodium_memzero(entry->chosen, sizeof entry->chosen);
    forget_letters(entry);
    for (size_t i = 0; i < understood; i++)
        if (!take(entry, line->chosen[i]))
            break;
    if (entry->note == WORD_ENTRY_NO_NOTE)
        memcpy(entry->typed.text, wrong, sizeof wrong);
    sodium_memzero(wrong, sizeof wrong);
}

static void judge_line(struct word_entry *entry, enum phrase_result result,
                       const struct phrase_typed *line, size_t before)
{
    switch (result) {
    case PHRASE_UNDERSTOOD:
        take_line(entry, line, PHRASE_WORDS);
        break;
    case PHRASE_TOO_SHORT:
        take_line(entry, line, line->count);
        break;
    case PHRASE_WRONG_WORD:
        /* Words that she has are not given up for a line of another language. */
        if (line->wrong >= before)
            take_line(entry, line, line->wrong);
        break;
    case PHRASE_TOO_LONG:
        forget_letters(entry);
        entry->note = WORD_ENTRY_TOO_MANY;
        break;
    }
}

/* The words so far and what was typed. */
static void join(const struct word_entry *entry, char ret_line[LINE_BYTES])
{
    ret_line[0] = '\0';
    for (size_t i = 0; i < entry->count; i++) {
        strcat(ret_line, entry->list->word[entry->chosen[i]]);
        strcat(ret_line, " ");
    }
    strcat(ret_line, entry->typed.text);
}

/* Five words at once are all of them; fewer follow those that she has. */
static void read_line(struct word_entry *entry)
{
    char joined[LINE_BYTES];
    struct phrase_typed line;
    size_t before = 0;
    enum phrase_result result = phrase_read(entry->typed.text, entry->list->language, &line);

    if (line.count < PHRASE_WORDS) {
        before = entry->count;
        join(entry, joined);
        result = phrase_read(joined, entry->list->language, &line);
    }
    judge_line(entry, result, &line, before);
    sodium_memzero(joined, sizeof joined);
    sodium_memzero(&line, sizeof line);
}

/* The field is done: its word is taken when it can be no other. */
static enum word_entry_result take_typed(struct word_entry *entry, char ret_phrase[PHRASE_BYTES])
{
    if (typing_is_empty(&entry->typed))
        return WORD_ENTRY_IGNORED;
    struct words_range range = fitting(entry->list, entry);
    if (range.count > 1 || choices_of(entry).list_count > 0)
        entry->note = WORD_ENTRY_SEVERAL;
    else if (range.count == 1)
        take(entry, range.first);
    else
        read_line(entry);
    return complete(entry, ret_phrase);
}

static size_t focus_after(const struct word_entry *entry)
{
    /* Who moves by arrows goes on with arrows. */
    return entry->focus > 0 ? 1 : 0;
}

static void choose_list(struct word_entry *entry, const struct words *list)
{
    move_to(entry, list);
    if (typing_is_empty(&entry->typed))
        entry->home = list;
    else
        take(entry, (size_t)whole_word(list, entry));
}

static enum word_entry_result pick(struct word_entry *entry, size_t number,
                                   char ret_phrase[PHRASE_BYTES])
{
    struct choices choices = choices_of(entry);

    if (number < 1 || number > choices.count + choices.list_count)
        return WORD_ENTRY_IGNORED;
    entry->focus = focus_after(entry);
    if (number > choices.count) {
        choose_list(entry, choices.lists[number - choices.count - 1]);
    } else if (choices.ranges[number - 1].count == 1) {
        take(entry, choices.ranges[number - 1].first);
    } else {
        entry->path[entry->depth++] = choices.ranges[number - 1];
    }
    sodium_memzero(&choices, sizeof choices);
    return complete(entry, ret_phrase);
}

static enum word_entry_result move_focus(struct word_entry *entry, bool down)
{
    struct choices choices = choices_of(entry);
    size_t places = choices.count + choices.list_count + 1;

    entry->focus = (entry->focus + (down ? 1 : places - 1)) % places;
    sodium_memzero(&choices, sizeof choices);
    return WORD_ENTRY_CHANGED;
}

static bool leave_group(struct word_entry *entry)
{
    if (entry->depth == 0)
        return false;
    entry->depth--;
    sodium_memzero(&entry->path[entry->depth], sizeof *entry->path);
    return true;
}

static bool take_back_word(struct word_entry *entry)
{
    if (entry->count == 0)
        return false;
    entry->count--;
    sodium_memzero(&entry->chosen[entry->count], sizeof *entry->chosen);
    return true;
}

/* The group, else letters, else the word before: EVENT_ERASE takes one letter,
 * EVENT_CLEAR all. */
static enum word_entry_result take_back(struct word_entry *entry, enum event_kind letters)
{
    bool typed = !typing_is_empty(&entry->typed);
    size_t focus = focus_after(entry);

    if (leave_group(entry)) {
        entry->focus = focus;
        return WORD_ENTRY_CHANGED;
    }
    if (typed)
        typing_handle(&entry->typed, (struct event){letters, 0}, INPUT_WORDS, VIEW_TYPED);
    else if (!take_back_word(entry))
        return WORD_ENTRY_IGNORED;
    follow_letters(entry);
    entry->focus = typed ? 0 : focus;
    return WORD_ENTRY_CHANGED;
}

static enum word_entry_result cancel(struct word_entry *entry)
{
    begin(entry, entry->home);
    return WORD_ENTRY_CANCELLED;
}

/* Digits are no letters: a line may number its words. */
static enum word_entry_result type(struct word_entry *entry, struct event event)
{
    if (event.number >= '0' && event.number <= '9')
        return WORD_ENTRY_IGNORED;
    if (!typing_handle(&entry->typed, event, INPUT_WORDS, VIEW_TYPED))
        return WORD_ENTRY_IGNORED;
    follow_letters(entry);
    return WORD_ENTRY_CHANGED;
}

static enum word_entry_result act(struct word_entry *entry, struct event event,
                                  char ret_phrase[PHRASE_BYTES])
{
    switch (event.kind) {
    case EVENT_CHARACTER:
    case EVENT_CLEAR:
        return type(entry, event);
    case EVENT_ERASE:
        /* Held down, it does not leave the page. */
        return take_back(entry, EVENT_ERASE);
    case EVENT_BACK:
        return is_new(entry) ? cancel(entry) : take_back(entry, EVENT_CLEAR);
    case EVENT_UP_LEVEL:
        return cancel(entry);
    case EVENT_UP:
    case EVENT_DOWN:
        return move_focus(entry, event.kind == EVENT_DOWN);
    case EVENT_PICK:
        return pick(entry, event.number, ret_phrase);
    case EVENT_ENTER:
    case EVENT_SPACE:
    case EVENT_ON:
        return entry->focus > 0 ? pick(entry, entry->focus, ret_phrase)
                                : take_typed(entry, ret_phrase);
    default:
        return WORD_ENTRY_IGNORED;
    }
}

enum word_entry_result word_entry_handle(struct word_entry *entry, struct event event,
                                         char ret_phrase[PHRASE_BYTES])
{
    enum word_entry_note note = entry->note;

    entry->note = WORD_ENTRY_NO_NOTE;
    enum word_entry_result result = act(entry, event, ret_phrase);
    if (result == WORD_ENTRY_IGNORED)
        entry->note = note;
    return result;
}
