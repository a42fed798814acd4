/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson that is changed while it is played: where its author is afterwards. */
#include "../base/folder.h"
#include "../support/lesson.h"
#include "../support/seen.h"
#include "base/language.h"
#include "course/around.h"
#include "play/session.h"

#define QUESTION(id)                                                   \
    "  - choose: Question " id "?\n"                                   \
    "    id: " id "\n"                                                 \
    "    rev: 1\n"                                                     \
    "    options:\n"                                                   \
    "      - {id: y, text: Right " id ", right: yes, why: Because.}\n" \
    "      - {id: n, text: Wrong " id ", why: Because not.}\n"

#define HEAD "lesson: test\ntitle: A lesson\nminutes: 5\n"
#define PAGE(text) "  - read: " text "\n"
#define LESSON HEAD "steps:\n" PAGE("One.") QUESTION("a") PAGE("Two.") QUESTION("b")

struct visit {
    char *folder;
    struct session *session;
};

static int open_visit(void **state)
{
    struct visit *visit = talloc_zero(NULL, struct visit);
    language_use("en");
    visit->folder = folder_make(visit);
    *state = visit;
    return 0;
}

static int close_visit(void **state)
{
    struct visit *visit = *state;
    folder_remove(visit->folder);
    talloc_free(visit);
    return 0;
}

static void begin(struct visit *visit, const char *text)
{
    char *file = folder_add(visit->folder, "test.yaml", text);
    visit->session = session_new(visit, CONTROLS_KEYS, false, 5);
    session_preview(visit->session,
                    library_open_lesson(visit->session, file, NULL, activity_verbs()));
}

static unsigned press(struct visit *visit, enum event_kind kind)
{
    return session_handle(visit->session, (struct event){kind, 0});
}

static void save(struct visit *visit, const char *text)
{
    folder_add(visit->folder, "test.yaml", text);
    assert_int_equal(press(visit, EVENT_RELOAD), SESSION_REDRAW);
}

static struct view *view_of(struct visit *visit)
{
    return session_view(visit->session, visit);
}

static void go_on(struct visit *visit, int count)
{
    for (int i = 0; i < count; i++)
        press(visit, EVENT_ON);
}

static void every_page_says_that_it_is_a_preview(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    assert_seen(view_of(visit), "This is a preview.");
    for (int i = 0; i < 5; i++) {
        assert_string_equal(view_of(visit)->title, "Preview: A lesson");
        assert_string_equal(seen_hint(view_of(visit), EVENT_UP_LEVEL), "leave");
        go_on(visit, 1);
        assert_not_seen(view_of(visit), "This is a preview.");
    }
}

static void a_step_is_found_by_its_id(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    go_on(visit, 2);
    assert_seen(view_of(visit), "Question a?");
    save(visit, HEAD "steps:\n" PAGE("Zero.") QUESTION("b") PAGE("One.") QUESTION("a"));
    assert_seen(view_of(visit), "Question a?");
    save(visit, HEAD "steps:\n" QUESTION("a"));
    assert_seen(view_of(visit), "Question a?");
}

static void a_step_without_an_id_is_found_by_its_place(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    go_on(visit, 3);
    assert_seen(view_of(visit), "Two.");
    save(visit, HEAD "steps:\n" PAGE("One.") PAGE("1b.") PAGE("Three.") QUESTION("b"));
    assert_seen(view_of(visit), "Three.");
    save(visit, HEAD "steps:\n" PAGE("One.") PAGE("1b."));
    assert_seen(view_of(visit), "1b.");
}

static void a_step_whose_id_changed_is_found_by_its_place(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    go_on(visit, 2);
    save(visit, HEAD "steps:\n" PAGE("One.") QUESTION("c") PAGE("Two.") QUESTION("b"));
    assert_seen(view_of(visit), "Question c?");
}

/* It is in the row twice. */
static void a_question_is_found_at_its_time(void **state)
{
    static const char text[] = HEAD "before-after: [a]\nsteps:\n" PAGE("One.") QUESTION("a");
    struct visit *visit = *state;
    begin(visit, text);
    go_on(visit, 1);
    assert_seen(view_of(visit), "Before the lesson");
    save(visit, text);
    assert_seen(view_of(visit), "Before the lesson");
    go_on(visit, 2);
    assert_seen(view_of(visit), "After the lesson");
    save(visit, text);
    assert_seen(view_of(visit), "After the lesson");
    save(visit, LESSON);
    assert_seen(view_of(visit), "Question a?");
    assert_not_seen(view_of(visit), "After the lesson");
}

static void the_last_pages_stay(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    go_on(visit, 6);
    assert_seen(view_of(visit), "Once more");
    assert_seen(view_of(visit), "Question b?");
    save(visit, LESSON PAGE("Three."));
    assert_seen(view_of(visit), "Once more");
    assert_seen(view_of(visit), "Question b?");
    go_on(visit, 1);
    assert_seen(view_of(visit), "You have finished this lesson");
    save(visit, HEAD "steps:\n" PAGE("One."));
    assert_seen(view_of(visit), "You have finished this lesson");
}

static void the_step_begins_afresh(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    go_on(visit, 2);
    session_handle(visit->session, (struct event){EVENT_PICK, 1});
    assert_seen(view_of(visit), "Because.");
    save(visit, LESSON);
    assert_not_seen(view_of(visit), "Because.");
    assert_int_equal(view_of(visit)->options, 2);
}

/* As half-written saves are: whatever could be read, the place is that of the last
 * whole lesson. None of the beginnings here is one. */
static void a_mistake_keeps_the_place_however_often(void **state)
{
    struct visit *visit = *state;
    size_t whole = strlen(HEAD "steps:\n") + strlen("  - r");
    begin(visit, LESSON);
    go_on(visit, 2);
    for (size_t length = 0; length < whole; length += 3) {
        save(visit, talloc_strndup(visit, LESSON, length));
        assert_seen(view_of(visit), "This lesson cannot be opened");
        assert_int_equal(press(visit, EVENT_ENTER), 0);
        save(visit, HEAD "steps:\n" PAGE("Zero.") "  - raed: x\n");
        assert_seen(view_of(visit), "test.yaml:6:5");
        assert_seen(view_of(visit), "did you mean 'read'?");
        save(visit, LESSON);
        assert_seen(view_of(visit), "Question a?");
    }
}

static void a_file_that_went_away_comes_back(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    go_on(visit, 4);
    assert_int_equal(unlink(talloc_asprintf(visit, "%s/test.yaml", visit->folder)), 0);
    assert_int_equal(press(visit, EVENT_RELOAD), SESSION_REDRAW);
    assert_int_equal(visit->session->place, PLACE_PROBLEM);
    save(visit, LESSON);
    assert_seen(view_of(visit), "Question b?");
}

static void it_may_begin_with_a_mistake(void **state)
{
    struct visit *visit = *state;
    begin(visit, "lesson");
    assert_seen(view_of(visit), "Mend them and save");
    assert_int_equal(press(visit, EVENT_BACK), SESSION_REDRAW);
    assert_int_equal(visit->session->overlay, OVERLAY_LEAVE);
    save(visit, LESSON);
    assert_int_equal(visit->session->overlay, OVERLAY_LEAVE);
    press(visit, EVENT_BACK);
    assert_seen(view_of(visit), "This is a preview.");
}

static void after_the_end_it_begins_again_and_counts_nothing(void **state)
{
    struct visit *visit = *state;
    begin(visit, HEAD "steps:\n" PAGE("One."));
    go_on(visit, 3);
    assert_seen(view_of(visit), "This is a preview.");
    assert_int_equal(visit->session->progress->count, 0);
}

static void orders_are_the_same_after_a_save(void **state)
{
    static const char text[] = HEAD "steps:\n"
                                    "  - order: Which first?\n    id: o\n    rev: 1\n    items:\n"
                                    "      - {id: a, text: A, why: A.}\n"
                                    "      - {id: b, text: B, why: B.}\n"
                                    "      - {id: c, text: C, why: C.}\n"
                                    "      - {id: d, text: D, why: D.}\n"
                                    "      - {id: e, text: E, why: E.}\n";
    struct visit *visit = *state;
    begin(visit, text);
    go_on(visit, 1);
    char *before = seen_text(view_of(visit), LAYOUT_UNBROKEN);
    for (int i = 0; i < 5; i++) {
        save(visit, text);
        assert_string_equal(seen_text(view_of(visit), LAYOUT_UNBROKEN), before);
    }
}

static void elsewhere_a_save_means_nothing(void **state)
{
    struct visit *visit = *state;
    begin(visit, LESSON);
    visit->session->preview = false;
    assert_int_equal(press(visit, EVENT_RELOAD), 0);
}

#define IN_VISIT(test) cmocka_unit_test_setup_teardown(test, open_visit, close_visit)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VISIT(every_page_says_that_it_is_a_preview),
        IN_VISIT(a_step_is_found_by_its_id),
        IN_VISIT(a_step_without_an_id_is_found_by_its_place),
        IN_VISIT(a_step_whose_id_changed_is_found_by_its_place),
        IN_VISIT(a_question_is_found_at_its_time),
        IN_VISIT(the_last_pages_stay),
        IN_VISIT(the_step_begins_afresh),
        IN_VISIT(a_mistake_keeps_the_place_however_often),
        IN_VISIT(a_file_that_went_away_comes_back),
        IN_VISIT(it_may_begin_with_a_mistake),
        IN_VISIT(after_the_end_it_begins_again_and_counts_nothing),
        IN_VISIT(orders_are_the_same_after_a_save),
        IN_VISIT(elsewhere_a_save_means_nothing),
    };
    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
