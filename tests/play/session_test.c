/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/session.h"

#include "../support/course_folder.h"
#include "../support/seen.h"
#include "base/language.h"

struct visit {
    void *memory;
    struct session *session;
};

static struct visit begin(bool ask_language)
{
    struct visit visit = {.memory = talloc_new(NULL)};
    language_use("en");
    visit.session = session_new(visit.memory, CONTROLS_KEYS, ask_language, 5);
    session_enter(visit.session, course_open(visit.memory, folder));
    return visit;
}

static void end(struct visit *visit)
{
    talloc_free(visit->memory);
    language_use("en");
}

static struct view *view_of(struct visit *visit)
{
    return session_view(visit->session, visit->memory);
}

static unsigned press(struct visit *visit, enum event_kind kind)
{
    return session_handle(visit->session, (struct event){kind, 0});
}

static unsigned pick(struct visit *visit, unsigned number)
{
    return session_handle(visit->session, (struct event){EVENT_PICK, number});
}

static void open_lesson(struct visit *visit, unsigned number)
{
    assert_int_equal(pick(visit, 1), SESSION_REDRAW);
    assert_int_equal(pick(visit, number), SESSION_REDRAW);
}

/* Plays the lesson that is open to its end, without a word. */
static void skip_to_the_end(struct visit *visit)
{
    for (int i = 0; i < 100 && visit->session->place == PLACE_LESSON; i++)
        press(visit, EVENT_ON);
    assert_int_equal(visit->session->place, PLACE_LESSONS);
}

static void the_language_is_asked_first_in_every_language(void **state)
{
    struct visit visit = begin(true);
    (void)state;
    struct view *view = view_of(&visit);
    assert_string_equal(view->title, "Conecta");
    for (size_t i = 0; i < language_count; i++) {
        assert_seen(view, languages[i].ask);
        assert_string_equal(seen_option(view, i + 1)->text.text, languages[i].name);
    }
    assert_int_equal(view->focus, 1);
    assert_int_equal(pick(&visit, 2), SESSION_REDRAW);
    assert_string_equal(language_used(), languages[1].code);
    assert_int_equal(visit.session->overlay, OVERLAY_NONE);
    assert_int_equal(visit.session->place, PLACE_MODULES);
    end(&visit);
}

/* However long reading the course takes. */
static void the_language_can_be_asked_before_there_is_a_course(void **state)
{
    struct session *session = session_new(NULL, CONTROLS_KEYS, true, 1);
    (void)state;
    assert_seen(session_view(session, session), "Choose a language");
    session_enter(session, course_open(session, folder));
    assert_seen(session_view(session, session), "Choose a language");
    session_handle(session, (struct event){EVENT_PICK, 1});
    assert_seen(session_view(session, session), "The short module");
    talloc_free(session);
}

static void a_settled_language_is_not_asked(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    struct view *view = view_of(&visit);
    assert_string_equal(view->title, "A test course");
    assert_seen(view, "1. The short module  3 lessons\n");
    assert_seen(view, "2. The long module  20 lessons\n");
    assert_int_equal(view->focus, 1);
    end(&visit);
}

static void a_module_has_its_lessons(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    assert_int_equal(pick(&visit, 1), SESSION_REDRAW);
    struct view *view = view_of(&visit);
    assert_string_equal(view->title, "The short module");
    assert_seen(view, "1. The first lesson  5 min\n");
    assert_seen(view, "3. The third lesson  3 min\n");
    assert_int_equal(press(&visit, EVENT_BACK), SESSION_REDRAW);
    assert_seen(view_of(&visit), "The long module");
    end(&visit);
}

static void the_module_left_is_the_one_focused(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    pick(&visit, 2);
    press(&visit, EVENT_UP_LEVEL);
    assert_int_equal(view_of(&visit)->focus, 2);
    end(&visit);
}

static void a_long_module_comes_in_pages(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    pick(&visit, 2);
    assert_seen(view_of(&visit), "7. Long 7  1 min\n  8. Later in the list\n");
    pick(&visit, 8);
    assert_seen(view_of(&visit), "8 to 14 of 20");
    pick(&visit, 7);
    assert_string_equal(view_of(&visit)->title, "Long 14");
    press(&visit, EVENT_UP_LEVEL);
    assert_seen(view_of(&visit), "8 to 14 of 20");
    assert_int_equal(view_of(&visit)->focus, 7);
    end(&visit);
}

static void a_lesson_to_its_end_is_marked(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    open_lesson(&visit, 1);
    assert_string_equal(view_of(&visit)->title, "The first lesson");
    assert_false(session_has_finished(visit.session, (struct address){0, 0}));
    skip_to_the_end(&visit);
    assert_true(session_has_finished(visit.session, (struct address){0, 0}));
    assert_false(session_has_finished(visit.session, (struct address){0, 2}));
    assert_seen(view_of(&visit), "The first lesson  5 min · finished\n");
    assert_int_equal(view_of(&visit)->focus, 2);
    pick(&visit, 3);
    skip_to_the_end(&visit);
    assert_seen(view_of(&visit), "The third lesson  3 min · finished\n");
    assert_int_equal(view_of(&visit)->focus, 3);
    assert_int_equal(visit.session->progress->count, 2);
    end(&visit);
}

static void a_lesson_can_be_played_again(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    for (int i = 0; i < 2; i++) {
        open_lesson(&visit, 1);
        assert_seen(view_of(&visit), "What it is about.");
        skip_to_the_end(&visit);
        assert_int_equal(visit.session->progress->count, 1);
        press(&visit, EVENT_UP_LEVEL);
    }
    end(&visit);
}

static void an_interrupted_lesson_goes_on_where_it_was(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    open_lesson(&visit, 1);
    press(&visit, EVENT_ENTER);
    press(&visit, EVENT_ON);
    press(&visit, EVENT_ENTER);
    assert_seen(view_of(&visit), "Asked once?");
    pick(&visit, 2);
    char *before = seen_text(view_of(&visit), 72);
    assert_int_equal(press(&visit, EVENT_UP_LEVEL), SESSION_REDRAW);
    assert_seen(view_of(&visit), "The first lesson  5 min · begun\n");
    press(&visit, EVENT_UP_LEVEL);
    open_lesson(&visit, 1);
    assert_string_equal(seen_text(view_of(&visit), 72), before);
    end(&visit);
}

static void backwards_out_of_a_lesson_is_the_list(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    open_lesson(&visit, 1);
    assert_int_equal(press(&visit, EVENT_BACK), SESSION_REDRAW);
    assert_string_equal(view_of(&visit)->title, "The short module");
    end(&visit);
}

static void esc_goes_up_level_by_level_and_asks_before_leaving(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    open_lesson(&visit, 1);
    press(&visit, EVENT_UP_LEVEL);
    assert_string_equal(view_of(&visit)->title, "The short module");
    press(&visit, EVENT_UP_LEVEL);
    assert_string_equal(view_of(&visit)->title, "A test course");
    assert_int_equal(press(&visit, EVENT_UP_LEVEL), SESSION_REDRAW);
    assert_seen(view_of(&visit), "Leave Conecta?");
    assert_seen(view_of(&visit), "1. Stay\n  2. Leave\n");
    assert_int_equal(view_of(&visit)->focus, 1);
    assert_int_equal(press(&visit, EVENT_ENTER), SESSION_REDRAW);
    assert_seen(view_of(&visit), "The short module");
    press(&visit, EVENT_UP_LEVEL);
    press(&visit, EVENT_UP_LEVEL);
    assert_seen(view_of(&visit), "The short module");
    press(&visit, EVENT_BACK);
    assert_int_equal(pick(&visit, 2), SESSION_LEAVE);
    end(&visit);
}

static void leaving_works_from_every_page(void **state)
{
    struct visit visit = begin(true);
    (void)state;
    assert_int_equal(press(&visit, EVENT_LEAVE), SESSION_LEAVE);
    pick(&visit, 1);
    assert_int_equal(press(&visit, EVENT_LEAVE), SESSION_LEAVE);
    press(&visit, EVENT_HELP);
    assert_int_equal(press(&visit, EVENT_LEAVE), SESSION_LEAVE);
    press(&visit, EVENT_HELP);
    open_lesson(&visit, 1);
    assert_int_equal(press(&visit, EVENT_LEAVE), SESSION_LEAVE);
    press(&visit, EVENT_UP_LEVEL);
    pick(&visit, 2);
    assert_int_equal(press(&visit, EVENT_LEAVE), SESSION_LEAVE);
    end(&visit);
}

/* The pages that help and the choice of language may lie over. */
static void go_to(struct visit *visit, int page)
{
    if (page == 0)
        return;
    pick(visit, 1);
    if (page == 1)
        return;
    pick(visit, page == 4 ? 2 : 1);
    if (page == 3) {
        press(visit, EVENT_ENTER);
        press(visit, EVENT_DOWN);
    }
}

static void help_goes_away_again(void **state)
{
    const enum event_kind closing[] = {EVENT_ENTER, EVENT_BACK, EVENT_UP_LEVEL, EVENT_HELP};
    (void)state;
    for (int page = 0; page <= 4; page++) {
        struct visit visit = begin(false);
        go_to(&visit, page);
        char *before = seen_text(view_of(&visit), 72);
        size_t focus = view_of(&visit)->focus;
        for (size_t i = 0; i < 4; i++) {
            assert_int_equal(press(&visit, EVENT_HELP), SESSION_REDRAW);
            assert_seen(view_of(&visit), "Keys\n");
            assert_int_equal(press(&visit, EVENT_DOWN), 0);
            assert_int_equal(pick(&visit, 1), 0);
            assert_int_equal(press(&visit, closing[i]), SESSION_REDRAW);
            assert_string_equal(seen_text(view_of(&visit), 72), before);
            assert_int_equal(view_of(&visit)->focus, focus);
        }
        end(&visit);
    }
}

/* Who asks for help before choosing a language has not chosen yet. */
static void behind_help_the_first_question_waits(void **state)
{
    struct visit visit = begin(true);
    (void)state;
    press(&visit, EVENT_HELP);
    assert_seen(view_of(&visit), "Keys\n");
    press(&visit, EVENT_ENTER);
    assert_seen(view_of(&visit), "Choose a language");
    end(&visit);
}

static void the_choice_of_language_goes_away_again(void **state)
{
    (void)state;
    for (int page = 0; page <= 4; page++) {
        struct visit visit = begin(false);
        go_to(&visit, page);
        char *before = seen_text(view_of(&visit), 72);
        size_t focus = view_of(&visit)->focus;
        assert_int_equal(press(&visit, EVENT_LANGUAGE), SESSION_REDRAW);
        assert_seen(view_of(&visit), languages[1].ask);
        assert_int_equal(view_of(&visit)->focus, 1);
        press(&visit, EVENT_UP_LEVEL);
        assert_string_equal(seen_text(view_of(&visit), 72), before);
        press(&visit, EVENT_LANGUAGE);
        assert_int_equal(pick(&visit, 1), SESSION_REDRAW);
        assert_string_equal(seen_text(view_of(&visit), 72), before);
        assert_int_equal(view_of(&visit)->focus, focus);
        end(&visit);
    }
}

static void the_language_used_is_the_one_focused(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    press(&visit, EVENT_LANGUAGE);
    pick(&visit, 3);
    assert_string_equal(language_used(), languages[2].code);
    press(&visit, EVENT_LANGUAGE);
    assert_int_equal(view_of(&visit)->focus, 3);
    end(&visit);
}

static void a_lesson_in_another_language_says_so(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    open_lesson(&visit, 1);
    assert_null(visit.session->attempt->language);
    press(&visit, EVENT_LANGUAGE);
    pick(&visit, 2);
    assert_string_equal(visit.session->attempt->language, "English");
    press(&visit, EVENT_LANGUAGE);
    pick(&visit, 1);
    assert_null(visit.session->attempt->language);
    end(&visit);
}

static void a_broken_lesson_says_what_is_wrong_and_others_work(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    open_lesson(&visit, 2);
    assert_int_equal(visit.session->place, PLACE_PROBLEM);
    struct view *view = view_of(&visit);
    assert_seen(view, "This lesson cannot be opened");
    assert_seen(view, "broken.yaml:5:");
    assert_seen(view, "raed: A page.");
    assert_not_seen(view, folder);
    assert_non_null(seen_hint(view, EVENT_ENTER));
    assert_int_equal(press(&visit, EVENT_ENTER), SESSION_REDRAW);
    assert_string_equal(view_of(&visit)->title, "The short module");
    assert_int_equal(view_of(&visit)->focus, 2);
    pick(&visit, 3);
    assert_string_equal(view_of(&visit)->title, "The third lesson");
    end(&visit);
}

static void every_way_on_leads_out_of_the_problem_page(void **state)
{
    const enum event_kind keys[] = {EVENT_ENTER, EVENT_BACK, EVENT_UP_LEVEL, EVENT_SPACE};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct visit visit = begin(false);
        open_lesson(&visit, 2);
        assert_int_equal(press(&visit, keys[i]), SESSION_REDRAW);
        assert_int_equal(visit.session->place, PLACE_LESSONS);
        end(&visit);
    }
}

static void a_lesson_that_vanished_is_a_problem_not_a_crash(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    char *path = talloc_asprintf(visit.memory, "%s/long-20.yaml", folder);
    char *other = talloc_asprintf(visit.memory, "%s/away", folder);
    assert_int_equal(rename(path, other), 0);
    pick(&visit, 2);
    press(&visit, EVENT_PAGE_DOWN);
    press(&visit, EVENT_PAGE_DOWN);
    assert_seen(view_of(&visit), "long-20.yaml  cannot be read");
    pick(&visit, 6);
    assert_seen(view_of(&visit), "This lesson cannot be opened");
    assert_seen(view_of(&visit), "long-20.yaml");
    assert_not_seen(view_of(&visit), folder);
    assert_int_equal(rename(other, path), 0);
    end(&visit);
}

static void a_lesson_can_be_opened_at_once(void **state)
{
    struct visit visit = begin(true);
    (void)state;
    session_open(visit.session, (struct address){0, 2});
    assert_seen(view_of(&visit), languages[1].ask);
    pick(&visit, 1);
    assert_string_equal(view_of(&visit)->title, "The third lesson");
    press(&visit, EVENT_UP_LEVEL);
    assert_int_equal(view_of(&visit)->focus, 3);
    end(&visit);
}

static void every_page_can_be_told_apart(void **state)
{
    struct visit visit = begin(false);
    unsigned pages[16];
    size_t count = 0;
    (void)state;
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_HELP);
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_LANGUAGE);
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_UP_LEVEL);
    press(&visit, EVENT_UP_LEVEL);
    pages[count++] = view_of(&visit)->page;
    pick(&visit, 1);
    pick(&visit, 2);
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_PAGE_DOWN);
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_UP_LEVEL);
    pick(&visit, 1);
    pages[count++] = view_of(&visit)->page;
    pick(&visit, 2);
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_ENTER);
    pick(&visit, 1);
    pages[count++] = view_of(&visit)->page;
    press(&visit, EVENT_ENTER);
    pages[count++] = view_of(&visit)->page;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(pages[i], pages[j]);
    end(&visit);
}

static void help_speaks_of_what_there_is(void **state)
{
    struct visit visit = begin(false);
    (void)state;
    press(&visit, EVENT_HELP);
    assert_seen(view_of(&visit), "Esc three times");
    visit.session->controls = CONTROLS_LINES;
    assert_seen(view_of(&visit), "What you can type");
    assert_not_seen(view_of(&visit), "Esc");
    assert_not_seen(view_of(&visit), "F2");
    end(&visit);
}

static void help_and_language_are_always_named(void **state)
{
    (void)state;
    for (int page = 0; page <= 4; page++) {
        struct visit visit = begin(false);
        go_to(&visit, page);
        assert_non_null(seen_hint(view_of(&visit), EVENT_HELP));
        assert_non_null(seen_hint(view_of(&visit), EVENT_LANGUAGE));
        end(&visit);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_is_asked_first_in_every_language),
        cmocka_unit_test(the_language_can_be_asked_before_there_is_a_course),
        cmocka_unit_test(a_settled_language_is_not_asked),
        cmocka_unit_test(a_module_has_its_lessons),
        cmocka_unit_test(the_module_left_is_the_one_focused),
        cmocka_unit_test(a_long_module_comes_in_pages),
        cmocka_unit_test(a_lesson_to_its_end_is_marked),
        cmocka_unit_test(a_lesson_can_be_played_again),
        cmocka_unit_test(an_interrupted_lesson_goes_on_where_it_was),
        cmocka_unit_test(backwards_out_of_a_lesson_is_the_list),
        cmocka_unit_test(esc_goes_up_level_by_level_and_asks_before_leaving),
        cmocka_unit_test(leaving_works_from_every_page),
        cmocka_unit_test(help_goes_away_again),
        cmocka_unit_test(behind_help_the_first_question_waits),
        cmocka_unit_test(the_choice_of_language_goes_away_again),
        cmocka_unit_test(the_language_used_is_the_one_focused),
        cmocka_unit_test(a_lesson_in_another_language_says_so),
        cmocka_unit_test(a_broken_lesson_says_what_is_wrong_and_others_work),
        cmocka_unit_test(every_way_on_leads_out_of_the_problem_page),
        cmocka_unit_test(a_lesson_that_vanished_is_a_problem_not_a_crash),
        cmocka_unit_test(a_lesson_can_be_opened_at_once),
        cmocka_unit_test(every_page_can_be_told_apart),
        cmocka_unit_test(help_speaks_of_what_there_is),
        cmocka_unit_test(help_and_language_are_always_named),
    };
    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, make_course, remove_course);
}
