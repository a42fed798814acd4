/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A safety plan that she wants to take with her. */
#include "../base/folder.h"
#include "../support/seen.h"
#include "activities/activity.h"
#include "base/language.h"
#include "play/session.h"

#define LESSON                                                      \
    "lesson: one\ntitle: One\nminutes: 1\nsteps:\n"                 \
    "  - plan: What keeps you safe?\n"                              \
    "    items:\n"                                                  \
    "      - {id: friend, text: A friend *knows*, ask: Who is it?}\n" \
    "      - {id: money, text: Money for a taxi}\n"

/* What the printer was given. */
static char written[1000];
static size_t writes;
static bool fails;

static char *choose(const void *parent)
{
    return talloc_strdup(parent, "/somewhere/plan.txt");
}

static bool write_text(const char *path, const char *text, struct diagnostics *problems)
{
    assert_string_equal(path, "/somewhere/plan.txt");
    writes++;
    if (fails) {
        diagnostics_add(problems, SEVERITY_ERROR, path, (struct position){0, 0}, "No room.");
        diagnostics_advise(problems, "Make room");
        return false;
    }
    snprintf(written, sizeof written, "%s", text);
    return true;
}

static const struct printer printer = {choose, write_text};

struct visit {
    char *folder;
    struct session *session;
};

static int open_visit(void **state)
{
    struct visit *visit = talloc_zero(NULL, struct visit);
    struct diagnostics *problems = diagnostics_new(visit);
    language_use("en");
    writes = 0;
    fails = false;
    visit->folder = folder_make(visit);
    folder_add(visit->folder, COURSE_FILE,
               "format: 1\ncourse: c\ntitle: C\nlanguage: en\n"
               "modules:\n  - {id: m, title: M, lessons: [one.yaml]}\n");
    folder_add(visit->folder, "one.yaml", LESSON);
    visit->session = session_new(visit, CONTROLS_KEYS, false, 5);
    session_enter(visit->session,
                  library_open(visit->session, visit->folder, activity_verbs(), problems));
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

static unsigned press(struct visit *visit, enum event_kind kind)
{
    return session_handle(visit->session, (struct event){kind, 0});
}

static unsigned pick(struct visit *visit, unsigned number)
{
    return session_handle(visit->session, (struct event){EVENT_PICK, number});
}

static char *text_of(struct visit *visit)
{
    return seen_text(session_view(visit->session, visit), LAYOUT_UNBROKEN);
}

static void assert_shown(struct visit *visit, const char *text)
{
    if (!strstr(text_of(visit), text))
        fail_msg("not shown: %s\n%s", text, text_of(visit));
}

/* To the finished plan, with the first item ticked. */
static void finish_plan(struct visit *visit)
{
    session_open(visit->session, (struct address){0, 0});
    press(visit, EVENT_ENTER);
    pick(visit, 1);
    press(visit, EVENT_ENTER);
    assert_shown(visit, "Your plan");
}

static void without_a_printer_it_is_not_offered(void **state)
{
    struct visit *visit = *state;
    finish_plan(visit);
    assert_null(strstr(text_of(visit), "into a file"));
    assert_int_equal(pick(visit, 2), 0);
    press(visit, EVENT_ENTER);
    assert_int_equal(visit->session->attempt->stops[visit->session->attempt->at].kind, STOP_LAST);
}

static void nothing_is_written_before_she_agrees(void **state)
{
    struct visit *visit = *state;
    session_let_print(visit->session, &printer);
    finish_plan(visit);
    pick(visit, 2);
    assert_shown(visit, "/somewhere/plan.txt");
    assert_shown(visit, "Whoever uses this computer can find it");
    press(visit, EVENT_ENTER);
    assert_shown(visit, "Your plan");
    pick(visit, 2);
    press(visit, EVENT_UP_LEVEL);
    assert_shown(visit, "Your plan");
    assert_int_equal(writes, 0);
}

static void she_takes_what_she_ticked_and_what_is_left(void **state)
{
    struct visit *visit = *state;
    session_let_print(visit->session, &printer);
    finish_plan(visit);
    pick(visit, 2);
    assert_int_equal(pick(visit, 2), SESSION_REDRAW);
    assert_int_equal(writes, 1);
    assert_string_equal(written, "Your plan\n"
                                 "[x] A friend knows\n"
                                 "  Who is it? ________\n"
                                 "\n"
                                 "Perhaps later\n"
                                 "[ ] Money for a taxi\n");
    assert_shown(visit, "The plan was written");
    assert_shown(visit, "/somewhere/plan.txt");
    assert_int_equal(pick(visit, 1), 0);
    press(visit, EVENT_ENTER);
    assert_shown(visit, "Your plan");
    assert_int_equal(writes, 1);
    pick(visit, 1);
    assert_int_equal(visit->session->attempt->stops[visit->session->attempt->at].kind, STOP_LAST);
}

static void what_went_wrong_is_told(void **state)
{
    struct visit *visit = *state;
    session_let_print(visit->session, &printer);
    fails = true;
    finish_plan(visit);
    pick(visit, 2);
    pick(visit, 2);
    assert_shown(visit, "The plan could not be written");
    assert_shown(visit, "No room.");
    assert_shown(visit, "Make room");
    press(visit, EVENT_BACK);
    assert_shown(visit, "Your plan");
}

#define IN_VISIT(test) cmocka_unit_test_setup_teardown(test, open_visit, close_visit)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_VISIT(without_a_printer_it_is_not_offered),
        IN_VISIT(nothing_is_written_before_she_agrees),
        IN_VISIT(she_takes_what_she_ticked_and_what_is_left),
        IN_VISIT(what_went_wrong_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
