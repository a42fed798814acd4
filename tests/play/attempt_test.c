/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/attempt.h"

#include "../support/lesson.h"
#include "../support/seen.h"

#define QUESTION(id)                                                   \
    "  - choose: Question " id "?\n"                                   \
    "    id: " id "\n"                                                 \
    "    rev: 1\n"                                                     \
    "    options:\n"                                                   \
    "      - {id: y, text: Right " id ", right: yes, why: Because.}\n" \
    "      - {id: n, text: Wrong " id ", why: Because not.}\n"         \
    "      - {id: o, text: Also wrong " id ", why: Neither.}\n"

#define LESSON                                                                \
    "lesson: test\ntitle: A lesson\nabout: What it is *about*.\nminutes: 5\n" \
    "reviewed: 2026-11\nbefore-after: [b, a]\nsteps:\n"                       \
    "  - read: First page.\n" QUESTION("a") QUESTION("c")                     \
        QUESTION("b") "  - read: Second page.\n" QUESTION("d")

struct playing {
    void *memory;
    struct attempt *attempt;
};

static struct playing play(const char *text)
{
    struct playing playing = {.memory = talloc_new(NULL)};
    playing.attempt = attempt_new(playing.memory, lesson_of(playing.memory, text), 7);
    return playing;
}

static struct view *view_of(struct playing *playing)
{
    struct view *view = view_new(playing->memory);
    attempt_show(playing->attempt, view);
    return view;
}

static enum outcome press(struct playing *playing, enum event_kind kind)
{
    return attempt_handle(playing->attempt, (struct event){kind, 0});
}

static enum outcome pick(struct playing *playing, unsigned number)
{
    return attempt_handle(playing->attempt, (struct event){EVENT_PICK, number});
}

/* Answers the question shown and goes on. */
static void answer(struct playing *playing, bool right)
{
    bool quiet = playing->attempt->stops[playing->attempt->at].kind == STOP_BEFORE;
    assert_int_equal(pick(playing, right ? 1 : 2), OUTCOME_CHANGED);
    if (!quiet)
        assert_int_equal(press(playing, EVENT_ENTER), OUTCOME_CHANGED);
}

/* One letter for each stop, and the id of its step. */
static char *row(const struct playing *playing)
{
    static const char kinds[] = "TbsarL"; /* title, before, step, after, again, last */
    const struct attempt *attempt = playing->attempt;
    char *text = talloc_strdup(playing->memory, "");
    for (size_t i = 0; i < attempt->count; i++) {
        const struct step *step = attempt->stops[i].step;
        text = talloc_asprintf_append_buffer(text, "%s%c%s%s", i ? " " : "",
                                             kinds[attempt->stops[i].kind], step ? ":" : "",
                                             !step             ? ""
                                             : !step->id.bytes ? "read"
                                                               : step->id.bytes);
    }
    return text;
}

static void compared_questions_stand_before_and_after_only(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    assert_string_equal(row(&playing), "T b:b b:a s:read s:c s:read s:d a:b a:a");
    talloc_free(playing.memory);
}

static void a_lesson_without_them_is_its_steps(void **state)
{
    struct playing playing = play(LESSON_HEAD_TEXT "steps:\n  - read: One.\n" QUESTION("a"));
    (void)state;
    assert_string_equal(row(&playing), "T s:read s:a");
    talloc_free(playing.memory);
}

static void the_title_page_says_what_comes(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    struct view *view = view_of(&playing);
    assert_string_equal(view->title, "A lesson");
    assert_seen(view, "A lesson\n\nWhat it is about.\n\nAbout 5 minutes.\n");
    assert_seen(view, "2 questions");
    assert_seen(view, "11.2026");
    assert_not_seen(view, "not been translated");
    assert_int_equal(view->steps, 0);
    playing.attempt->language = "Русский";
    assert_seen(view_of(&playing), "This lesson has not been translated yet.");
    talloc_free(playing.memory);
}

static void the_title_page_says_for_whom_and_where(void **state)
{
    static const struct {
        const char *head, *seen;
    } rows[] = {
        {"for: [educator]\n", "For: peer educators."},
        {"for: [educator, provider]\n", "For: peer educators, people who work in services."},
        {"countries: [ua, ru]\n", "The law described is that of: Ukraine, Russia."},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *text = talloc_asprintf(NULL, "%s%ssteps:\n  - read: One.\n", LESSON_HEAD_TEXT,
                                     rows[i].head);
        struct playing playing = play(text);
        assert_seen(view_of(&playing), rows[i].seen);
        talloc_free(playing.memory);
        talloc_free(text);
    }
    struct playing playing = play(LESSON_HEAD_TEXT "for: [educator, learner]\n"
                                                   "steps:\n  - read: One.\n");
    assert_not_seen(view_of(&playing), "For:");
    talloc_free(playing.memory);
}

static void a_whole_lesson_from_first_to_last(void **state)
{
    static const char *const leads[] = {"Before the lesson:", "Before the lesson:", "First page.",
                                        "Question c?",        "Second page.",       "Question d?",
                                        "After the lesson:",  "After the lesson:"};
    struct playing playing = play(LESSON);
    (void)state;
    assert_int_equal(press(&playing, EVENT_ENTER), OUTCOME_CHANGED);
    for (size_t i = 0; i < 8; i++) {
        struct view *view = view_of(&playing);
        assert_seen(view, leads[i]);
        assert_int_equal(view->step, i + 1);
        assert_int_equal(view->steps, 8);
        if (view->input == INPUT_NONE)
            assert_int_equal(press(&playing, EVENT_ENTER), OUTCOME_CHANGED);
        else
            answer(&playing, true);
    }
    struct view *last = view_of(&playing);
    assert_string_equal(row(&playing), "T b:b b:a s:read s:c s:read s:d a:b a:a L");
    assert_seen(last, "You have finished this lesson");
    assert_seen(last, "Right at the first try: 4 of 4 questions.");
    assert_seen(last, "Before the lesson: 2 of 2. After it: 2 of 2.");
    assert_seen(last, "+ Question c? — Right c\n");
    assert_int_equal(last->step, last->steps);
    assert_int_equal(press(&playing, EVENT_ENTER), OUTCOME_DONE);
    talloc_free(playing.memory);
}

static void before_the_lesson_nothing_is_said(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    press(&playing, EVENT_ENTER);
    pick(&playing, 2);
    assert_seen(view_of(&playing), "Question a?");
    press(&playing, EVENT_BACK);
    struct view *view = view_of(&playing);
    assert_seen(view, "Wrong b  your answer");
    assert_seen(view, "Thank you. This question comes again after the lesson.");
    assert_not_seen(view, "Because");
    assert_null(seen_block(view, BLOCK_VERDICT));
    assert_int_equal(pick(&playing, 1), OUTCOME_IGNORED);
    talloc_free(playing.memory);
}

static void missed_and_skipped_questions_come_again(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    press(&playing, EVENT_ENTER);
    press(&playing, EVENT_ON); /* b before: skipping it has no consequence */
    answer(&playing, false);   /* a before */
    press(&playing, EVENT_ENTER);
    answer(&playing, false); /* c */
    press(&playing, EVENT_ENTER);
    press(&playing, EVENT_ON); /* d */
    answer(&playing, true);    /* b after */
    assert_string_equal(row(&playing), "T b:b b:a s:read s:c s:read s:d a:b a:a");
    answer(&playing, false); /* a after */
    assert_string_equal(row(&playing), "T b:b b:a s:read s:c s:read s:d a:b a:a r:c r:d r:a L");
    assert_seen(view_of(&playing), "Once more, because it is worth it:");
    assert_seen(view_of(&playing), "Question c?");
    assert_int_equal(view_of(&playing)->step, 9);
    assert_int_equal(view_of(&playing)->steps, 11);
    assert_int_equal(view_of(&playing)->input, INPUT_PICK);
    answer(&playing, true);
    answer(&playing, false);
    press(&playing, EVENT_ON);
    struct view *last = view_of(&playing);
    assert_seen(last, "You have finished this lesson");
    assert_seen(last, "Right at the first try: 1 of 4 questions.");
    assert_seen(last, "Before the lesson: 0 of 2. After it: 1 of 2.");
    assert_seen(last, "- Question c? — Right c\n");
    assert_seen(last, "+ Question b? — Right b\n");
    talloc_free(playing.memory);
}

static void tallies_count_each_part(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    press(&playing, EVENT_ENTER);
    answer(&playing, true);
    press(&playing, EVENT_ON);
    press(&playing, EVENT_ENTER);
    answer(&playing, false);
    struct tally before = attempt_tally(playing.attempt, STOP_BEFORE);
    struct tally steps = attempt_tally(playing.attempt, STOP_STEP);
    struct tally after = attempt_tally(playing.attempt, STOP_AFTER);
    assert_int_equal(before.asked, 2);
    assert_int_equal(before.answered, 1);
    assert_int_equal(before.right, 1);
    assert_int_equal(steps.asked, 2);
    assert_int_equal(steps.answered, 1);
    assert_int_equal(steps.right, 0);
    assert_int_equal(after.asked, 2);
    assert_int_equal(after.answered, 0);
    assert_int_equal(attempt_tally(playing.attempt, STOP_AGAIN).asked, 0);
    assert_int_equal(attempt_tally(playing.attempt, STOP_TITLE).asked, 0);
    talloc_free(playing.memory);
}

static void only_questions_have_an_answer(void **state)
{
    struct playing playing = play(LESSON);
    const struct stop *stops = playing.attempt->stops;
    (void)state;
    assert_false(stop_is_question(&stops[0]));
    assert_int_equal(stop_answer(&stops[0]), ANSWER_NONE);
    assert_true(stop_is_question(&stops[1]));
    assert_int_equal(stop_answer(&stops[1]), ANSWER_NONE);
    assert_false(stop_is_question(&stops[3]));
    assert_int_equal(stop_answer(&stops[3]), ANSWER_NONE);
    talloc_free(playing.memory);
}

static void back_and_forward_lead_through_the_row(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    for (int i = 0; i < 6; i++)
        assert_int_equal(press(&playing, EVENT_ON), OUTCOME_CHANGED);
    assert_seen(view_of(&playing), "Question d?");
    for (int i = 0; i < 6; i++)
        assert_int_equal(press(&playing, EVENT_BACK), OUTCOME_CHANGED);
    assert_int_equal(view_of(&playing)->steps, 0);
    assert_int_equal(press(&playing, EVENT_BACK), OUTCOME_LEFT);
    talloc_free(playing.memory);
}

static void an_answer_stays_when_one_comes_back(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    for (int i = 0; i < 4; i++)
        press(&playing, EVENT_ON);
    pick(&playing, 2);
    char *before = seen_text(view_of(&playing), 72);
    press(&playing, EVENT_ENTER);
    press(&playing, EVENT_BACK);
    assert_string_equal(seen_text(view_of(&playing), 72), before);
    talloc_free(playing.memory);
}

static void what_was_missed_is_collected_once(void **state)
{
    struct playing playing = play(LESSON_HEAD_TEXT "steps:\n" QUESTION("a"));
    (void)state;
    press(&playing, EVENT_ENTER);
    press(&playing, EVENT_ON);
    press(&playing, EVENT_ON);
    assert_string_equal(row(&playing), "T s:a r:a L");
    for (int i = 0; i < 3; i++)
        press(&playing, EVENT_BACK);
    for (int i = 0; i < 3; i++)
        press(&playing, EVENT_ON);
    assert_string_equal(row(&playing), "T s:a r:a L");
    assert_int_equal(press(&playing, EVENT_ON), OUTCOME_DONE);
    talloc_free(playing.memory);
}

static void the_focus_goes_round(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    press(&playing, EVENT_ENTER);
    assert_int_equal(view_of(&playing)->focus, 1);
    assert_int_equal(press(&playing, EVENT_UP), OUTCOME_CHANGED);
    assert_int_equal(view_of(&playing)->focus, 3);
    press(&playing, EVENT_DOWN);
    assert_int_equal(view_of(&playing)->focus, 1);
    press(&playing, EVENT_DOWN);
    assert_int_equal(view_of(&playing)->focus, 2);
    press(&playing, EVENT_ENTER);
    press(&playing, EVENT_BACK);
    assert_seen(view_of(&playing), "Wrong b  your answer");
    talloc_free(playing.memory);
}

static void without_options_there_is_no_focus_to_move(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    assert_int_equal(press(&playing, EVENT_DOWN), OUTCOME_IGNORED);
    for (int i = 0; i < 3; i++)
        press(&playing, EVENT_ON);
    assert_int_equal(view_of(&playing)->focus, 0);
    assert_int_equal(press(&playing, EVENT_DOWN), OUTCOME_IGNORED);
    assert_int_equal(press(&playing, EVENT_UP), OUTCOME_IGNORED);
    talloc_free(playing.memory);
}

static void every_stop_is_a_page_of_its_own(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    unsigned page = view_of(&playing)->page;
    while (press(&playing, EVENT_ON) == OUTCOME_CHANGED) {
        assert_int_not_equal(view_of(&playing)->page, page);
        page = view_of(&playing)->page;
    }
    talloc_free(playing.memory);
}

static void an_answer_does_not_make_it_another_page(void **state)
{
    struct playing playing = play(LESSON_HEAD_TEXT "steps:\n" QUESTION("a"));
    (void)state;
    press(&playing, EVENT_ENTER);
    unsigned page = view_of(&playing)->page;
    pick(&playing, 2);
    assert_int_equal(view_of(&playing)->page, page);
    assert_int_not_equal(view_of(&playing)->news, 0);
    talloc_free(playing.memory);
}

static void the_last_page_of_a_lesson_without_questions_is_no_boast(void **state)
{
    struct playing playing = play(LESSON_HEAD_TEXT "steps:\n  - read: One.\n");
    (void)state;
    for (int i = 0; i < 2; i++)
        press(&playing, EVENT_ENTER);
    struct view *view = view_of(&playing);
    assert_seen(view, "You have finished this lesson");
    assert_not_seen(view, "Right at the first try");
    /* A heading with nothing under it would look like a mistake. */
    assert_int_not_equal(view->blocks[view->count - 1].kind, BLOCK_HEADING);
    talloc_free(playing.memory);
}

static void keys_are_named_on_every_page(void **state)
{
    struct playing playing = play(LESSON);
    (void)state;
    do {
        struct view *view = view_of(&playing);
        assert_non_null(seen_hint(view, EVENT_ENTER));
        assert_non_null(seen_hint(view, EVENT_BACK));
        assert_non_null(seen_hint(view, EVENT_UP_LEVEL));
        assert_int_equal(seen_hint(view, EVENT_ON) != NULL, view->input != INPUT_NONE);
    } while (press(&playing, EVENT_ON) == OUTCOME_CHANGED);
    talloc_free(playing.memory);
}

static void one_seed_gives_one_order(void **state)
{
    const char *text = LESSON_HEAD_TEXT "steps:\n" QUESTION("a") "    shuffle: yes\n";
    bool differs = false;
    (void)state;
    void *memory = talloc_new(NULL);
    const struct lesson *lesson = lesson_of(memory, text);
    for (uint64_t seed = 1; seed < 20; seed++) {
        char *seen[2];
        for (int i = 0; i < 2; i++) {
            struct playing playing = {memory, attempt_new(memory, lesson, seed)};
            press(&playing, EVENT_ENTER);
            seen[i] = seen_text(view_of(&playing), 72);
        }
        assert_string_equal(seen[0], seen[1]);
        differs |= strstr(seen[0], "1. Right a") == NULL;
    }
    assert_true(differs);
    talloc_free(memory);
}

/* Who tries once more finds the options where they were. */
static void a_step_that_comes_again_has_its_order(void **state)
{
    const char *text = LESSON_HEAD_TEXT "steps:\n" QUESTION("a") "    shuffle: yes\n";
    (void)state;
    for (uint64_t seed = 1; seed < 10; seed++) {
        void *memory = talloc_new(NULL);
        struct playing playing = {memory, attempt_new(memory, lesson_of(memory, text), seed)};
        press(&playing, EVENT_ENTER);
        unsigned first = seen_number(view_of(&playing), "Right a");
        press(&playing, EVENT_ON);
        assert_int_equal(playing.attempt->stops[playing.attempt->at].kind, STOP_AGAIN);
        assert_int_equal(seen_number(view_of(&playing), "Right a"), first);
        talloc_free(memory);
    }
}

static void leaving_a_page_wipes_what_was_typed(void **state)
{
    const char *text = LESSON_HEAD_TEXT "steps:\n  - reflect: Think.\n  - read: End.\n";
    const enum event_kind ways[] = {EVENT_ON, EVENT_BACK, EVENT_ENTER, EVENT_UP_LEVEL};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct playing playing = play(text);
        press(&playing, EVENT_ENTER);
        attempt_handle(playing.attempt, (struct event){EVENT_CHARACTER, 'z'});
        assert_seen(view_of(&playing), "z");
        if (ways[i] == EVENT_UP_LEVEL)
            attempt_pause(playing.attempt); /* as the session does */
        else
            press(&playing, ways[i]);
        assert_int_equal(*(const char *)playing.attempt->stops[1].state, 0);
        talloc_free(playing.memory);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compared_questions_stand_before_and_after_only),
        cmocka_unit_test(a_lesson_without_them_is_its_steps),
        cmocka_unit_test(the_title_page_says_what_comes),
        cmocka_unit_test(the_title_page_says_for_whom_and_where),
        cmocka_unit_test(a_whole_lesson_from_first_to_last),
        cmocka_unit_test(before_the_lesson_nothing_is_said),
        cmocka_unit_test(missed_and_skipped_questions_come_again),
        cmocka_unit_test(tallies_count_each_part),
        cmocka_unit_test(only_questions_have_an_answer),
        cmocka_unit_test(back_and_forward_lead_through_the_row),
        cmocka_unit_test(an_answer_stays_when_one_comes_back),
        cmocka_unit_test(what_was_missed_is_collected_once),
        cmocka_unit_test(the_focus_goes_round),
        cmocka_unit_test(without_options_there_is_no_focus_to_move),
        cmocka_unit_test(every_stop_is_a_page_of_its_own),
        cmocka_unit_test(an_answer_does_not_make_it_another_page),
        cmocka_unit_test(the_last_page_of_a_lesson_without_questions_is_no_boast),
        cmocka_unit_test(keys_are_named_on_every_page),
        cmocka_unit_test(one_seed_gives_one_order),
        cmocka_unit_test(a_step_that_comes_again_has_its_order),
        cmocka_unit_test(leaving_a_page_wipes_what_was_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
