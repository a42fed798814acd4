/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/session.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "play/session_pages.h"
#include "play/terms.h"
#include "view/layout.h"

static size_t language_index(void)
{
    size_t index = 0;
    while (strcmp(languages[index].code, language_used()) != 0)
        index++;
    return index;
}

static void open_overlay(struct session *session, enum overlay overlay)
{
    session->under_help = overlay == OVERLAY_HELP ? session->overlay : OVERLAY_NONE;
    session->overlay = overlay;
    if (overlay == OVERLAY_LANGUAGE)
        session->overlay_menu = menu_new(language_count, language_index());
    if (overlay == OVERLAY_LEAVE || overlay == OVERLAY_PRINT)
        session->overlay_menu = menu_new(2, 0);
}

static size_t lesson_count(const struct session *session, size_t module)
{
    return course_module(session->library->course, module)->lessons.count;
}

static void go_to_modules(struct session *session)
{
    session->place = PLACE_MODULES;
    session->menu = menu_new(session->library->course->modules.count, session->module);
}

static void go_to_lessons(struct session *session, size_t module, size_t lesson)
{
    session->place = PLACE_LESSONS;
    session->module = module;
    session->menu = menu_new(lesson_count(session, module), lesson);
}

struct session *session_new(const void *parent, enum controls controls, bool ask_language,
                            uint64_t seed)
{
    struct session *session = memory_need(talloc_zero(parent, struct session));
    session->controls = controls;
    session->random = (struct random){ seed };
    session->progress = progress_new(session);
    if (ask_language)
        open_overlay(session, OVERLAY_LANGUAGE);
    return session;
}

void session_enter(struct session *session, struct library *library)
{
    session->library = library;
    library_speak(library, language_used());
    go_to_modules(session);
}

void session_let_print(struct session *session, const struct printer *printer)
{
    session->printer = printer;
}

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

static void close_lesson(struct session *session)
{
    talloc_free(session->attempt);
    talloc_free(session->lesson);
    session->attempt = NULL;
    session->lesson = NULL;
}

/* Puts aside what she would come back to. */
static void keep_lesson(struct session *session)
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

static void speak(struct session *session, const char *language)
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
    keep_lesson(session);
    struct lesson *lesson = read_lesson(session, address);
    close_lesson(session);
    if (lesson)
        begin_lesson(session, lesson);
}

struct progress *session_progress(struct session *session)
{
    keep_lesson(session);
    progress_set_language(session->progress, language_used());
    return session->progress;
}

void session_welcome(struct session *session, struct progress *progress)
{
    keep_lesson(session);
    progress_merge(talloc_steal(session, progress), session->progress);
    session->progress = progress;
    if (progress->language && language_find(progress->language))
        speak(session, progress->language);
}

/* What was shown is given up only for a lesson without mistakes: until they are
 * mended it keeps the place. */
static void reload(struct session *session)
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

static void show_page(const struct session *session, struct view *view)
{
    switch (session->place) {
    case PLACE_MODULES:
        session_page_modules(session, view);
        break;
    case PLACE_LESSONS:
        session_page_lessons(session, view);
        break;
    case PLACE_LESSON:
        attempt_show(session->attempt, view);
        break;
    case PLACE_PROBLEM:
        session_page_problem(session, view);
        break;
    }
}

static void show_terms(const struct session *session, struct view *view)
{
    struct view *page = view_new(view);
    show_page(session, page);
    session_page_terms(session, page, view);
    view->page = page->page;
    talloc_free(page);
}

static void show_overlay(const struct session *session, struct view *view)
{
    switch (session->overlay) {
    case OVERLAY_LANGUAGE:
        session_page_language(session, view);
        break;
    case OVERLAY_HELP:
        session_page_help(session, view);
        break;
    case OVERLAY_TERMS:
        show_terms(session, view);
        break;
    case OVERLAY_LEAVE:
        session_page_leave(session, view);
        break;
    case OVERLAY_PRINT:
        session_page_print(session, view);
        break;
    case OVERLAY_PRINTED:
        session_page_printed(session, view);
        break;
    case OVERLAY_NONE:
        break;
    }
}

struct view *session_view(const struct session *session, const void *parent)
{
    struct view *view = view_new(parent);

    if (session->overlay == OVERLAY_NONE) {
        show_page(session, view);
        if (terms_any(session->library, session_lesson_language(session), view))
            view_hint_early(view, EVENT_TERMS, C_("key", "words"));
    } else {
        show_overlay(session, view);
    }
    /* Pages of different places never share their number. */
    view->page = ((view->page * 8 + session->overlay) * 4 + session->place) * 64 +
                 (unsigned)session->module + 1;
    if (session->preview)
        session_page_preview(session, view);
    if (session->overlay != OVERLAY_LANGUAGE)
        view_hint(view, EVENT_LANGUAGE, C_("key", "language"));
    if (session->overlay != OVERLAY_HELP)
        view_hint(view, EVENT_HELP, C_("key", "help"));
    return view;
}

static unsigned handle_modules(struct session *session, struct event event)
{
    size_t index;

    if (event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK) {
        open_overlay(session, OVERLAY_LEAVE);
        return SESSION_REDRAW;
    }
    enum menu_result result = menu_handle(&session->menu, event, &index);
    if (result == MENU_CHOSEN)
        go_to_lessons(session, index, 0);
    return result == MENU_IGNORED ? 0 : SESSION_REDRAW;
}

static unsigned handle_lessons(struct session *session, struct event event)
{
    size_t index;

    if (event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK) {
        go_to_modules(session);
        return SESSION_REDRAW;
    }
    enum menu_result result = menu_handle(&session->menu, event, &index);
    if (result == MENU_CHOSEN)
        session_open(session, (struct address){ session->module, index });
    return result == MENU_IGNORED ? 0 : SESSION_REDRAW;
}

/* After a lesson the next one lies under her finger. */
static void finish_lesson(struct session *session)
{
    struct address done = session->address;
    size_t next = done.lesson + 1 < lesson_count(session, done.module) ? done.lesson + 1
                                                                        : done.lesson;
    progress_finish(session->progress, session->attempt);
    close_lesson(session);
    go_to_lessons(session, done.module, next);
}

/* The place is left backwards or upwards: for the list, where there is one. */
static void leave_place(struct session *session)
{
    if (session->preview)
        open_overlay(session, OVERLAY_LEAVE);
    else
        go_to_lessons(session, session->address.module, session->address.lesson);
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
    open_overlay(session, OVERLAY_PRINT);
}

/* As the page that she saw shows it, at the width of a letter. */
static void print(struct session *session)
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

static unsigned handle_lesson(struct session *session, struct event event)
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

static unsigned handle_problem(struct session *session, struct event event)
{
    bool back = event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK;
    bool on = event.kind == EVENT_ENTER || event.kind == EVENT_SPACE;

    if (!back && (!on || session->preview))
        return 0;
    leave_place(session);
    return SESSION_REDRAW;
}

static unsigned handle_page(struct session *session, struct event event)
{
    switch (session->place) {
    case PLACE_MODULES:
        return handle_modules(session, event);
    case PLACE_LESSONS:
        return handle_lessons(session, event);
    case PLACE_LESSON:
        return handle_lesson(session, event);
    case PLACE_PROBLEM:
        return handle_problem(session, event);
    }
    return 0;
}

static unsigned handle_choice(struct session *session, struct event event)
{
    size_t index;
    enum menu_result result = menu_handle(&session->overlay_menu, event, &index);

    if (result != MENU_CHOSEN)
        return result == MENU_CHANGED ? SESSION_REDRAW : 0;
    if (session->overlay == OVERLAY_LEAVE && index == 1)
        return SESSION_LEAVE;
    if (session->overlay == OVERLAY_PRINT && index == 1) {
        print(session);
        open_overlay(session, OVERLAY_PRINTED);
        return SESSION_REDRAW;
    }
    if (session->overlay == OVERLAY_LANGUAGE)
        speak(session, languages[index].code);
    session->overlay = OVERLAY_NONE;
    return SESSION_REDRAW;
}

static unsigned handle_overlay(struct session *session, struct event event)
{
    bool help = session->overlay == OVERLAY_HELP, terms = session->overlay == OVERLAY_TERMS;
    bool to_read = help || terms || session->overlay == OVERLAY_PRINTED;
    bool closes = event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK;

    if (to_read)
        closes |= event.kind == EVENT_ENTER || (help && event.kind == EVENT_HELP) ||
                  (terms && event.kind == EVENT_TERMS);
    if (closes) {
        session->overlay = help ? session->under_help : OVERLAY_NONE;
        return SESSION_REDRAW;
    }
    return to_read ? 0 : handle_choice(session, event);
}

static bool page_has_terms(const struct session *session)
{
    struct view *page = view_new(session);
    show_page(session, page);
    bool any = terms_any(session->library, session_lesson_language(session), page);
    talloc_free(page);
    return any;
}

unsigned session_handle(struct session *session, struct event event)
{
    if (event.kind == EVENT_LEAVE)
        return SESSION_LEAVE;
    if (event.kind == EVENT_RELOAD && session->preview) {
        reload(session);
        return SESSION_REDRAW;
    }
    if (event.kind == EVENT_HELP && session->overlay != OVERLAY_HELP) {
        open_overlay(session, OVERLAY_HELP);
        return SESSION_REDRAW;
    }
    if (event.kind == EVENT_LANGUAGE) {
        open_overlay(session, OVERLAY_LANGUAGE);
        return SESSION_REDRAW;
    }
    if (session->overlay != OVERLAY_NONE)
        return handle_overlay(session, event);
    if (event.kind == EVENT_TERMS) {
        if (!page_has_terms(session))
            return 0;
        open_overlay(session, OVERLAY_TERMS);
        return SESSION_REDRAW;
    }
    return handle_page(session, event);
}
