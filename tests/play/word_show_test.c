/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/word_show.h"

#include "../support/seen.h"
#include "base/language.h"

#define SMALL_WIDTH 38
#define SMALL_HEIGHT 13
#define LARGE_WIDTH 72

static const size_t first_five[PHRASE_WORDS] = {0, 1, 2, 3, 4};
static const size_t other_five[PHRASE_WORDS] = {9, 8, 7, 6, 5};

struct showing {
    void *memory;
    struct word_show show;
    char phrase[PHRASE_BYTES];
};

static int settle_language(void **state)
{
    (void)state;
    language_start("/nowhere", "/nowhere");
    return language_use("en") ? 0 : -1;
}

static struct showing begin(void)
{
    struct showing showing = {.memory = talloc_new(NULL), .phrase = ""};
    word_show_start(&showing.show, words_of("en"), first_five);
    return showing;
}

static void end(struct showing *showing)
{
    talloc_free(showing->memory);
}

static struct view *view_of(struct showing *showing)
{
    struct view *view = view_new(showing->memory);
    word_show_show(&showing->show, view);
    return view;
}

static enum word_show_result press(struct showing *showing, enum event_kind kind)
{
    return word_show_handle(&showing->show, (struct event){kind, 0}, showing->phrase);
}

static enum word_show_result pick_text(struct showing *showing, const char *text)
{
    unsigned number = seen_number(view_of(showing), text);
    return word_show_handle(&showing->show, (struct event){EVENT_PICK, number}, showing->phrase);
}

static void assert_wiped(const struct showing *showing)
{
    for (size_t i = 0; i < sizeof showing->show; i++)
        assert_int_equal(((const unsigned char *)&showing->show)[i], 0);
}

static void the_offer_says_what_words_are_for_and_shows_none(void **state)
{
    struct showing showing = begin();
    (void)state;
    assert_seen(view_of(&showing), "Lost words cannot be found again.");
    assert_seen(view_of(&showing), "if the computer is watched");
    for (size_t i = 0; i < PHRASE_WORDS; i++)
        assert_not_seen(view_of(&showing), words_of("en")->word[i]);
    end(&showing);
}

static void one_key_declines_and_wipes(void **state)
{
    static const enum event_kind keys[] = {EVENT_UP_LEVEL, EVENT_BACK};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct showing showing = begin();
        assert_int_equal(press(&showing, keys[i]), WORD_SHOW_DECLINED);
        assert_wiped(&showing);
        end(&showing);
    }
    struct showing showing = begin();
    assert_int_equal(pick_text(&showing, "No"), WORD_SHOW_DECLINED);
    assert_wiped(&showing);
    word_show_start(&showing.show, words_of("en"), first_five);
    press(&showing, EVENT_ENTER);
    assert_int_equal(press(&showing, EVENT_UP_LEVEL), WORD_SHOW_DECLINED);
    assert_wiped(&showing);
    word_show_start(&showing.show, words_of("en"), first_five);
    press(&showing, EVENT_ENTER);
    assert_int_equal(pick_text(&showing, "Keep nothing"), WORD_SHOW_DECLINED);
    assert_wiped(&showing);
    assert_string_equal(showing.phrase, "");
    end(&showing);
}

static void the_words_stand_in_a_numbered_column(void **state)
{
    struct showing showing = begin();
    (void)state;
    assert_int_equal(press(&showing, EVENT_ENTER), WORD_SHOW_CHANGED);
    assert_seen(view_of(&showing), "\n1. abacus\n2. academy\n3. accent\n4. acorn\n5. acrobat\n");
    end(&showing);
}

static void enter_alone_does_not_go_past_the_words(void **state)
{
    struct showing showing = begin();
    (void)state;
    press(&showing, EVENT_ENTER);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(press(&showing, EVENT_ENTER), WORD_SHOW_IGNORED);
        assert_int_equal(press(&showing, EVENT_SPACE), WORD_SHOW_IGNORED);
        assert_int_equal(press(&showing, EVENT_ON), WORD_SHOW_IGNORED);
    }
    assert_string_equal(showing.phrase, "");
    /* Arrows lead to the options, and then it does. */
    assert_int_equal(press(&showing, EVENT_DOWN), WORD_SHOW_CHANGED);
    assert_int_equal(view_of(&showing)->focus, 1);
    assert_int_equal(press(&showing, EVENT_ENTER), WORD_SHOW_ACCEPTED);
    assert_string_equal(showing.phrase, "abacus academy accent acorn acrobat");
    end(&showing);
}

static void accepted_words_are_wiped(void **state)
{
    struct showing showing = begin();
    (void)state;
    press(&showing, EVENT_ENTER);
    assert_int_equal(pick_text(&showing, "I have them. Keep my place"), WORD_SHOW_ACCEPTED);
    assert_wiped(&showing);
    assert_string_equal(showing.phrase, "abacus academy accent acorn acrobat");
    end(&showing);
}

static void words_can_be_exchanged(void **state)
{
    struct showing showing = begin();
    (void)state;
    press(&showing, EVENT_ENTER);
    assert_int_equal(pick_text(&showing, "Other words, please"), WORD_SHOW_OTHERS);
    word_show_exchange(&showing.show, other_five);
    assert_not_seen(view_of(&showing), "abacus");
    assert_seen(view_of(&showing), "5. actor\n");
    assert_int_equal(press(&showing, EVENT_ENTER), WORD_SHOW_IGNORED);
    end(&showing);
}

static void back_covers_the_words_and_keeps_them(void **state)
{
    struct showing showing = begin();
    (void)state;
    press(&showing, EVENT_ENTER);
    assert_int_equal(press(&showing, EVENT_BACK), WORD_SHOW_CHANGED);
    assert_not_seen(view_of(&showing), "abacus");
    press(&showing, EVENT_ENTER);
    assert_seen(view_of(&showing), "abacus");
    end(&showing);
}

static void the_pages_fit_a_small_screen(void **state)
{
    struct showing showing = begin();
    (void)state;
    for (int page = 0; page < 2; page++) {
        struct view *view = view_of(&showing);
        struct layout *small = layout_new(view, view, SMALL_WIDTH, &signs_unicode);
        assert_fits(small, SMALL_WIDTH);
        assert_in_range(small->count, 1, SMALL_HEIGHT);
        assert_fits(layout_new(view, view, LARGE_WIDTH, &signs_unicode), LARGE_WIDTH);
        press(&showing, EVENT_ENTER);
    }
    end(&showing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_offer_says_what_words_are_for_and_shows_none),
        cmocka_unit_test(one_key_declines_and_wipes),
        cmocka_unit_test(the_words_stand_in_a_numbered_column),
        cmocka_unit_test(enter_alone_does_not_go_past_the_words),
        cmocka_unit_test(accepted_words_are_wiped),
        cmocka_unit_test(words_can_be_exchanged),
        cmocka_unit_test(back_covers_the_words_and_keeps_them),
        cmocka_unit_test(the_pages_fit_a_small_screen),
    };
    return cmocka_run_group_tests(tests, settle_language, NULL);
}
