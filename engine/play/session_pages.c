/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/session_pages.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "play/own_page.h"
#include "play/session_inside.h"
#include "play/terms.h"
#include "view/markdown.h"

static void add_language(const void *data, size_t index, struct view *view)
{
    (void)data;
    view_option(view, languages[index].name, MARK_NONE);
}

/* Asked in every language at once: which one she reads is not known yet. */
void session_page_language(const struct session *session, struct view *view)
{
    view->title = OWN_PAGE_TITLE;
    for (size_t i = 0; i < language_count; i++)
        view_add(view, BLOCK_HEADING, languages[i].ask, STYLE_HEADING);
    view_gap(view);
    menu_show(&session->language_menu, view, add_language, session);
}

/* Behind the modules: the way to her record. */
static void add_mine(const struct session *session, struct view *view)
{
    view_gap(view);
    view_option(view, session_is_kept(session)
                          /* TRANSLATORS: an option behind the modules: what is saved of her. */
                          ? C_("mine", "My place")
                          /* TRANSLATORS: an option behind the modules: opens what she saved. */
                          : C_("mine", "Go on with my five words"),
                MARK_NONE);
}

static void add_module(const void *data, size_t index, struct view *view)
{
    const struct session *session = data;
    if (index == session->library->course->modules.count) {
        add_mine(session, view);
        return;
    }
    const struct course_module *module = course_module(session->library->course, index);
    size_t count = module->lessons.count;
    struct block *block = view_option(view, library_module_title(session->library, index), MARK_NONE);

    block->aside = memory_need(talloc_asprintf(
        /* TRANSLATORS: behind the title of a module. */
        view, P_("%zu lesson", "%zu lessons", (unsigned long)count), count));
}

void session_page_modules(const struct session *session, struct view *view)
{
    view->title = library_title(session->library);
    /* TRANSLATORS: heading of the list of modules. */
    view_add(view, BLOCK_HEADING, _("What would you like to look at?"),
             STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    menu_show(&session->menu, view, add_module, session);
    view_hint(view, EVENT_UP_LEVEL, C_("key", "leave"));
}

static const char *lesson_aside(const struct session *session, const struct head *head,
                                size_t index, const void *parent)
{
    struct address address = { session->module, index };
    char *aside = memory_need(talloc_asprintf(
        /* TRANSLATORS: how long a lesson takes, behind its title; short. */
        parent, P_("%ld min", "%ld min", (unsigned long)head->minutes), head->minutes));
    if (session_has_begun(session, address))
        /* TRANSLATORS: behind the title of a lesson that was begun and left. */
        aside = talloc_asprintf_append_buffer(aside, " · %s", C_("lesson", "begun"));
    else if (session_has_finished(session, address))
        /* TRANSLATORS: behind the title of a lesson that was played to its end. */
        aside = talloc_asprintf_append_buffer(aside, " · %s", C_("lesson", "finished"));
    return memory_need(aside);
}

static void add_lesson(const void *data, size_t index, struct view *view)
{
    const struct session *session = data;
    const struct head *head = library_head(session->library, session->module, index);

    if (head) {
        struct block *block = view_option(view, head->title, MARK_NONE);
        block->aside = lesson_aside(session, head, index, view);
        return;
    }
    const struct course_module *module =
        course_module(session->library->course, session->module);
    /* TRANSLATORS: behind the file name of a lesson with mistakes. */
    view_option(view, module->lessons.items[index].bytes, MARK_NONE)->aside =
        C_("lesson", "cannot be read");
}

void session_page_lessons(const struct session *session, struct view *view)
{
    view->title = library_module_title(session->library, session->module);
    /* TRANSLATORS: heading of the list of lessons of a module. */
    view_add(view, BLOCK_HEADING, _("Choose a lesson"), STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    menu_show(&session->menu, view, add_lesson, session);
    view_hint(view, EVENT_BACK, C_("key", "back"));
}

/* The name of a file from the course's folder on: short, and it does not show
 * where on this computer the course lies. */
static const char *inside_course(const struct session *session, const char *file)
{
    size_t length = strlen(session->library->folder);
    if (strncmp(file, session->library->folder, length) != 0)
        return file;
    return file + length + strspn(file + length, "/");
}

static void add_clean(struct view *view, enum block_kind kind, const char *text)
{
    char *clean = text_clean(view, text, strlen(text));
    view_add(view, kind, clean, STYLE_PLAIN);
    talloc_free(clean);
}

static void add_problem(const struct session *session, const struct diagnostic *found,
                        struct view *view)
{
    struct diagnostic problem = *found;

    problem.excerpt = NULL;
    problem.advice = NULL;
    if (problem.file)
        problem.file = inside_course(session, problem.file);
    char *message = diagnostic_format(view, &problem);
    message[strcspn(message, "\n")] = '\0';
    add_clean(view, BLOCK_PARAGRAPH, message);
    talloc_free(message);
    if (found->excerpt)
        add_clean(view, BLOCK_DRAWING, found->excerpt);
    if (found->advice)
        add_clean(view, BLOCK_QUOTE, found->advice);
    view_gap(view);
}

/* The places of the problems are what its author needs. */
void session_page_problem(const struct session *session, struct view *view)
{
    view->title = library_module_title(session->library, session->module);
    /* TRANSLATORS: heading of a page that lists mistakes in the file of a lesson. */
    view_add(view, BLOCK_HEADING, _("This lesson cannot be opened"),
             STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH,
             session->preview
                 /* TRANSLATORS: to the author of a lesson, above a list of mistakes in its file. */
                 ? _("Its file has mistakes. Mend them and save: the lesson comes back at the "
                     "page where it was.")
                 /* TRANSLATORS: above a list of mistakes in the file of a lesson. */
                 : _("Its file has mistakes. The other lessons work. Whoever looks after the "
                     "course can mend it with this:"),
             STYLE_PLAIN);
    view_gap(view);
    for (size_t i = 0; i < session->problems->count; i++)
        add_problem(session, &session->problems->items[i], view);
    if (session->preview)
        view_hint(view, EVENT_UP_LEVEL, C_("key", "leave"));
    else
        view_hint(view, EVENT_ENTER, C_("key", "back"));
}

/* There is no list of lessons to go back to. */
static void rename_way_out(struct view *view)
{
    for (size_t i = 0; i < view->hint_count; i++)
        if (view->hints[i].event == EVENT_UP_LEVEL)
            view->hints[i].does = C_("key", "leave");
}

static void add_left(struct view *view, size_t left)
{
    char *text = memory_need(talloc_asprintf(
        view,
        /* TRANSLATORS: on the first page of a lesson while its translator looks at it. */
        P_("%zu text is not translated yet.", "%zu texts are not translated yet.",
           (unsigned long)left),
        left));
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH, text, STYLE_QUIET);
}

void session_page_preview(const struct session *session, struct view *view)
{
    if (session->overlay != OVERLAY_NONE)
        return;
    /* TRANSLATORS: the first line of the screen while an author looks at a lesson;
     * %s is its title. */
    view->title = memory_need(talloc_asprintf(view, _("Preview: %s"), view->title));
    rename_way_out(view);
    if (session->place != PLACE_LESSON || session->attempt->at > 0)
        return;
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH,
             /* TRANSLATORS: on the first page of a lesson while its author looks at it. */
             _("This is a preview. What you save in the file is shown at once. Nothing is "
               "counted or written."),
             STYLE_QUIET);
    if (session->library->draft && session->library->draft->left > 0)
        add_left(view, session->library->draft->left);
}

static void add_key(struct view *view, const char *key, const char *does)
{
    struct block *block = view_item(view, MARK_NONE);
    rich_add(view, &block->text, key, strlen(key), STYLE_BOLD);
    rich_add(view, &block->text, "  ", 2, STYLE_PLAIN);
    rich_add(view, &block->text, does, strlen(does), STYLE_PLAIN);
}

static void show_keys(const struct session *session, struct view *view)
{
    add_key(view, "1 – 9", C_("help", "pick the option with this number"));
    add_key(view, "↑ ↓", C_("help", "move to another option, or move the page"));
    add_key(view, "Enter", C_("help", "choose, or go on"));
    add_key(view, C_("help", "Space"), C_("help", "tick, or go on"));
    add_key(view, "← Backspace", C_("help", "one page back"));
    add_key(view, "→", C_("help", "go on without an answer"));
    add_key(view, "Page Up, Page Down", C_("help", "move a long page"));
    add_key(view, "Esc", session->preview ? C_("help", "leave the preview")
                                           : C_("help", "back to the list"));
    add_key(view, "Tab", C_("help", "what the marked words mean"));
    add_key(view, "F2", C_("help", "another language"));
    add_key(view, "F3", C_("help", "other colours"));
    add_key(view, "? F1", C_("help", "this help"));
    view_gap(view);
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);
    /* TRANSLATORS: which keys end the program at once. */
    markdown_line(view, _("**To leave at once:** Esc three times, or Ctrl-X, or Ctrl-C."),
                  STYLE_PLAIN, &block->text);
}

static void show_lines(struct view *view)
{
    add_key(view, "Enter", C_("help", "go on; at a question: go on without an answer"));
    add_key(view, "2", C_("help", "pick the option with this number"));
    add_key(view, "1 3", C_("help", "tick several, or put them in this order"));
    add_key(view, "0", C_("help", "one page back"));
    add_key(view, "<", C_("help", "one page back, where 0 would be an answer"));
    add_key(view, "?", C_("help", "this page; then the earlier one again"));
    add_key(view, ".", C_("help", "leave"));
    add_key(view, "+", C_("help", "what the marked words mean"));
    add_key(view, "*", C_("help", "another language"));
    add_key(view, "-", C_("help", "back to the list"));
}

void session_page_help(const struct session *session, struct view *view)
{
    bool keys = session->controls == CONTROLS_KEYS;

    own_page_begin(view,
                   /* TRANSLATORS: heading of the help, on a screen. */
                   keys ? C_("help", "Keys")
                        /* TRANSLATORS: heading of the help, where lines are typed. */
                        : C_("help", "What you can type"));
    if (keys)
        show_keys(session, view);
    else
        show_lines(view);
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH,
             session_is_kept(session)
                 /* TRANSLATORS: at the end of the help, when her place is saved. */
                 ? _("Every step is saved. Only your five words open it.")
                 /* TRANSLATORS: at the end of the help; nothing is stored on the disk. */
                 : _("Nothing you do here is written down."),
             STYLE_PLAIN);
    view_hint(view, EVENT_ENTER, C_("key", "back"));
}

void session_page_terms(const struct session *session, const struct view *page,
                        struct view *view)
{
    view->title = page->title;
    /* TRANSLATORS: heading of the page that explains the marked words of another page. */
    view_add(view, BLOCK_HEADING, _("Words on this page"), STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    terms_show(session->library, session_lesson_language(session), page, view);
    view_hint(view, EVENT_ENTER, C_("key", "back"));
}

static void add_leave(const void *data, size_t index, struct view *view)
{
    const struct session *session = data;
    if (index == LEAVE_STAY)
        /* TRANSLATORS: the options when somebody is about to leave the program. */
        view_option(view, C_("leave", "Stay"), MARK_NONE);
    else if (index == LEAVE_KEEP && session_can_keep(session))
        /* TRANSLATORS: an option when somebody is about to leave: saves how far she is. */
        view_option(view, C_("leave", "Keep my place, then leave"), MARK_NONE);
    else
        view_option(view, C_("leave", "Leave"), MARK_NONE);
}

static const char *what_is_kept(const struct session *session)
{
    if (session_is_kept(session))
        /* TRANSLATORS: under the question whether to leave the program. */
        return _("Your place is kept: your five words open it next time.");
    if (session_can_keep(session))
        /* TRANSLATORS: under the question whether to leave the program. */
        return _("Your place is not kept yet.");
    /* TRANSLATORS: under the question whether to leave the program. */
    return _("Nothing is kept: the next time begins from the start.");
}

void session_page_leave(const struct session *session, struct view *view)
{
    /* TRANSLATORS: asked before the program ends. */
    own_page_begin(view, _("Leave Conecta?"));
    view_add(view, BLOCK_PARAGRAPH, what_is_kept(session), STYLE_PLAIN);
    view_gap(view);
    menu_show(&session->overlay_menu, view, add_leave, session);
}

static void add_print(const void *data, size_t index, struct view *view)
{
    (void)data;
    /* TRANSLATORS: the two options when a plan is about to be written into a file. */
    view_option(view, index == 0 ? C_("print", "Do not write it") : C_("print", "Write it"),
                MARK_NONE);
}

static void add_path(const struct session *session, struct view *view)
{
    char *path = text_clean(view, session->print_path, strlen(session->print_path));
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH, path, STYLE_BOLD);
    view_gap(view);
}

void session_page_print(const struct session *session, struct view *view)
{
    view->title = session->attempt->lesson->title.bytes;
    /* TRANSLATORS: asked before the plan of a learner is written; the name of the file follows. */
    view_add(view, BLOCK_HEADING, _("Write the plan into this file?"),
             STYLE_HEADING | STYLE_BOLD);
    add_path(session, view);
    view_add(view, BLOCK_PARAGRAPH,
             /* TRANSLATORS: before the plan of a learner is written into a file. */
             _("Whoever uses this computer can find it and read it. Write it only if you can "
               "take it with you, and delete it here afterwards."),
             STYLE_PLAIN);
    view_gap(view);
    menu_show(&session->overlay_menu, view, add_print, session);
}

static void add_print_problem(const struct diagnostic *problem, struct view *view)
{
    /* TRANSLATORS: heading when the plan of a learner could not be written into a file. */
    view_add(view, BLOCK_HEADING, _("The plan could not be written"),
             STYLE_HEADING | STYLE_BOLD);
    view_gap(view);
    view_add(view, BLOCK_PARAGRAPH, text_sentence(view, problem->message), STYLE_PLAIN);
    if (problem->advice)
        view_add(view, BLOCK_PARAGRAPH, text_sentence(view, problem->advice), STYLE_PLAIN);
}

void session_page_printed(const struct session *session, struct view *view)
{
    view->title = session->attempt->lesson->title.bytes;
    if (session->print_problems->count > 0) {
        add_print_problem(&session->print_problems->items[0], view);
    } else {
        /* TRANSLATORS: heading after the plan of a learner was written; the name of the file
         * follows. */
        view_add(view, BLOCK_HEADING, _("The plan was written"), STYLE_HEADING | STYLE_BOLD);
        add_path(session, view);
        view_add(view, BLOCK_PARAGRAPH,
                 /* TRANSLATORS: after the plan of a learner was written into a file. */
                 _("Delete the file here when you have taken it with you."), STYLE_PLAIN);
    }
    view_hint(view, EVENT_ENTER, C_("key", "back"));
}
