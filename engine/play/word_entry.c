/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/word_entry.h"

#include <stdbool.h>
#include <string.h>

#include <sodium.h>

#include "play/word_entry_inside.h"
#include "words/words.h"

/* Words so far, and what was typed after them. */
#define LINE_BYTES (PHRASE_BYTES + sizeof(struct typed))

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

bool word_entry_is_new(const struct word_entry *entry)
{
    return entry->count == 0 && entry->depth == 0 && typing_is_empty(&entry->typed);
}

void word_entry_speak(struct word_entry *entry, const char *language)
{
    if (word_entry_is_new(entry))
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

struct words_range word_entry_fitting(const struct words *list, const struct word_entry *entry)
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
    if (word_entry_fitting(entry->list, entry).count > 0)
        return;
    for (const struct words *const *list = words_lists(); *list; list++)
        if (can_move(entry, *list) && word_entry_fitting(*list, entry).count > 0) {
            move_to(entry, *list);
            return;
        }
}

struct words_range word_entry_range(const struct word_entry *entry)
{
    return entry->depth > 0 ? entry->path[entry->depth - 1]
                            : word_entry_fitting(entry->list, entry);
}

static void add_nearest(const struct word_entry *entry, struct word_choices *choices)
{
    int nearest = words_nearest(entry->list, entry->typed.text, strlen(entry->typed.text));
    if (nearest >= 0)
        choices->ranges[choices->count++] = (struct words_range){(size_t)nearest, 1};
}

int word_entry_whole_word(const struct words *list, const struct word_entry *entry)
{
    return words_find(list, entry->typed.text, strlen(entry->typed.text));
}

/* With nothing typed, every list. With letters, those where they are a word: "база"
 * is a Ukrainian one, though in Russian only "базар" begins so. */
static void add_lists(const struct word_entry *entry, struct word_choices *choices)
{
    bool typed = !typing_is_empty(&entry->typed);

    if (entry->depth > 0 || (typed && word_entry_whole_word(entry->list, entry) >= 0))
        return;
    for (const struct words *const *list = words_lists(); *list; list++)
        if (*list != entry->list && can_move(entry, *list) &&
            (!typed || word_entry_whole_word(*list, entry) >= 0) &&
            choices->count + choices->list_count < WALK_CHOICES)
            choices->lists[choices->list_count++] = *list;
}

struct word_choices word_entry_choices(const struct word_entry *entry)
{
    struct word_choices choices = {.count = 0};
    struct words_range range = word_entry_range(entry);

    if (range.count == 0)
        add_nearest(entry, &choices);
    else if (range.count == 1)
        choices.ranges[choices.count++] = range;
    else
        choices.count = walk_part(entry->list, range, choices.ranges);
    add_lists(entry, &choices);
    return choices;
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
    struct word_choices choices = word_entry_choices(entry);
    struct words_range range = word_entry_fitting(entry->list, entry);
    if (range.count > 1 || choices.list_count > 0)
        entry->note = WORD_ENTRY_SEVERAL;
    else if (range.count == 1)
        take(entry, range.first);
    else
        read_line(entry);
    sodium_memzero(&choices, sizeof choices);
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
        take(entry, (size_t)word_entry_whole_word(list, entry));
}

static enum word_entry_result pick(struct word_entry *entry, size_t number,
                                   char ret_phrase[PHRASE_BYTES])
{
    struct word_choices choices = word_entry_choices(entry);

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
    struct word_choices choices = word_entry_choices(entry);
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
        return word_entry_is_new(entry) ? cancel(entry) : take_back(entry, EVENT_CLEAR);
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
