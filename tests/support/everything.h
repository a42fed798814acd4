/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson with every activity, in a folder of its own, and hands that do things in it. */
#ifndef CONECTA_TESTS_SUPPORT_EVERYTHING_H
#define CONECTA_TESTS_SUPPORT_EVERYTHING_H

#include "../base/folder.h"
#include "lesson.h"
#include "play/attempt.h"
#include "seen.h"

#define EVERYTHING_HEAD "lesson: all\ntitle: Everything\nminutes: 9\nbefore-after: [cmp]\nsteps:\n"
#define EVERYTHING_CHOOSE                                       \
    "  - choose: Which one?\n    id: one\n    rev: 1\n"         \
    "    shuffle: yes\n    hints: [A hint.]\n    options:\n"    \
    "      - {id: a, text: Right a, right: yes, why: Why a.}\n" \
    "      - {id: b, text: Wrong b, why: Why b.}\n"             \
    "      - {id: c, text: Wrong c, why: Why c.}\n"
#define EVERYTHING_STEPS                                                                      \
    "  - read: The first page.\n"                                                             \
    "  - choose: Compared?\n    id: cmp\n    rev: 1\n    options:\n"                          \
    "      - {id: y, text: Compared yes, right: yes, why: Why y.}\n"                          \
    "      - {id: n, text: Compared no, why: Why n.}\n" EVERYTHING_CHOOSE                     \
    "  - choose-all: Which ones?\n    id: some\n    rev: 1\n    shuffle: yes\n    options:\n" \
    "      - {id: a, text: Some a, right: yes, why: Why a.}\n"                                \
    "      - {id: b, text: Some b, right: yes, why: Why b.}\n"                                \
    "      - {id: c, text: Some c, why: Why c.}\n"                                            \
    "  - order: In order?\n    id: row\n    rev: 1\n    items:\n"                             \
    "      - {id: a, text: Begin, why: Why.}\n"                                               \
    "      - {id: b, text: Middle, why: Why.}\n"                                              \
    "      - {id: c, text: End, why: Why.}\n"                                                 \
    "  - match: What goes together?\n    id: pairs\n    rev: 1\n    pairs:\n"                 \
    "      - {id: a, left: Left a, right: Goes with a, why: Why.}\n"                          \
    "      - {id: b, left: Left b, right: Goes with b, why: Why.}\n"                          \
    "  - sort: Where to?\n    id: piles\n    rev: 1\n    groups:\n"                           \
    "      - {id: g, text: Group g}\n      - {id: h, text: Group h}\n    items:\n"            \
    "      - {id: a, text: Item a, group: g, why: Why.}\n"                                    \
    "      - {id: b, text: Item b, group: h, why: Why.}\n"                                    \
    "  - read: A page between.\n"                                                             \
    "  - number: How many?\n    id: many\n    rev: 1\n    answer: 72\n    why: Why.\n"        \
    "  - write: What is it called?\n    id: name\n    rev: 1\n    accept: [prep]\n"           \
    "    why: Why.\n"                                                                         \
    "  - rate: How sure?\n    id: sure\n    rev: 1\n    low: not\n    high: very\n"           \
    "  - reflect: What do you think?\n"                                                       \
    "  - discuss: What would you say?\n    minutes: 5\n"                                      \
    "  - decide: A story.\n    id: story\n    rev: 1\n    scenes:\n"                          \
    "      - id: s\n        text: Two ways.\n        choices:\n"                              \
    "          - {id: l, text: Go left, next: e}\n"                                           \
    "          - {id: r, text: Go right, next: e}\n"                                          \
    "      - {id: e, text: There you are., end: yes}\n"                                       \
    "  - plan: What do you have?\n    items:\n"                                               \
    "      - {id: a, text: A friend}\n      - {id: b, text: Money}\n"                         \
    "  - find: Who helps?\n    directory: help.yaml\n"                                        \
    "  - read: The last page.\n"
#define EVERYTHING_LESSON EVERYTHING_HEAD EVERYTHING_STEPS
#define EVERYTHING_HELP                                                                    \
    "directory: help\nkinds:\n  - {id: test, text: HIV tests}\n  - {id: law, text: Law}\n" \
    "services:\n"                                                                          \
    "  - {id: a, name: Umbrella, city: Kyiv, help: [test, law], as-of: 2026-10}\n"         \
    "  - {id: b, name: Light, city: Moscow, help: [test], as-of: 2026-10}\n"

/* The lesson with this text, which may name help.yaml. */
static inline const struct lesson *everything_read(const void *parent, const char *text)
{
    struct diagnostics *problems = diagnostics_new(parent);
    char *folder = folder_make(parent);
    folder_add(folder, "all.yaml", text);
    folder_add(folder, "help.yaml", EVERYTHING_HELP);
    const struct lesson *lesson = lesson_read(parent, file_path(parent, folder, "all.yaml"),
                                              activity_verbs(), LESSON_WHOLE, problems);
    folder_remove(folder);
    if (!lesson)
        fail_msg("%s", diagnostic_format(parent, &problems->items[0]));
    return lesson;
}

/* The lesson with the first `from` in it replaced. */
static inline const struct lesson *everything_changed(const void *parent, const char *from,
                                                      const char *to)
{
    const char *text = EVERYTHING_LESSON, *at = strstr(text, from);
    assert_non_null(at);
    return everything_read(
        parent, talloc_asprintf(parent, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)));
}

static inline char *everything_seen(const struct attempt *attempt)
{
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    return talloc_asprintf(attempt, "%u of %u, page %u, option %zu\n%s", (unsigned)view->step,
                           (unsigned)view->steps, (unsigned)view->page, (size_t)view->focus,
                           seen_text(view, 72));
}

static inline enum outcome everything_do(struct attempt *attempt, enum event_kind kind,
                                         unsigned number)
{
    return attempt_handle(attempt, (struct event){kind, number});
}

/* Something of everything: whatever the page is for, part of it is done. */
static inline void everything_act(struct attempt *attempt, struct random *random)
{
    struct view *view = view_new(attempt);
    attempt_show(attempt, view);
    bool number = view->input == INPUT_NUMBER;
    size_t options = view->options;
    talloc_free(view);
    everything_do(attempt, EVENT_DOWN, 0);
    if (options)
        everything_do(attempt, EVENT_PICK, 1 + (unsigned)random_below(random, options));
    else if (number)
        everything_do(attempt, EVENT_CHARACTER, '7');
    else
        everything_do(attempt, EVENT_CHARACTER, 'z');
    if (random_below(random, 3) == 0)
        everything_do(attempt, EVENT_ENTER, 0);
}

#endif
