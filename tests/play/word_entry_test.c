/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/word_entry.h"

#include <stdlib.h>

#include <unistr.h>

#include "../support/seen.h"
#include "base/language.h"
#include "base/random.h"
#include "terminal/lines.h"

/* The page of a screen of 40 by 15, and the widest there is. */
#define SMALL_WIDTH 38
#define SMALL_HEIGHT 13
#define LARGE_WIDTH 72

static const char five[] = "abacus actor album alley aloe";

/* CONECTA_STRIDE=1 tries everything, as "make prove" does; else every 8th, or so. */
static size_t stride(void)
{
    const char *wanted = getenv("CONECTA_STRIDE");
    return wanted ? strtoul(wanted, NULL, 10) : 8;
}

struct entering {
    void *memory;
    struct word_entry entry;
    char phrase[PHRASE_BYTES];
};

static int settle_language(void **state)
{
    (void)state;
    language_start("/nowhere", "/nowhere");
    return language_use("en") ? 0 : -1;
}

static struct entering begin(const char *language)
{
    struct entering entering = {.memory = talloc_new(NULL), .phrase = ""};
    word_entry_start(&entering.entry, language);
    return entering;
}

static void end(struct entering *entering)
{
    talloc_free(entering->memory);
}

static struct view *view_of(struct entering *entering)
{
    struct view *view = view_new(entering->memory);
    word_entry_show(&entering->entry, view);
    return view;
}

static enum word_entry_result send(struct entering *entering, enum event_kind kind, unsigned number)
{
    return word_entry_handle(&entering->entry, (struct event){kind, number}, entering->phrase);
}

static enum word_entry_result press(struct entering *entering, enum event_kind kind)
{
    return send(entering, kind, 0);
}

static enum word_entry_result type(struct entering *entering, const char *text)
{
    enum word_entry_result result = WORD_ENTRY_IGNORED;
    const uint8_t *at = (const uint8_t *)text;
    ucs4_t character;

    for (int used; (used = u8_strmbtouc(&character, at)) > 0; at += used)
        result = send(entering, EVENT_CHARACTER, character);
    return result;
}

/* A line of plain input; the result of its last event. */
static enum word_entry_result enter_line(struct entering *entering, const char *line)
{
    struct line_events events;
    enum word_entry_result result = WORD_ENTRY_IGNORED;

    assert_true(lines_understand(view_of(entering), line, &events));
    for (size_t i = 0; i < events.count; i++)
        result = word_entry_handle(&entering->entry, events.events[i], entering->phrase);
    return result;
}

static enum word_entry_result pick_text(struct entering *entering, const char *text)
{
    return send(entering, EVENT_PICK, seen_number(view_of(entering), text));
}

static void assert_list(const struct entering *entering, const char *language)
{
    assert_string_equal(entering->entry.list->language, language);
}

static const char *word_taken(const struct entering *entering, size_t index)
{
    assert_true(index < entering->entry.count);
    return entering->entry.list->word[entering->entry.chosen[index]];
}

static void assert_as_new(const struct entering *entering)
{
    struct word_entry fresh;
    memset(&fresh, 0, sizeof fresh);
    fresh.home = entering->entry.home;
    fresh.list = entering->entry.home;
    assert_memory_equal(&entering->entry, &fresh, sizeof fresh);
}

/* Goes wherever digits lead from here to a first word of this list. */
static void walk(struct entering *entering, unsigned digits, unsigned char *reached)
{
    struct word_entry here = entering->entry;
    size_t options = view_of(entering)->options;

    assert_in_range(options, 1, 9);
    for (unsigned digit = 1; digit <= options; digit++) {
        entering->entry = here;
        assert_int_equal(send(entering, EVENT_PICK, digit), WORD_ENTRY_CHANGED);
        if (entering->entry.list != here.list)
            continue;
        if (entering->entry.count == 0) {
            walk(entering, digits + 1, reached);
            continue;
        }
        assert_in_range(digits + 1, 1, 4);
        reached[entering->entry.chosen[0]]++;
    }
}

static void digits_alone_reach_every_word_once(void **state)
{
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++) {
        struct entering entering = begin((*list)->language);
        unsigned char *reached =
            talloc_zero_array(entering.memory, unsigned char, (unsigned)(*list)->count);
        walk(&entering, 0, reached);
        for (size_t i = 0; i < (*list)->count; i++)
            assert_int_equal(reached[i], 1);
        end(&entering);
    }
}

static void first_letters_reach_every_word(void **state)
{
    /* Under valgrind a few will do. */
    size_t step = getenv("CONECTA_VALGRIND") ? stride() : 1;
    (void)state;
    for (const struct words *const *list = words_lists(); *list; list++)
        for (size_t i = 0; i < (*list)->count; i += step) {
            struct entering entering = begin((*list)->language);
            const char *word = (*list)->word[i];
            char *letters =
                talloc_strndup(entering.memory, word, text_characters(word, WORDS_TOLD_APART));
            assert_int_equal(type(&entering, letters), WORD_ENTRY_CHANGED);
            assert_int_equal(press(&entering, EVENT_ENTER), WORD_ENTRY_CHANGED);
            /* The letters are a whole word of another list. */
            if (entering.entry.note == WORD_ENTRY_SEVERAL)
                pick_text(&entering, word);
            assert_string_equal(word_taken(&entering, 0), word);
            assert_ptr_equal(entering.entry.list, *list);
            end(&entering);
        }
}

/* Whatever language the interface speaks. */
static void whole_words_of_any_list_are_taken_in_every_language(void **state)
{
    (void)state;
    for (const struct words *const *spoken = words_lists(); *spoken; spoken++)
        for (const struct words *const *list = words_lists(); *list; list++)
            for (size_t i = 0; i < (*list)->count; i += stride()) {
                struct entering entering = begin((*spoken)->language);
                type(&entering, (*list)->word[i]);
                /* It may begin a word of the list that is looked in first. */
                if (entering.entry.list != *list &&
                    words_find(entering.entry.list, (*list)->word[i], strlen((*list)->word[i])) < 0)
                    pick_text(&entering, (*list)->word[i]);
                else
                    assert_int_equal(press(&entering, EVENT_SPACE), WORD_ENTRY_CHANGED);
                assert_string_equal(word_taken(&entering, 0), (*list)->word[i]);
                end(&entering);
            }
}

static void arrows_alone_enter_five_words(void **state)
{
    struct entering entering = begin("uk");
    enum word_entry_result result = WORD_ENTRY_IGNORED;
    (void)state;
    /* The cursor stands in the field first, so that a letter can be typed. */
    assert_int_equal(seen_block(view_of(&entering), BLOCK_FIELD)->number,
                     view_of(&entering)->focus);
    for (size_t words = 0; words < PHRASE_WORDS; words++) {
        for (size_t i = 0; i < words + 1; i++)
            press(&entering, EVENT_DOWN);
        for (int i = 0; i < 4 && entering.entry.count == words; i++)
            result = press(&entering, EVENT_ENTER);
        if (words + 1 < PHRASE_WORDS)
            assert_int_equal(entering.entry.count, words + 1);
    }
    assert_int_equal(result, WORD_ENTRY_COMPLETE);
    struct phrase_typed typed;
    assert_int_equal(phrase_read(entering.phrase, "uk", &typed), PHRASE_UNDERSTOOD);
    end(&entering);
}

static void arrows_go_round(void **state)
{
    struct entering entering = begin("ru");
    (void)state;
    struct view *view = view_of(&entering);
    size_t field = view->focus;
    assert_true(field > view->options);
    for (size_t i = 1; i <= view->options; i++) {
        assert_int_equal(press(&entering, EVENT_DOWN), WORD_ENTRY_CHANGED);
        assert_int_equal(view_of(&entering)->focus, i);
    }
    press(&entering, EVENT_DOWN);
    assert_int_equal(view_of(&entering)->focus, field);
    press(&entering, EVENT_UP);
    assert_int_equal(view_of(&entering)->focus, view->options);
    /* Typing goes on in the field. */
    type(&entering, "к");
    assert_int_equal(view_of(&entering)->focus, field);
    end(&entering);
}

static void the_completion_is_shown_and_taken(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "al");
    assert_true(view_of(&entering)->options > 1);
    assert_int_equal(press(&entering, EVENT_ENTER), WORD_ENTRY_CHANGED);
    assert_int_equal(entering.entry.count, 0);
    assert_seen(view_of(&entering), "Several words begin like this.");
    type(&entering, "m");
    assert_not_seen(view_of(&entering), "Several words");
    type(&entering, "o");
    struct view *view = view_of(&entering);
    assert_string_equal(seen_block(view, BLOCK_FIELD)->text.text, "almo");
    assert_string_equal(seen_block(view, BLOCK_FIELD)->aside, "almond");
    assert_string_equal(seen_option(view, 1)->text.text, "almond");
    assert_int_equal(press(&entering, EVENT_ENTER), WORD_ENTRY_CHANGED);
    assert_string_equal(word_taken(&entering, 0), "almond");
    end(&entering);
}

static void letters_narrow_what_digits_choose_from(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "al");
    struct view *view = view_of(&entering);
    for (unsigned i = 1; i <= view->options; i++)
        assert_memory_equal(seen_option(view, i)->text.text, "al", 2);
    end(&entering);
}

static void a_letter_that_fits_nothing_is_said_at_once(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "ac");
    assert_not_seen(view_of(&entering), "No word begins like this");
    type(&entering, "x");
    assert_seen(view_of(&entering), "No word begins like this: acx");
    assert_int_equal(view_of(&entering)->options, 0);
    assert_int_equal(press(&entering, EVENT_ENTER), WORD_ENTRY_CHANGED);
    assert_int_equal(entering.entry.count, 0);
    assert_seen(view_of(&entering), "No word begins like this: acx");
    press(&entering, EVENT_ERASE);
    assert_not_seen(view_of(&entering), "No word begins like this");
    end(&entering);
}

static void the_nearest_word_is_offered(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "aktor");
    assert_seen(view_of(&entering), "Is it this one?");
    assert_int_equal(view_of(&entering)->options, 1);
    assert_int_equal(pick_text(&entering, "actor"), WORD_ENTRY_CHANGED);
    assert_string_equal(word_taken(&entering, 0), "actor");
    end(&entering);
}

static void erasing_beside_the_nearest_word_leaves_no_focus_behind(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "aktor");
    press(&entering, EVENT_DOWN);
    assert_int_equal(view_of(&entering)->focus, 1);
    press(&entering, EVENT_ERASE);
    assert_int_equal(view_of(&entering)->options, 0);
    assert_true(view_of(&entering)->focus > 1);
    end(&entering);
}

static void digits_are_no_letters(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    assert_int_equal(send(&entering, EVENT_CHARACTER, '0'), WORD_ENTRY_IGNORED);
    assert_int_equal(send(&entering, EVENT_PICK, 0), WORD_ENTRY_IGNORED);
    assert_int_equal(send(&entering, EVENT_PICK, 9), WORD_ENTRY_IGNORED);
    assert_as_new(&entering);
    end(&entering);
}

static void backspace_takes_back_group_letter_and_word(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "abac");
    press(&entering, EVENT_ENTER);
    type(&entering, "ca");
    send(&entering, EVENT_PICK, 1);
    assert_int_equal(entering.entry.depth, 1);
    assert_int_equal(press(&entering, EVENT_ERASE), WORD_ENTRY_CHANGED);
    assert_int_equal(entering.entry.depth, 0);
    assert_string_equal(entering.entry.typed.text, "ca");
    press(&entering, EVENT_ERASE);
    assert_string_equal(entering.entry.typed.text, "c");
    press(&entering, EVENT_ERASE);
    assert_int_equal(entering.entry.count, 1);
    press(&entering, EVENT_ERASE);
    assert_int_equal(entering.entry.count, 0);
    assert_seen(view_of(&entering), "Word 1 of 5");
    assert_int_equal(press(&entering, EVENT_ERASE), WORD_ENTRY_IGNORED);
    assert_as_new(&entering);
    end(&entering);
}

static void back_takes_all_letters_and_leaves_at_the_beginning(void **state)
{
    struct entering entering = begin("ru");
    (void)state;
    assert_null(seen_hint(view_of(&entering), EVENT_BACK));
    type(&entering, "абр");
    press(&entering, EVENT_ENTER);
    type(&entering, "ко");
    assert_non_null(seen_hint(view_of(&entering), EVENT_BACK));
    assert_int_equal(press(&entering, EVENT_BACK), WORD_ENTRY_CHANGED);
    assert_true(typing_is_empty(&entering.entry.typed));
    assert_int_equal(entering.entry.count, 1);
    assert_int_equal(press(&entering, EVENT_BACK), WORD_ENTRY_CHANGED);
    assert_as_new(&entering);
    assert_int_equal(press(&entering, EVENT_BACK), WORD_ENTRY_CANCELLED);
    end(&entering);
}

static void one_key_declines_anywhere(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "abac");
    press(&entering, EVENT_ENTER);
    type(&entering, "al");
    assert_int_equal(press(&entering, EVENT_UP_LEVEL), WORD_ENTRY_CANCELLED);
    assert_as_new(&entering);
    assert_string_equal(entering.phrase, "");
    end(&entering);
}

static void letters_choose_the_list(void **state)
{
    struct entering entering = begin("ru");
    (void)state;
    type(&entering, "z");
    assert_list(&entering, "en");
    assert_seen(view_of(&entering), "zebra");
    press(&entering, EVENT_ERASE);
    assert_list(&entering, "ru");
    type(&entering, "аб");
    assert_list(&entering, "ru");
    type(&entering, "е"); /* абетка */
    assert_list(&entering, "uk");
    assert_seen(view_of(&entering), "Українська");
    press(&entering, EVENT_BACK);
    type(&entering, "ї");
    assert_list(&entering, "uk");
    end(&entering);
}

static void a_first_word_settles_the_list(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "abacus");
    press(&entering, EVENT_ENTER);
    type(&entering, "а");
    assert_list(&entering, "en");
    assert_seen(view_of(&entering), "Your first words are from this list: English");
    end(&entering);
}

/* "абрикос" is Russian and Ukrainian; the next word tells which. */
static void words_of_two_lists_move_with_the_next(void **state)
{
    struct entering entering = begin("ru");
    (void)state;
    type(&entering, "абри");
    press(&entering, EVENT_ENTER);
    assert_list(&entering, "ru");
    type(&entering, "абет");
    assert_list(&entering, "uk");
    press(&entering, EVENT_ENTER);
    assert_string_equal(word_taken(&entering, 0), "абрикос");
    assert_string_equal(word_taken(&entering, 1), "абетка");
    end(&entering);
}

/* "база" is Ukrainian; in Russian it begins "базар". Neither is taken unasked. */
static void a_word_that_begins_one_of_another_list_is_asked_for(void **state)
{
    struct entering entering = begin("ru");
    (void)state;
    type(&entering, "база");
    assert_int_equal(press(&entering, EVENT_ENTER), WORD_ENTRY_CHANGED);
    assert_int_equal(entering.entry.count, 0);
    assert_seen(view_of(&entering), "Several words begin like this.");
    struct word_entry here = entering.entry;
    assert_int_equal(pick_text(&entering, "базар"), WORD_ENTRY_CHANGED);
    assert_list(&entering, "ru");
    assert_string_equal(word_taken(&entering, 0), "базар");
    entering.entry = here;
    assert_string_equal(seen_option(view_of(&entering), 2)->aside, "Українська");
    assert_int_equal(pick_text(&entering, "база"), WORD_ENTRY_CHANGED);
    assert_list(&entering, "uk");
    assert_string_equal(word_taken(&entering, 0), "база");
    end(&entering);
}

static void a_digit_chooses_another_list(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    assert_int_equal(pick_text(&entering, "Українська"), WORD_ENTRY_CHANGED);
    assert_list(&entering, "uk");
    type(&entering, "а");
    press(&entering, EVENT_ERASE);
    assert_list(&entering, "uk");
    type(&entering, "abacus");
    press(&entering, EVENT_ENTER);
    assert_list(&entering, "en");
    for (size_t i = 1; i <= view_of(&entering)->options; i++)
        assert_null(seen_option(view_of(&entering), (unsigned)i)->aside);
    end(&entering);
}

static void another_language_offers_its_list_until_she_begins(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    word_entry_speak(&entering.entry, "ru");
    assert_list(&entering, "ru");
    send(&entering, EVENT_PICK, 1);
    word_entry_speak(&entering.entry, "en");
    assert_list(&entering, "ru");
    word_entry_speak(&entering.entry, "xx");
    press(&entering, EVENT_ERASE);
    word_entry_speak(&entering.entry, "xx");
    assert_list(&entering, "en");
    end(&entering);
}

static void the_same_word_twice_is_a_slip(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "abac");
    press(&entering, EVENT_ENTER);
    type(&entering, "abac");
    assert_int_equal(press(&entering, EVENT_ENTER), WORD_ENTRY_CHANGED);
    assert_int_equal(entering.entry.count, 1);
    assert_seen(view_of(&entering), "already");
    /* What means nothing here does not take the message away. */
    assert_int_equal(press(&entering, EVENT_HELP), WORD_ENTRY_IGNORED);
    assert_seen(view_of(&entering), "already");
    type(&entering, "a");
    assert_not_seen(view_of(&entering), "already");
    end(&entering);
}

static void five_words_are_the_phrase(void **state)
{
    static const char *const words[] = {"abacus", "actor", "album", "alley", "aloe"};
    struct entering entering = begin("uk");
    (void)state;
    for (size_t i = 0; i < PHRASE_WORDS; i++) {
        assert_int_equal(view_of(&entering)->step, i + 1);
        assert_string_equal(entering.phrase, "");
        type(&entering, words[i]);
        assert_int_equal(press(&entering, EVENT_SPACE),
                         i + 1 < PHRASE_WORDS ? WORD_ENTRY_CHANGED : WORD_ENTRY_COMPLETE);
    }
    assert_string_equal(entering.phrase, five);
    /* The next try begins in the list of this one. */
    assert_list(&entering, "en");
    assert_as_new(&entering);
    end(&entering);
}

static void words_before_are_not_to_be_seen(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    type(&entering, "zebra");
    press(&entering, EVENT_ENTER);
    type(&entering, "abac");
    press(&entering, EVENT_ENTER);
    assert_not_seen(view_of(&entering), "zebra");
    assert_not_seen(view_of(&entering), "aba");
    assert_seen(view_of(&entering), "Word 3 of 5");
    end(&entering);
}

static void a_line_is_all_five_words(void **state)
{
    static const char *const lines[] = {
        "abacus actor album alley aloe",
        "Abacus, ACTOR, album, alley, aloe.",
        "1. abacus 2. actor 3. album 4. alley 5. aloe",
        "abac acto albu alle aloe",
    };
    (void)state;
    for (const struct words *const *spoken = words_lists(); *spoken; spoken++)
        for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
            struct entering entering = begin((*spoken)->language);
            assert_int_equal(enter_line(&entering, lines[i]), WORD_ENTRY_COMPLETE);
            assert_string_equal(entering.phrase, five);
            end(&entering);
        }
}

static void the_wrong_word_of_a_line_is_named(void **state)
{
    struct entering entering = begin("ru");
    (void)state;
    assert_int_equal(enter_line(&entering, "abacus aktor album alley aloe"), WORD_ENTRY_CHANGED);
    assert_seen(view_of(&entering), "Word 2 of 5");
    assert_seen(view_of(&entering), "No word begins like this: aktor");
    assert_seen(view_of(&entering), "1. actor");
    assert_int_equal(enter_line(&entering, "1"), WORD_ENTRY_CHANGED);
    assert_seen(view_of(&entering), "Word 3 of 5");
    assert_int_equal(enter_line(&entering, "album alley aloe"), WORD_ENTRY_COMPLETE);
    assert_string_equal(entering.phrase, five);
    end(&entering);
}

static void after_a_wrong_word_the_whole_line_may_be_typed_again(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    enter_line(&entering, "abacus aktor album alley aloe");
    assert_int_equal(enter_line(&entering, five), WORD_ENTRY_COMPLETE);
    assert_string_equal(entering.phrase, five);
    end(&entering);
}

static void plain_lines_go_word_by_word(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    enter_line(&entering, "al");
    assert_seen(view_of(&entering), "Several words begin like this.");
    assert_int_equal(entering.entry.count, 0);
    enter_line(&entering, "abacus");
    enter_line(&entering, "acto");
    assert_int_equal(entering.entry.count, 2);
    enter_line(&entering, "0");
    assert_int_equal(entering.entry.count, 1);
    enter_line(&entering, "actor album");
    enter_line(&entering, "alley");
    assert_int_equal(enter_line(&entering, "aloe"), WORD_ENTRY_COMPLETE);
    assert_string_equal(entering.phrase, five);
    end(&entering);
}

static void lines_that_are_no_phrase_say_why(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    enter_line(&entering, "abacus actor album alley aloe acorn");
    assert_seen(view_of(&entering), "more than five");
    assert_int_equal(entering.entry.count, 0);
    enter_line(&entering, "abacus abacus album alley aloe");
    assert_seen(view_of(&entering), "already");
    assert_int_equal(entering.entry.count, 1);
    /* Words of another alphabet do not take the place of hers. */
    enter_line(&entering, "абажур авокадо акация");
    assert_string_equal(word_taken(&entering, 0), "abacus");
    enter_line(&entering, "...");
    assert_string_equal(word_taken(&entering, 0), "abacus");
    enter_line(&entering, "actor album alley aloe acorn lemon");
    assert_seen(view_of(&entering), "more than five");
    assert_string_equal(entering.phrase, "");
    end(&entering);
}

static void letters_are_wiped_with_each_word(void **state)
{
    static const char *const lines[] = {"abacus", "acto", "album alley", "zzz"};
    struct entering entering = begin("en");
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        enter_line(&entering, lines[i]);
        for (size_t j = 0; j < sizeof entering.entry.typed; j++)
            assert_int_equal(entering.entry.typed.text[j], 0);
    }
    press(&entering, EVENT_ERASE);
    assert_int_equal(entering.entry.count, 3);
    assert_int_equal(entering.entry.chosen[3], 0);
    type(&entering, lines[3]);
    word_entry_wipe(&entering.entry);
    for (size_t i = 0; i < sizeof entering.entry; i++)
        assert_int_equal(((const unsigned char *)&entering.entry)[i], 0);
    end(&entering);
}

static void the_page_fits_a_small_screen(void **state)
{
    struct entering entering = begin("en");
    (void)state;
    struct view *view = view_of(&entering);
    struct layout *layout = layout_new(view, view, SMALL_WIDTH, &signs_unicode);
    assert_fits(layout, SMALL_WIDTH);
    assert_in_range(layout->count, 1, SMALL_HEIGHT);
    end(&entering);
}

static struct event random_event(struct random *random, size_t options)
{
    static const enum event_kind kinds[] = {EVENT_ENTER, EVENT_SPACE, EVENT_ON,   EVENT_ERASE,
                                            EVENT_BACK,  EVENT_DOWN,  EVENT_UP,   EVENT_CLEAR,
                                            EVENT_FIRST, EVENT_HELP,  EVENT_NONE, EVENT_TERMS};
    static const unsigned letters[] = {'a', 'b', 'o', ' ', '-', '7', 0x430, 0x43E, 0x456, 0x301};

    switch (random_below(random, 3)) {
    case 0:
        return (struct event){EVENT_PICK, (unsigned)random_below(random, options + 2)};
    case 1:
        return (struct event){EVENT_CHARACTER,
                              letters[random_below(random, sizeof letters / sizeof letters[0])]};
    default:
        return (struct event){kinds[random_below(random, sizeof kinds / sizeof kinds[0])], 0};
    }
}

/* Whatever she does, the page holds together: it fits, the cursor has a place, digits
 * suffice, and there is a way on. */
static void any_keys_leave_a_sound_page(void **state)
{
    struct random random = {11};
    size_t events = 20000 / stride(), completed = 0;
    struct entering entering = begin("ru");
    (void)state;
    for (size_t i = 0; i < events; i++) {
        struct view *view = view_of(&entering);
        assert_in_range(view->options, 0, 9);
        assert_non_null(seen_block(view, BLOCK_FIELD));
        if (view->focus <= view->options)
            seen_option(view, view->focus);
        else
            assert_int_equal(view->focus, seen_block(view, BLOCK_FIELD)->number);
        assert_fits(layout_new(view, view, SMALL_WIDTH, &signs_unicode), SMALL_WIDTH);
        assert_fits(layout_new(view, view, LARGE_WIDTH, &signs_unicode), LARGE_WIDTH);
        enum word_entry_result result = word_entry_handle(
            &entering.entry, random_event(&random, view->options), entering.phrase);
        talloc_free(view);
        assert_in_range(entering.entry.count, 0, PHRASE_WORDS - 1);
        if (result == WORD_ENTRY_COMPLETE) {
            struct phrase_typed typed;
            assert_int_equal(phrase_read(entering.phrase, "ru", &typed), PHRASE_UNDERSTOOD);
            completed++;
        }
    }
    /* Else this proves little; a few events prove little anyway. */
    if (events >= 2000)
        assert_true(completed > 0);
    end(&entering);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_alone_reach_every_word_once),
        cmocka_unit_test(first_letters_reach_every_word),
        cmocka_unit_test(whole_words_of_any_list_are_taken_in_every_language),
        cmocka_unit_test(arrows_alone_enter_five_words),
        cmocka_unit_test(arrows_go_round),
        cmocka_unit_test(the_completion_is_shown_and_taken),
        cmocka_unit_test(letters_narrow_what_digits_choose_from),
        cmocka_unit_test(a_letter_that_fits_nothing_is_said_at_once),
        cmocka_unit_test(the_nearest_word_is_offered),
        cmocka_unit_test(erasing_beside_the_nearest_word_leaves_no_focus_behind),
        cmocka_unit_test(digits_are_no_letters),
        cmocka_unit_test(backspace_takes_back_group_letter_and_word),
        cmocka_unit_test(back_takes_all_letters_and_leaves_at_the_beginning),
        cmocka_unit_test(one_key_declines_anywhere),
        cmocka_unit_test(letters_choose_the_list),
        cmocka_unit_test(a_first_word_settles_the_list),
        cmocka_unit_test(words_of_two_lists_move_with_the_next),
        cmocka_unit_test(a_word_that_begins_one_of_another_list_is_asked_for),
        cmocka_unit_test(a_digit_chooses_another_list),
        cmocka_unit_test(another_language_offers_its_list_until_she_begins),
        cmocka_unit_test(the_same_word_twice_is_a_slip),
        cmocka_unit_test(five_words_are_the_phrase),
        cmocka_unit_test(words_before_are_not_to_be_seen),
        cmocka_unit_test(a_line_is_all_five_words),
        cmocka_unit_test(the_wrong_word_of_a_line_is_named),
        cmocka_unit_test(after_a_wrong_word_the_whole_line_may_be_typed_again),
        cmocka_unit_test(plain_lines_go_word_by_word),
        cmocka_unit_test(lines_that_are_no_phrase_say_why),
        cmocka_unit_test(letters_are_wiped_with_each_word),
        cmocka_unit_test(the_page_fits_a_small_screen),
        cmocka_unit_test(any_keys_leave_a_sound_page),
    };
    return cmocka_run_group_tests(tests, settle_language, NULL);
}
