/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/session_inside.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "play/session_keeping_pages.h"
#include "play/session_pages.h"
#include "play/terms.h"

static size_t language_index(void)
{
    size_t index = 0;
    while (strcmp(languages[index].code, language_used()) != 0)
        index++;
    return index;
}

/* These lie over any other one and give it back. */
static bool lies_over(enum overlay overlay)
{
    return overlay == OVERLAY_HELP || overlay == OVERLAY_LANGUAGE;
}

static void cover(struct session *session, enum overlay overlay)
{
    if (!lies_over(overlay))
        session->under_count = 0;
    /* From the help to the languages: the help is done with. */
    else if (!(session->overlay == OVERLAY_HELP && overlay == OVERLAY_LANGUAGE) &&
             session->overlay != OVERLAY_NONE && session->overlay != overlay)
        session->under[session->under_count++] = session->overlay;
    session->overlay = overlay;
}

static size_t leave_options(const struct session *session)
{
    return session_can_keep(session) ? LEAVE_OPTIONS : LEAVE_OPTIONS - 1;
}

void session_overlay(struct session *session, enum overlay overlay)
{
    cover(session, overlay);
    if (overlay == OVERLAY_LANGUAGE)
        session->language_menu = menu_new(language_count, language_index());
    if (overlay == OVERLAY_LEAVE)
        session->overlay_menu = menu_new(leave_options(session), 0);
    if (overlay == OVERLAY_PRINT || overlay == OVERLAY_DELETE)
        session->overlay_menu = menu_new(2, 0);
    if (overlay == OVERLAY_MINE)
        session->overlay_menu = menu_new(MINE_OPTIONS, 0);
}

void session_uncover(struct session *session)
{
    session->overlay = OVERLAY_NONE;
    if (session->under_count > 0)
        session->overlay = session->under[--session->under_count];
}

void session_notice(struct session *session, enum notice notice)
{
    session->notice = notice;
}

static void show_notice(struct session *session)
{
    if (session->notice != NOTICE_NONE && session->overlay == OVERLAY_NONE)
        session_overlay(session, OVERLAY_NOTICE);
}

void session_tell(struct session *session, struct diagnostics *problems)
{
    talloc_free(session->notice_problems);
    session->notice_problems = talloc_steal(session, problems);
    session_notice(session, NOTICE_PROBLEM);
    show_notice(session);
}

/* Behind the modules: the way to what is kept. */
static size_t module_options(const struct session *session)
{
    return session->library->course->modules.count + (session->keeping ? 1 : 0);
}

void session_go_to_modules(struct session *session)
{
    session->place = PLACE_MODULES;
    session->menu = menu_new(module_options(session), session->module);
}

void session_go_to_lessons(struct session *session, size_t module, size_t lesson)
{
    session->place = PLACE_LESSONS;
    session->module = module;
    session->menu =
        menu_new(course_module(session->library->course, module)->lessons.count, lesson);
}

struct session *session_new(const void *parent, enum controls controls, bool ask_language,
                            uint64_t seed)
{
    struct session *session = memory_need(talloc_zero(parent, struct session));
    session->controls = controls;
    session->random = (struct random){ seed };
    session->progress = progress_new(session);
    if (ask_language)
        session_overlay(session, OVERLAY_LANGUAGE);
    return session;
}

void session_enter(struct session *session, struct library *library)
{
    session->library = library;
    library_speak(library, language_used());
    session_go_to_modules(session);
}

void session_let_print(struct session *session, const struct printer *printer)
{
    session->printer = printer;
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
    case OVERLAY_KEEP:
    case OVERLAY_WORDS:
        session_page_words(session, view);
        break;
    case OVERLAY_WAIT:
        session_page_wait(view);
        break;
    case OVERLAY_MINE:
        session_page_mine(session, view);
        break;
    case OVERLAY_DELETE:
        session_page_delete(session, view);
        break;
    case OVERLAY_NOTICE:
        session_page_notice(session, view);
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
    view->page = ((view->page * 16 + session->overlay) * 4 + session->place) * 64 +
                 (unsigned)session->module + 1;
    if (session->preview)
        session_page_preview(session, view);
    view->look = session->look;
    if (session->overlay == OVERLAY_WAIT)
        return view;
    if (session->overlay != OVERLAY_LANGUAGE)
        view_hint(view, EVENT_LANGUAGE, C_("key", "language"));
    if (session->overlay != OVERLAY_HELP)
        view_hint(view, EVENT_HELP, C_("key", "help"));
    return view;
}

static void choose_module(struct session *session, size_t index)
{
    if (index < session->library->course->modules.count)
        session_go_to_lessons(session, index, 0);
    else if (session_is_kept(session))
        session_overlay(session, OVERLAY_MINE);
    else
        session_ask_for_words(session);
}

static unsigned handle_modules(struct session *session, struct event event)
{
    size_t index;

    if (event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK) {
        session_overlay(session, OVERLAY_LEAVE);
        return SESSION_REDRAW;
    }
    enum menu_result result = menu_handle(&session->menu, event, &index);
    if (result == MENU_CHOSEN)
        choose_module(session, index);
    return result == MENU_IGNORED ? 0 : SESSION_REDRAW;
}

static unsigned handle_lessons(struct session *session, struct event event)
{
    size_t index;

    if (event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK) {
        session_go_to_modules(session);
        return SESSION_REDRAW;
    }
    enum menu_result result = menu_handle(&session->menu, event, &index);
    if (result == MENU_CHOSEN)
        session_open(session, (struct address){ session->module, index });
    return result == MENU_IGNORED ? 0 : SESSION_REDRAW;
}

static unsigned handle_page(struct session *session, struct event event)
{
    switch (session->place) {
    case PLACE_MODULES:
        return handle_modules(session, event);
    case PLACE_LESSONS:
        return handle_lessons(session, event);
    case PLACE_LESSON:
        return session_handle_lesson(session, event);
    case PLACE_PROBLEM:
        return session_handle_problem(session, event);
    }
    return 0;
}

static unsigned handle_language(struct session *session, struct event event)
{
    size_t index;
    enum menu_result result = menu_handle(&session->language_menu, event, &index);

    if (result == MENU_CHOSEN) {
        session_speak(session, languages[index].code);
        session_uncover(session);
    }
    return result == MENU_IGNORED ? 0 : SESSION_REDRAW;
}

static unsigned choose(struct session *session, size_t index)
{
    enum overlay overlay = session->overlay;

    session_uncover(session);
    if (overlay == OVERLAY_LEAVE && index == leave_options(session) - 1)
        return SESSION_LEAVE;
    if (overlay == OVERLAY_LEAVE && index > 0)
        session_offer(session, true);
    if (overlay == OVERLAY_PRINT && index == 1) {
        session_print(session);
        session_overlay(session, OVERLAY_PRINTED);
    }
    if (overlay == OVERLAY_MINE)
        session_choose_mine(session, index);
    if (overlay == OVERLAY_DELETE && index == 1)
        session_delete_record(session);
    return SESSION_REDRAW;
}

static unsigned handle_choice(struct session *session, struct event event)
{
    size_t index;
    enum menu_result result = menu_handle(&session->overlay_menu, event, &index);

    if (result == MENU_CHOSEN)
        return choose(session, index);
    return result == MENU_CHANGED ? SESSION_REDRAW : 0;
}

static bool closes(const struct session *session, struct event event)
{
    bool help = session->overlay == OVERLAY_HELP, terms = session->overlay == OVERLAY_TERMS;

    if (event.kind == EVENT_UP_LEVEL || event.kind == EVENT_BACK)
        return true;
    if (event.kind == EVENT_ENTER)
        return help || terms || session->overlay == OVERLAY_PRINTED;
    return (help && event.kind == EVENT_HELP) || (terms && event.kind == EVENT_TERMS);
}

static bool has_choices(enum overlay overlay)
{
    return overlay == OVERLAY_LEAVE || overlay == OVERLAY_PRINT || overlay == OVERLAY_MINE ||
           overlay == OVERLAY_DELETE;
}

/* What closes the others means something of its own to these. */
static bool handles_itself(enum overlay overlay)
{
    return overlay == OVERLAY_KEEP || overlay == OVERLAY_WORDS || overlay == OVERLAY_WAIT ||
           overlay == OVERLAY_NOTICE;
}

static unsigned handle_overlay(struct session *session, struct event event)
{
    if (handles_itself(session->overlay))
        return session_handle_keeping(session, event);
    if (closes(session, event)) {
        session_uncover(session);
        return SESSION_REDRAW;
    }
    if (session->overlay == OVERLAY_LANGUAGE)
        return handle_language(session, event);
    return has_choices(session->overlay) ? handle_choice(session, event) : 0;
}

static bool page_has_terms(const struct session *session)
{
    struct view *page = view_new(session);
    show_page(session, page);
    bool any = terms_any(session->library, session_lesson_language(session), page);
    talloc_free(page);
    return any;
}

static unsigned open_on_top(struct session *session, enum overlay overlay)
{
    session_overlay(session, overlay);
    return SESSION_REDRAW;
}

static unsigned handle_terms(struct session *session)
{
    return page_has_terms(session) ? open_on_top(session, OVERLAY_TERMS) : 0;
}

static unsigned handle(struct session *session, struct event event)
{
    if (session->overlay == OVERLAY_WAIT)
        return 0;
    if (event.kind == EVENT_HELP && session->overlay != OVERLAY_HELP)
        return open_on_top(session, OVERLAY_HELP);
    if (event.kind == EVENT_LANGUAGE)
        return open_on_top(session, OVERLAY_LANGUAGE);
    if (session->overlay != OVERLAY_NONE)
        return handle_overlay(session, event);
    return event.kind == EVENT_TERMS ? handle_terms(session) : handle_page(session, event);
}

/* What does not come from her hands, or not to the page. */
static bool handle_apart(struct session *session, struct event event, unsigned *ret_wishes)
{
    switch (event.kind) {
    case EVENT_LEAVE:
        *ret_wishes = SESSION_LEAVE;
        return true;
    case EVENT_IDLE:
        *ret_wishes = session_handle_idle(session);
        return true;
    case EVENT_READY:
        *ret_wishes = session_handle_ready(session);
        return true;
    case EVENT_LOOK:
        session->look = event.number;
        *ret_wishes = SESSION_REDRAW;
        return true;
    case EVENT_RELOAD:
        if (session->preview)
            session_reload(session);
        *ret_wishes = session->preview ? SESSION_REDRAW : 0;
        return true;
    default:
        return false;
    }
}

unsigned session_handle(struct session *session, struct event event)
{
    unsigned wishes = 0;

    if (!handle_apart(session, event, &wishes))
        wishes = handle(session, event);
    if (session->attempt)
        session->attempt->kept = session_is_kept(session);
    session_save(session, event);
    show_notice(session);
    return wishes;
}
