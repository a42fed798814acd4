/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session and its lessons: which was begun and finished, the one that is played. */
#include "play/session_inside.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "view/layout.h"

static bool same_address(struct address one, struct address other)
{
    return one.module == other.module && one.lesson == other.lesson;
}

/* A lesson whose head cannot be read was neither begun nor finished. */
static const struct progress_lesson *progress_at(const struct session *session,
                                                 struct address address)
{
    const struct head *head = library_head(session->library, address.module, address.lesson);
    return head ? progress_find(session->progress, head->id) : NULL;
}

bool session_has_finished(const struct session *session, struct address address)
{
    const struct progress_lesson *lesson = progress_at(session, address);
    return lesson && lesson->finished;
}

bool session_has_begun(const struct session *session, struct address address)
{
    if (session->attempt && same_address(session->address, address))
        return true;
    const struct progress_lesson *lesson = progress_at(session, address);
    return lesson && lesson->kept;
}

const char *session_lesson_language(const struct session *session)
{
    return session->lesson ? session->lesson->language : NULL;
}

void session_close_lesson(struct session *session)
{
    talloc_free(session->attempt);
    talloc_free(session->lesson);
    session->attempt = NULL;
    session->lesson = NULL;
}

/* Puts aside what she would come back to. */
void session_keep_lesson(struct session *session)
{
    if (session->attempt && !session->preview)
        progress_keep(session->progress, session->attempt);
}

static void note_language(struct session *session)
{
    const char *code = session->lesson->language;
    bool other = code && strcmp(code, language_used()) != 0;

    session->attempt->language = other ? language_find(code)->name : NULL;
}

/* Reads a lesson and goes there, or to its problems. */
static struct lesson *read_lesson(struct session *session, struct address address)
{
    struct diagnostics *problems = diagnostics_new(session);
    struct lesson *lesson = library_lesson(session->library, session, address.module,
                                           address.lesson, problems);
    session->address = address;
    talloc_free(session->problems);
    session->problems = problems;
    session->place = lesson ? PLACE_LESSON : PLACE_PROBLEM;
    return lesson;
}

/* What is not as she left it is said before she goes on. */
static void tell_of_change(struct session *session)
{
    if (session->attempt->resumed == RESUMED_CHANGED)
        session_notice(session, NOTICE_CHANGED);
    if (session->attempt->resumed == RESUMED_PLACE)
        session_notice(session, NOTICE_PLACE);
}

static void begin_lesson(struct session *session, struct lesson *lesson)
{
    struct random random = session->random;
    const struct progress_lesson *known = progress_find(session->progress, lesson->id.bytes);

    session->lesson = lesson;
    if (known && known->kept)
        session->attempt = kept_resume(session, lesson, known->kept);
    else
        session->attempt = attempt_new(session, lesson, random_below(&random, SIZE_MAX));
    if (known && known->taken && !known->kept)
        kept_give(session->attempt, known->taken);
    session->attempt->printable = session->printer != NULL;
    /* An author finds everything where it was. */
    if (!session->preview)
        session->random = random;
    note_language(session);
    tell_of_change(session);
}

/* A lesson that has become another one in the new language (its translation is older)
 * stays in the language it was begun in until it is opened again. */
static void translate_lesson(struct session *session)
{
    if (!session->attempt)
        return;
    struct diagnostics *problems = diagnostics_new(session);
    struct lesson *lesson =
        library_lesson(session->library, session, session->address.module,
                       session->address.lesson, problems);
    if (lesson && attempt_translate(session->attempt, lesson)) {
        talloc_free(session->lesson);
        session->lesson = lesson;
    } else {
        talloc_free(lesson);
    }
    talloc_free(problems);
    note_language(session);
}

void session_speak(struct session *session, const char *language)
{
    language_use(language);
    library_speak(session->library, language);
    translate_lesson(session);
}

/* A lesson that was interrupted goes on where it was. */
void session_open(struct session *session, struct address address)
{
    session->module = address.module;
    if (session->attempt && same_address(session->address, address)) {
        session->place = PLACE_LESSON;
        return;
    }
    session_keep_lesson(session);
    struct lesson *lesson = read_lesson(session, address);
    session_close_lesson(session);
    if (lesson)
        begin_lesson(session, lesson);
}

struct progress *session_progress(struct session *session)
{
    session_keep_lesson(session);
    progress_set_language(session->progress, language_used());
    session->progress->look = (unsigned char)session->look;
    return session->progress;
}

void session_welcome(struct session *session, struct progress *progress)
{
    session->progress->look = (unsigned char)session->look;
    session_keep_lesson(session);
    progress_merge(talloc_steal(session, progress), session->progress);
    session->progress = progress;
    session->look = progress->look;
    if (progress->language && language_find(progress->language))
        session_speak(session, progress->language);
}

/* What was shown is given up only for a lesson without mistakes: until they are
 * mended it keeps the place. */
void session_reload(struct session *session)
{
    struct lesson *lesson = read_lesson(session, session->address);
    struct lesson *earlier_lesson = session->lesson;
    struct attempt *earlier = session->attempt;

    if (!lesson)
        return;
    begin_lesson(session, lesson);
    if (earlier)
        attempt_resume(session->attempt, earlier);
    talloc_free(earlier);
    talloc_free(earlier_lesson);
}

void session_preview(struct session *session, struct library *library)
{
    session->preview = true;
    session->library = library;
    session_open(session, (struct address){ 0, 0 });
}

/* After a lesson the next one lies under her finger. */
static void finish_lesson(struct session *session)
{
    struct address done = session->address;
    size_t count = course_module(session->library->course, done.module)->lessons.count;
    size_t next = done.lesson + 1 < count ? done.lesson + 1 : done.lesson;
    progress_finish(session->progress, session->attempt);
    session_close_lesson(session);
    session_go_to_lessons(session, done.module, next);
    session_offer_first(session);
}

/* The place is left backwards or upwards: for the list, where there is one. */
static void leave_place(struct session *session)
{
    if (session->preview)
        session_overlay(session, OVERLAY_LEAVE);
    else
        session_go_to_lessons(session, session->address.module, session->address.lesson);
}

/* An author's lesson begins again. */
static void end_lesson(struct session *session)
{
    if (!session->preview) {
        finish_lesson(session);
        return;
    }
    talloc_free(session->attempt);
    begin_lesson(session, session->lesson);
}

static void ask_to_print(struct session *session)
{
    talloc_free(session->print_path);
    session->print_path = session->printer->choose(session);
    session_overlay(session, OVERLAY_PRINT);
}

/* As the page that she saw shows it, at the width of a letter. */
void session_print(struct session *session)
{
    void *memory = memory_need(talloc_new(NULL));
    struct view *view = view_new(memory);

    attempt_take_away(session->attempt, view);
    char *text = layout_text(memory, layout_new(memory, view, 72, &signs_ascii));
    talloc_free(session->print_problems);
    session->print_problems = diagnostics_new(session);
    session->printer->write(session->print_path, text, session->print_problems);
    talloc_free(memory);
}

unsigned session_handle_lesson(struct session *session, struct event event)
{
    enum outcome outcome = OUTCOME_LEFT;

    if (event.kind != EVENT_UP_LEVEL)
        outcome = attempt_handle(session->attempt, event);
    if (outcome == OUTCOME_IGNORED)
        return 0;
    if (outcome == OUTCOME_DONE)
        end_lesson(session);
    if (outcome == OUTCOME_LEFT) {
        attempt_pause(session->attempt);
        leave_place(session);
    }
    if (outcome == OUTCOME_PRINT)
        ask_to_print(session);
    return SESSION_REDRAW;
}

unsigned session_handle_problem(struct session *session, struct event event)
{
    bool back = event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK;
    bool on = event.kind == EVENT_ENTER || event.kind == EVENT_SPACE;

    if (!back && (!on || session->preview))
        return 0;
    leave_place(session);
    return SESSION_REDRAW;
}
