/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session with a keeper that has no disk, and hands at it. */
#ifndef CONECTA_TESTS_SUPPORT_VISIT_H
#define CONECTA_TESTS_SUPPORT_VISIT_H

#include "course.h"
#include "memory_keeper.h"
#include "seen.h"

#include "base/language.h"
#include "play/session_inside.h"
#include "terminal/lines.h"

struct visit {
    void *memory;
    struct session *session;
    struct memory_keeper *keeper; /* of this visit, or of several */
};

static inline struct view *visit_view(struct visit *visit)
{
    return session_view(visit->session, visit->memory);
}

static inline unsigned visit_press(struct visit *visit, enum event_kind kind)
{
    return session_handle(visit->session, (struct event){kind, 0});
}

static inline unsigned visit_pick(struct visit *visit, unsigned number)
{
    return session_handle(visit->session, (struct event){EVENT_PICK, number});
}

/* A line of plain input; the wishes of its last event. */
static inline unsigned visit_type(struct visit *visit, const char *line)
{
    struct line_events events;
    unsigned wishes = 0;

    assert_true(lines_understand(visit_view(visit), line, &events));
    for (size_t i = 0; i < events.count; i++)
        wishes = session_handle(visit->session, events.events[i]);
    return wishes;
}

/* Plays the lesson that is open to its end, without a word. */
static inline void visit_skip(struct visit *visit)
{
    for (int i = 0; i < 100 && visit->session->place == PLACE_LESSON; i++)
        visit_press(visit, EVENT_ON);
    assert_int_equal(visit->session->place, PLACE_LESSONS);
}

#endif
