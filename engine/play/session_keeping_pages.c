/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/session_keeping_pages.h"


#include <talloc.h>

#include "base/language.h"
#include "base/text.h"
#include "play/own_page.h"
#include "play/session_inside.h"

void session_page_words(const struct session *session, struct view *view)
{
    if (session->overlay == OVERLAY_KEEP)
        word_show_show(&session->keeping->words->show, view);
    else
        word_entry_show(&session->keeping->words->entry, view);
    view->secret = true;
}

static void say(struct view *view, const char *text)
{
    view_add(view, BLOCK_PARAGRAPH, text, STYLE_PLAIN);
}

void session_page_wait(struct view *view)
{
    /* TRANSLATORS: heading while something takes a moment. */
    own_page_begin(view, _("One moment …"));
    say(view,
        /* TRANSLATORS: under "One moment …": a key is made from the five words. It is slow on
         * purpose. */
        _("Your words become a key. This takes a moment on purpose, so that nobody can guess "
          "them."));
}

static void add_mine(const void *data, size_t index, struct view *view)
{
    (void)data;
    switch (index) {
    case MINE_BACK:
        /* TRANSLATORS: an option under "Your place is kept": back to the course. Short. */
        view_option(view, C_("mine", "Back to the course"), MARK_NONE);
        break;
    case MINE_CLOSE:
        /* TRANSLATORS: an option under "Your place is kept". Her place stays saved; the words open it
         * again. Short. */
        view_option(view, C_("mine", "Close my place: somebody else goes on here"), MARK_NONE);
        break;
    default:
        /* TRANSLATORS: an option under "Your place is kept". Short. */
        view_option(view, C_("mine", "Delete my place"), MARK_NONE);
    }
}

void session_page_mine(const struct session *session, struct view *view)
{
    /* TRANSLATORS: heading: how far she is in the course is saved. */
    own_page_begin(view, _("Your place is kept"));
    /* TRANSLATORS: under "Your place is kept". */
    say(view, _("Your five words open it again on this computer. Nobody else can see it."));
    view_gap(view);
    menu_show(&session->overlay_menu, view, add_mine, session);
    view_hint(view, EVENT_BACK, C_("key", "back"));
}

static void add_delete(const void *data, size_t index, struct view *view)
{
    (void)data;
    /* TRANSLATORS: the two options under "Delete your place?". Short. */
    view_option(view, index == 0 ? C_("delete", "Keep it") : C_("delete", "Delete it"), MARK_NONE);
}

void session_page_delete(const struct session *session, struct view *view)
{
    /* TRANSLATORS: heading: asked before what she has saved is deleted. */
    own_page_begin(view, _("Delete your place?"));
    say(view,
        /* TRANSLATORS: under "Delete your place?". */
        _("Your place, your answers and your plan are removed from this computer, and your five "
          "words open nothing any more."));
    view_gap(view);
    menu_show(&session->overlay_menu, view, add_delete, session);
    view_hint(view, EVENT_BACK, C_("key", "back"));
}

/* Where the file lies is of no use to a learner, and whoever looks on need not see it. */
static void show_problems(const struct diagnostics *problems, struct view *view)
{
    own_page_begin(view,
                   problems->errors > 0
                       /* TRANSLATORS: heading of a page about saving or opening her place. */
                       ? _("Your place cannot be kept right now")
                       /* TRANSLATORS: heading of a page with something to know about saved
                        * places. */
                       : _("Please note"));
    for (size_t i = 0; i < problems->count; i++) {
        const struct diagnostic *problem = &problems->items[i];
        say(view, text_sentence(view, problem->message));
        if (problem->advice)
            say(view, text_sentence(view, problem->advice));
        view_gap(view);
    }
    /* TRANSLATORS: at the end of a page with a problem about saving. */
    say(view, _("You can go on with the course."));
}

static void show_kept(const struct session *session, struct view *view)
{
    own_page_begin(view, _("Your place is kept"));
    /* TRANSLATORS: right after her place was saved for the first time. */
    say(view, _("From now on every step is saved at once. You can leave at any time."));
    view_gap(view);
    /* TRANSLATORS: right after her place was saved for the first time; the option is in the list
     * of modules. */
    say(view, _("Next time choose “Go on with my five words”."));
    if (session->keeping->leaving)
        view_hint(view, EVENT_ENTER, C_("key", "leave"));
}

void session_page_notice(const struct session *session, struct view *view)
{
    switch (session->notice) {
    case NOTICE_PROBLEM:
        show_problems(session->notice_problems, view);
        break;
    case NOTICE_KEPT:
        show_kept(session, view);
        break;
    case NOTICE_CHANGED:
        /* TRANSLATORS: heading: the file of a lesson is not the same as when she was here. */
        own_page_begin(view, _("This lesson has changed"));
        say(view,
            /* TRANSLATORS: under "This lesson has changed". */
            _("Since you were here, somebody has worked on it. You go on at the nearest place. "
              "What is new or different asks you again."));
        break;
    case NOTICE_PLACE:
        /* TRANSLATORS: heading: of a lesson only the page was saved, not the answers. */
        own_page_begin(view, _("Only your place was kept"));
        say(view,
            /* TRANSLATORS: under "Only your place was kept". */
            _("There was no room for your answers in this lesson. You go on where you were; the "
              "questions before it are open again."));
        break;
    case NOTICE_DELETED:
        /* TRANSLATORS: heading, after she has deleted what was saved. */
        own_page_begin(view, _("Your place was deleted"));
        say(view,
            /* TRANSLATORS: under "Your place was deleted". */
            _("Nothing of you is saved on this computer any more. You can go on with the course."));
        break;
    case NOTICE_NONE:
        break;
    }
    view_hint(view, EVENT_ENTER, C_("key", "go on"));
}
