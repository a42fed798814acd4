/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A course that is there in another language too, in part. */
#include "play/session.h"

#include "../support/course.h"
#include "../support/seen.h"
#include "base/language.h"
#include "course/alike.h"

#define LESSON_RU                                                 \
    "lesson: one\n"                                               \
    "title: Первый урок\n"                                        \
    "about: О чём он.\n"                                          \
    "minutes: 5\n"                                                \
    "before-after: [compared]\n"                                  \
    "steps:\n"                                                    \
    "  - read: Страница.\n"                                       \
    "  - choose: Сравним?\n"                                      \
    "    id: compared\n"                                          \
    "    rev: 1\n"                                                \
    "    options:\n"                                              \
    "      - {id: y, text: Да, right: yes, why: Потому.}\n"       \
    "      - {id: n, text: Нет, why: Не потому.}\n"               \
    "  - choose: Один раз?\n"                                     \
    "    id: once\n"                                              \
    "    rev: 1\n"                                                \
    "    options:\n"                                              \
    "      - {id: y, text: Раз, right: yes, why: Потому.}\n"      \
    "      - {id: n, text: Ни разу, why: Не потому.}\n"

#define COURSE_RU                                                                   \
    "format: 1\ncourse: test\ntitle: Проверочный курс\nlanguage: ru\nmodules:\n"      \
    "  - {id: short, title: Короткий модуль, lessons: [one.yaml]}\n"

struct world {
    char *course;  /* in English */
    char *edition; /* in Russian: the first lesson, and titles of one module */
    struct session *session;
};

static void enter(struct world *world)
{
    struct library *library = course_open(world, world->course);
    library_add_edition(library, "ru", world->edition);
    library_add_edition(library, "uk", "/nowhere/at/all");
    world->session = session_new(world, CONTROLS_KEYS, false, 5);
    session_enter(world->session, library);
}

static int open_world(void **state)
{
    struct world *world = talloc_zero(NULL, struct world);
    language_start("/nowhere", "/nowhere");
    language_use("en");
    world->course = course_make(world);
    world->edition = folder_make(world);
    folder_add(world->edition, COURSE_FILE, COURSE_RU);
    folder_add(world->edition, "one.yaml", LESSON_RU);
    enter(world);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    struct world *world = *state;
    folder_remove(world->course);
    folder_remove(world->edition);
    language_use("en");
    return talloc_free(world);
}

static struct view *view_of(struct world *world)
{
    return session_view(world->session, world);
}

static void press(struct world *world, enum event_kind kind)
{
    session_handle(world->session, (struct event){kind, 0});
}

static void pick(struct world *world, unsigned number)
{
    session_handle(world->session, (struct event){EVENT_PICK, number});
}

/* By its place in `languages`: English, Russian, Ukrainian. */
static void speak(struct world *world, unsigned number)
{
    press(world, EVENT_LANGUAGE);
    pick(world, number);
}

static void titles_come_in_the_language_spoken(void **state)
{
    struct world *world = *state;
    assert_seen(view_of(world), "The short module");
    speak(world, 2);
    assert_string_equal(view_of(world)->title, "Проверочный курс");
    assert_seen(view_of(world), "Короткий модуль");
    assert_seen(view_of(world), "The long module");
    pick(world, 1);
    assert_string_equal(view_of(world)->title, "Короткий модуль");
    assert_seen(view_of(world), "Первый урок");
    assert_seen(view_of(world), "The third lesson");
    speak(world, 3);
    assert_seen(view_of(world), "The first lesson");
    speak(world, 1);
    assert_string_equal(view_of(world)->title, "The short module");
}

static void the_language_at_the_start_counts(void **state)
{
    struct world *world = *state;
    language_use("ru");
    enter(world);
    assert_seen(view_of(world), "Короткий модуль");
}

static void a_lesson_is_in_one_language_and_says_which(void **state)
{
    struct world *world = *state;
    speak(world, 2);
    pick(world, 1);
    pick(world, 1);
    assert_seen(view_of(world), "О чём он.");
    assert_null(world->session->attempt->language);
    press(world, EVENT_UP_LEVEL);
    pick(world, 3);
    assert_seen(view_of(world), "The third lesson");
    assert_string_equal(world->session->attempt->language, "English");
}

/* Title, question before (which goes on by itself), page, question: the answer stays. */
static void another_language_keeps_the_place_and_the_answers(void **state)
{
    struct world *world = *state;
    pick(world, 1);
    pick(world, 1);
    press(world, EVENT_ENTER);
    pick(world, 1);
    press(world, EVENT_ENTER);
    pick(world, 2);
    assert_seen(view_of(world), "Because not.");
    speak(world, 2);
    assert_seen(view_of(world), "Один раз?");
    assert_seen(view_of(world), "Не потому.");
    assert_not_seen(view_of(world), "Because");
    assert_null(world->session->attempt->language);
    press(world, EVENT_BACK);
    assert_seen(view_of(world), "Страница.");
    speak(world, 3);
    assert_seen(view_of(world), "A page.");
    assert_string_equal(world->session->attempt->language, "English");
    press(world, EVENT_ENTER);
    assert_seen(view_of(world), "Because not.");
    speak(world, 1);
    assert_null(world->session->attempt->language);
}

/* Its translation is of an earlier time. */
static void a_lesson_that_differs_keeps_its_language_until_it_is_opened(void **state)
{
    struct world *world = *state;
    char *older = talloc_asprintf(world, "%s  - read: Лишняя страница.\n", LESSON_RU);
    folder_add(world->edition, "one.yaml", older);
    pick(world, 1);
    pick(world, 1);
    press(world, EVENT_ENTER);
    press(world, EVENT_ON);
    assert_seen(view_of(world), "A page.");
    speak(world, 2);
    assert_seen(view_of(world), "A page.");
    assert_string_equal(world->session->attempt->language, "English");
    press(world, EVENT_UP_LEVEL);
    pick(world, 3);
    press(world, EVENT_UP_LEVEL);
    pick(world, 1);
    assert_seen(view_of(world), "This lesson has changed");
    press(world, EVENT_ENTER);
    assert_seen(view_of(world), "Страница.");
    assert_null(world->session->attempt->language);
    assert_int_equal(world->session->attempt->resumed, RESUMED_CHANGED);
}

static void a_broken_translation_is_not_shown(void **state)
{
    struct world *world = *state;
    folder_add(world->edition, "one.yaml", "lesson: one\ntitle: Сломан\nminutes: 5\nsteps: 7\n");
    speak(world, 2);
    pick(world, 1);
    pick(world, 1);
    assert_int_equal(world->session->place, PLACE_LESSON);
    assert_seen(view_of(world), "The first lesson");
    assert_string_equal(world->session->attempt->language, "English");
}

static void titles_of_another_course_are_not_taken(void **state)
{
    static const char *const others[] = {
        "format: 1\ncourse: other\ntitle: Чужой\nlanguage: ru\nmodules:\n"
        "  - {id: short, title: Чужой модуль, lessons: [one.yaml]}\n",
        "format: 1\ncourse: test\ntitle: Чужой\nlanguage: uk\nmodules:\n"
        "  - {id: short, title: Чужой модуль, lessons: [one.yaml]}\n",
        "format: [",
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        folder_add(world->edition, COURSE_FILE, others[i]);
        enter(world);
        speak(world, 2);
        assert_string_equal(view_of(world)->title, "A test course");
        assert_seen(view_of(world), "The short module");
        speak(world, 1);
    }
}

/* What a learner did goes on in another lesson only if nothing but words differs. */
static void what_makes_two_lessons_differ(void **state)
{
    static const struct {
        const char *from, *to;
    } changes[] = {
        {"id: once", "id: twice"},       {"before-after: [compared]\n", ""},
        {"{id: y, text: Раз, right: yes, why: Потому.}", "{id: z, text: Раз, right: yes, why: П.}"},
        {"      - {id: n, text: Ни разу, why: Не потому.}\n",
         "      - {id: n, text: Ни разу, why: Нет.}\n      - {id: m, text: М, why: Нет.}\n"},
        {"text: Раз, right: yes", "text: Раз, right: no"},
        {"read: Страница.", "reed: Страница."},
        {"- read: Страница.\n", "- read: Страница.\n  - read: Ещё.\n"},
        {"rev: 1", "rev: 2"},            {"minutes: 5", "minutes: 6"},
    };
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct bytes english = {(char *)(size_t)COURSE_LESSON_ONE, strlen(COURSE_LESSON_ONE)};
    const struct lesson *one =
        lesson_parse(memory, "en", english, activity_verbs(), LESSON_WHOLE, problems);
    struct bytes russian = {(char *)(size_t)LESSON_RU, strlen(LESSON_RU)};
    (void)state;
    assert_true(lessons_alike(one, lesson_parse(memory, "ru", russian, activity_verbs(),
                                                LESSON_WHOLE, problems)));
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        const char *at = strstr(LESSON_RU, changes[i].from);
        char *text = talloc_asprintf(memory, "%.*s%s%s", (int)(at - LESSON_RU), LESSON_RU,
                                     changes[i].to, at + strlen(changes[i].from));
        struct bytes bytes = {text, strlen(text)};
        const struct lesson *other =
            lesson_parse(memory, "ru", bytes, activity_verbs(), LESSON_WHOLE, problems);
        if (other && lessons_alike(one, other))
            fail_msg("the same in spite of '%s'", changes[i].to);
    }
    talloc_free(memory);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        IN_WORLD(titles_come_in_the_language_spoken),
        IN_WORLD(the_language_at_the_start_counts),
        IN_WORLD(a_lesson_is_in_one_language_and_says_which),
        IN_WORLD(another_language_keeps_the_place_and_the_answers),
        IN_WORLD(a_lesson_that_differs_keeps_its_language_until_it_is_opened),
        IN_WORLD(a_broken_translation_is_not_shown),
        IN_WORLD(titles_of_another_course_are_not_taken),
        cmocka_unit_test(what_makes_two_lessons_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
