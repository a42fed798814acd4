/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program in plain lines ought to show: a session in this process, without a disk,
 * which is told the same lines. Nothing here is saved by the session: all that she has is
 * taken from it after every event.
 */
#ifndef CONECTA_TESTS_SUPPORT_MODEL_H
#define CONECTA_TESTS_SUPPORT_MODEL_H

#include "memory_keeper.h"
#include "seen.h"

#include "base/language.h"
#include "commands/print_file.h"
#include "play/session_inside.h"
#include "terminal/lines.h"

/* All that she has, as the bytes of a record. */
struct possession {
    size_t length;
    unsigned char bytes[MEMORY_KEEPER_ROOM];
};

struct model {
    struct library *library; /* also of the next visit */
    uint64_t seed;           /* that of the program */
    struct session *session;
    struct memory_keeper *keeper;
};

/* A new visit, before which this was saved under the phrase. had: NULL: nothing was. */
static inline void model_begin(struct model *model, const struct possession *had,
                               const char *phrase)
{
    talloc_free(model->session);
    language_use("en");
    model->session = session_new(NULL, CONTROLS_LINES, false, model->seed);
    model->keeper = memory_keeper_new(model->session);
    session_let_print(model->session, &print_file);
    session_enter(model->session, model->library);
    session_let_keep(model->session, &model->keeper->keeper);
    if (!had)
        return;
    model->keeper->any = true;
    model->keeper->length = had->length;
    memcpy(model->keeper->bytes, had->bytes, had->length);
    snprintf(model->keeper->owner, sizeof model->keeper->owner, "%s", phrase);
}

static inline struct possession *model_has(const struct model *model, const void *parent)
{
    struct possession *has = talloc_zero(parent, struct possession);
    has->length = progress_write(session_progress(model->session), has->bytes, sizeof has->bytes);
    return has;
}

/* The page as plain.c prints it when it is new, with what it asks; belongs to parent. */
static inline char *model_page(const struct model *model, const void *parent)
{
    struct view *view = session_view(model->session, parent);
    struct layout *layout = layout_new(view, view, LAYOUT_UNBROKEN, &signs_none);
    char *page = view->steps > 0 ? talloc_asprintf(parent, "\n--- %s (%zu/%zu)\n\n", view->title,
                                                   (size_t)view->step, (size_t)view->steps)
                                 : talloc_asprintf(parent, "\n--- %s\n\n", view->title);

    while (layout->count > 0 && layout->lines[layout->count - 1].count == 0)
        layout->count--;
    page = talloc_asprintf_append_buffer(page, "%s\n%s\n> ", seen_lines(layout),
                                         lines_prompt(view, view));
    talloc_free(view);
    return page;
}

/* Understands a line where the model is; false: it means nothing there. */
static inline bool model_understands(const struct model *model, const char *line,
                                     struct line_events *ret_events)
{
    struct view *view = session_view(model->session, NULL);
    bool understood = lines_understand(view, line, ret_events);
    talloc_free(view);
    return understood;
}

/* One event, and what it was waited for. */
static inline void model_handle(struct model *model, struct event event)
{
    if (session_handle(model->session, event) & SESSION_LEAVE)
        fail_msg("she was not to leave");
    if (session_awaited(model->session) >= 0)
        session_handle(model->session, (struct event){EVENT_READY, 0});
}

static inline void model_say(struct model *model, const char *line)
{
    struct line_events events;
    if (!model_understands(model, line, &events))
        fail_msg("\"%s\" means nothing here", line);
    for (size_t i = 0; i < events.count; i++)
        model_handle(model, events.events[i]);
}

#endif
