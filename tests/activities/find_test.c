/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../base/folder.h"
#include "../support/doing.h"

#define LESSON                                  \
    LESSON_HEAD_TEXT "steps:\n"                 \
                     "  - find: Who helps?\n"   \
                     "    directory: help.yaml\n"
#define KINDS                                   \
    "directory: help\n"                         \
    "kinds:\n"                                  \
    "  - {id: test, text: HIV tests}\n"         \
    "  - {id: law, text: A lawyer}\n"
#define SERVICES                                                                            \
    "services:\n"                                                                           \
    "  - {id: a, name: Red umbrella, city: Киев, help: [test, law], as-of: 2026-10,\n"      \
    "     about: Ask for Olha., contact: [1 Street, tel. 123]}\n"                           \
    "  - {id: b, name: Light, city: Москва, help: [test], as-of: 2012-12}\n"                \
    "  - {id: c, name: Counsel, city: Киев, help: [law], as-of: 2026-11}\n"

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    folder = folder_make(NULL);
    folder_add(folder, "find.yaml", LESSON);
    folder_add(folder, "help.yaml", KINDS SERVICES);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    folder_remove(folder);
    talloc_free(folder);
    return 0;
}

static struct doing begin(void)
{
    struct doing doing = {.memory = talloc_new(NULL), .focus = 1};
    struct diagnostics *problems = diagnostics_new(doing.memory);
    const struct lesson *lesson =
        lesson_read(doing.memory, file_path(doing.memory, folder, "find.yaml"), activity_verbs(),
                    LESSON_WHOLE, problems);
    assert_non_null(lesson);
    doing.turn.step = &lesson->steps[0];
    doing.activity = activity_of(doing.turn.step);
    doing.turn.state = talloc_zero_size(doing.memory, doing.activity->state_size);
    return doing;
}

static void type(struct doing *doing, const char *line)
{
    struct line_events events;
    assert_true(lines_understand(doing_view(doing), line, &events));
    for (size_t i = 0; i < events.count; i++) {
        const struct turn turn = doing_turn(doing);
        doing->activity->handle(&turn, events.events[i]);
    }
}

static void lists_lead_to_a_service_without_a_letter(void **state)
{
    struct doing doing = begin();
    (void)state;
    assert_seen(doing_view(&doing), "Who helps?");
    assert_seen(doing_view(&doing), "  1. Everywhere\n  2. Киев\n  3. Москва\n");
    assert_int_equal(doing_pick(&doing, 2), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "  1. Any kind of help\n  2. HIV tests\n  3. A lawyer\n");
    doing_pick(&doing, 3);
    assert_seen(doing_view(&doing), "  1. Red umbrella  Киев\n  2. Counsel  Киев\n");
    doing_pick(&doing, 1);
    assert_seen(doing_view(&doing), "Red umbrella\nКиев\n\n- HIV tests\n- A lawyer\n\n"
                                    "Ask for Olha.\n\n1 Street\ntel. 123\n\n"
                                    "As of 10.2026. Check that it still exists");
    doing_free(&doing);
}

static void only_help_that_a_city_has_is_offered(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 3);
    assert_seen(doing_view(&doing), "  1. Any kind of help\n  2. HIV tests\n");
    assert_not_seen(doing_view(&doing), "A lawyer");
    doing_free(&doing);
}

static void everywhere_and_any_help_are_all(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 1);
    doing_pick(&doing, 1);
    assert_int_equal(doing_view(&doing)->options, 3);
    doing_free(&doing);
}

static void typing_narrows(void **state)
{
    static const struct {
        const char *typed;
        size_t found;
    } rows[] = {
        {"umbrella", 1}, {"UMBR", 1}, {"киев", 2}, {"counsel киев", 1}, {"olha", 1},
        {"light киев", 0}, {"!", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct doing doing = begin();
        type(&doing, rows[i].typed);
        assert_int_equal(doing_view(&doing)->options, rows[i].found);
        assert_seen(doing_view(&doing), rows[i].typed);
        if (rows[i].found == 0)
            assert_seen(doing_view(&doing), "Nothing was found.");
        doing_free(&doing);
    }
}

static void typing_narrows_inside_what_was_chosen(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 3);
    type(&doing, "umbrella");
    assert_int_equal(doing_view(&doing)->options, 0);
    doing_press(&doing, EVENT_BACK);
    type(&doing, "light");
    assert_int_equal(doing_view(&doing)->options, 1);
    doing_free(&doing);
}

static void back_takes_one_step(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 2);
    doing_pick(&doing, 2);
    doing_pick(&doing, 1);
    assert_seen(doing_view(&doing), "As of");
    assert_int_equal(doing_press(&doing, EVENT_ENTER), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "1. Red umbrella  Киев");
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "Any kind of help");
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_CHANGED);
    assert_seen(doing_view(&doing), "Everywhere");
    assert_int_equal(doing_press(&doing, EVENT_BACK), OUTCOME_IGNORED);
    doing_free(&doing);
}

static void from_a_service_found_by_a_word_back_leads_to_the_list(void **state)
{
    struct doing doing = begin();
    (void)state;
    type(&doing, "umbrella");
    doing_pick(&doing, 1);
    assert_seen(doing_view(&doing), "As of");
    doing_press(&doing, EVENT_BACK);
    assert_seen(doing_view(&doing), "Search: umbrella");
    assert_seen(doing_view(&doing), "1. Red umbrella");
    doing_press(&doing, EVENT_BACK);
    assert_seen(doing_view(&doing), "Everywhere");
    doing_free(&doing);
}

static void what_she_looked_for_is_gone_with_the_page(void **state)
{
    struct doing doing = begin();
    (void)state;
    doing_pick(&doing, 2);
    type(&doing, "umbrella");
    doing.activity->leave(doing.turn.state);
    const char *bytes = doing.turn.state;
    for (size_t i = 0; i < doing.activity->state_size; i++)
        assert_int_equal(bytes[i], 0);
    doing_free(&doing);
}

/* What is wrong in a directory is told as what is wrong in the lesson. */
static void assert_mistake(const char *text, const char *message)
{
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    folder_add(folder, "help.yaml", text);
    assert_null(lesson_read(memory, file_path(memory, folder, "find.yaml"), activity_verbs(),
                            LESSON_WHOLE, problems));
    assert_int_equal(problems->count, 1);
    assert_non_null(strstr(problems->items[0].file, "help.yaml"));
    assert_string_equal(problems->items[0].message, message);
    assert_non_null(problems->items[0].excerpt);
    talloc_free(memory);
}

static void mistakes_in_the_directory_are_told(void **state)
{
    (void)state;
    assert_mistake(KINDS "services:\n"
                         "  - {id: a, name: A, city: B, help: [food], as-of: 2026-10}\n",
                   "no kind of help has this id");
    assert_mistake(KINDS "services:\n  - {id: a, name: A, city: B, help: [law]}\n",
                   "'as-of' is missing (service)");
    assert_mistake(KINDS "services: []\n", "'services' needs 1 to 500 entries and has 0");
}

static void a_directory_lies_beside_the_lesson(void **state)
{
    (void)state;
    assert_refused("  - find: Who?\n    directory: ../help.yaml\n", "a file must lie inside");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_lead_to_a_service_without_a_letter),
        cmocka_unit_test(only_help_that_a_city_has_is_offered),
        cmocka_unit_test(everywhere_and_any_help_are_all),
        cmocka_unit_test(typing_narrows),
        cmocka_unit_test(typing_narrows_inside_what_was_chosen),
        cmocka_unit_test(back_takes_one_step),
        cmocka_unit_test(from_a_service_found_by_a_word_back_leads_to_the_list),
        cmocka_unit_test(what_she_looked_for_is_gone_with_the_page),
        cmocka_unit_test(a_directory_lies_beside_the_lesson),
        cmocka_unit_test(mistakes_in_the_directory_are_told),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
