/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session and the record of the learner: her words, and what is done with them. */
#include "play/session_inside.h"

#include <sodium.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

static int free_words(struct keeping *keeping)
{
    sodium_free(keeping->words);
    return 0;
}

void session_let_keep(struct session *session, struct keeper *keeper)
{
    struct keeping *keeping = memory_need(talloc_zero(session, struct keeping));

    keeping->words = memory_need((struct secret_words *)sodium_malloc(sizeof *keeping->words));
    sodium_memzero(keeping->words, sizeof *keeping->words);
    talloc_set_destructor(keeping, free_words);
    keeping->saved = saved_new(keeping, keeper);
    session->keeping = keeping;
    if (session->library && session->place == PLACE_MODULES)
        session_go_to_modules(session);
}

int session_awaited(const struct session *session)
{
    const struct keeping *keeping = session->keeping;

    if (!keeping || keeping->awaiting == AWAITING_NOTHING)
        return -1;
    return keeping->saved->keeper->kind->awaited(keeping->saved->keeper);
}

bool session_is_kept(const struct session *session)
{
    return session->keeping && session->keeping->saved->open;
}

bool session_can_keep(const struct session *session)
{
    bool something = session->attempt || session->progress->count > 0;
    return session->keeping && !session->keeping->saved->open && something;
}

static void ask_for_words(struct session *session, enum word_entry_note note)
{
    struct word_entry *entry = &session->keeping->words->entry;

    word_entry_start(entry, language_used());
    entry->note = note;
    session_overlay(session, OVERLAY_WORDS);
}

void session_ask_for_words(struct session *session)
{
    ask_for_words(session, WORD_ENTRY_NO_NOTE);
}

/* The indexes are as secret as the words. */
static void choose_words(struct secret_words *words, const struct words *list, bool others)
{
    size_t chosen[PHRASE_WORDS];

    phrase_choose(list, randombytes_uniform, chosen);
    if (others)
        word_show_exchange(&words->show, chosen);
    else
        word_show_start(&words->show, list, chosen);
    sodium_memzero(chosen, sizeof chosen);
}

void session_offer(struct session *session, bool leaving)
{
    const struct words *list = words_of(language_used());

    session->keeping->leaving = leaving;
    choose_words(session->keeping->words, list ? list : words_lists()[0], false);
    session_overlay(session, OVERLAY_KEEP);
}

void session_offer_first(struct session *session)
{
    if (!session_can_keep(session) || session->keeping->offered)
        return;
    session->keeping->offered = true;
    session_offer(session, false);
}

/* Shows problems, and warnings about what went well all the same. */
static void tell_or_free(struct session *session, struct diagnostics *problems)
{
    if (problems->count > 0)
        session_tell(session, problems);
    else
        talloc_free(problems);
}

static unsigned unlock(struct session *session, enum awaiting purpose)
{
    struct keeping *keeping = session->keeping;
    struct keeper *keeper = keeping->saved->keeper;
    struct diagnostics *problems = diagnostics_new(session);
    bool make = purpose == AWAITING_MAKE;

    if (keeper->kind->unlock(keeper, keeping->words->phrase, make, problems)) {
        keeping->awaiting = purpose;
        session_overlay(session, OVERLAY_WAIT);
    } else {
        session_uncover(session);
    }
    sodium_memzero(keeping->words->phrase, sizeof keeping->words->phrase);
    tell_or_free(session, problems);
    return SESSION_REDRAW;
}

static unsigned handle_words(struct session *session, struct event event)
{
    struct secret_words *words = session->keeping->words;

    switch (word_entry_handle(&words->entry, event, words->phrase)) {
    case WORD_ENTRY_IGNORED:
        return 0;
    case WORD_ENTRY_CHANGED:
        break;
    case WORD_ENTRY_CANCELLED:
        session_uncover(session);
        break;
    case WORD_ENTRY_COMPLETE:
        return unlock(session, AWAITING_OPEN);
    }
    return SESSION_REDRAW;
}

/* Back to where she was asked. */
static void decline(struct session *session)
{
    session_uncover(session);
    if (session->keeping->leaving)
        session_overlay(session, OVERLAY_LEAVE);
    session->keeping->leaving = false;
}

static unsigned handle_keep(struct session *session, struct event event)
{
    struct secret_words *words = session->keeping->words;

    switch (word_show_handle(&words->show, event, words->phrase)) {
    case WORD_SHOW_IGNORED:
        return 0;
    case WORD_SHOW_CHANGED:
        break;
    case WORD_SHOW_DECLINED:
        decline(session);
        break;
    case WORD_SHOW_OTHERS:
        choose_words(words, words->show.list, true);
        break;
    case WORD_SHOW_ACCEPTED:
        return unlock(session, AWAITING_MAKE);
    }
    return SESSION_REDRAW;
}

/* The lesson that was begun last goes on, unless she is in one already. */
static void go_on(struct session *session)
{
    const struct progress *progress = session->progress;
    struct address address;

    if (session->attempt || progress->count == 0)
        return;
    const struct progress_lesson *last = &progress->lessons[progress->count - 1];
    if (last->kept &&
        library_find(session->library, last->id, &address.module, &address.lesson))
        session_open(session, address);
}

static void open_record(struct session *session, struct diagnostics *problems)
{
    struct progress *progress = NULL;

    switch (saved_open(session->keeping->saved, session, &progress, problems)) {
    case SAVED_OPENED:
        session_welcome(session, progress);
        session_go_to_modules(session);
        go_on(session);
        break;
    case SAVED_NOT_FOUND:
        ask_for_words(session, WORD_ENTRY_NOT_FOUND);
        break;
    case SAVED_FAILED:
        break;
    }
}

static void make_record(struct session *session, struct diagnostics *problems)
{
    if (!saved_make(session->keeping->saved, session_progress(session), problems)) {
        session->keeping->leaving = false;
        return;
    }
    session_notice(session, NOTICE_KEPT);
    if (session->place == PLACE_MODULES)
        session_go_to_modules(session);
}

unsigned session_handle_ready(struct session *session)
{
    if (session_awaited(session) < 0)
        return 0;
    struct keeping *keeping = session->keeping;
    struct diagnostics *problems = diagnostics_new(session);
    enum awaiting purpose = keeping->awaiting;

    keeping->awaiting = AWAITING_NOTHING;
    session_uncover(session);
    if (keeping->saved->keeper->kind->ready(keeping->saved->keeper, problems)) {
        if (purpose == AWAITING_OPEN)
            open_record(session, problems);
        if (purpose == AWAITING_MAKE)
            make_record(session, problems);
    }
    tell_or_free(session, problems);
    return SESSION_REDRAW;
}

/* Nothing of her visit is left, for whoever comes next. */
static void forget_visit(struct session *session)
{
    memory_wipe(session->attempt);
    session->attempt = NULL;
    session_close_lesson(session);
    memory_wipe(session->progress);
    session->progress = progress_new(session);
    session->keeping->offered = session->keeping->leaving = false;
    session->notice = NOTICE_NONE;
    session->look = 0;
    session->module = 0;
    session->under_count = 0;
    session->overlay = OVERLAY_NONE;
    saved_close(session->keeping->saved);
    session_go_to_modules(session);
}

unsigned session_handle_idle(struct session *session)
{
    if (session->preview)
        return 0;
    if (!session_is_kept(session))
        return SESSION_LEAVE;
    forget_visit(session);
    ask_for_words(session, WORD_ENTRY_COVERED);
    return SESSION_REDRAW;
}

/* For somebody else at the same laptop, whose language may be another. */
static void close_record(struct session *session)
{
    forget_visit(session);
    session_overlay(session, OVERLAY_LANGUAGE);
}

void session_delete_record(struct session *session)
{
    struct diagnostics *problems = diagnostics_new(session);

    if (saved_forget(session->keeping->saved, problems)) {
        session->keeping->offered = true;
        session_notice(session, NOTICE_DELETED);
        session_go_to_modules(session);
    }
    tell_or_free(session, problems);
}

void session_choose_mine(struct session *session, size_t index)
{
    if (index == MINE_CLOSE)
        close_record(session);
    if (index == MINE_DELETE)
        session_overlay(session, OVERLAY_DELETE);
}

static unsigned handle_notice(struct session *session, struct event event)
{
    bool leaves = session->notice == NOTICE_KEPT && session->keeping->leaving;

    if (event.kind != EVENT_ENTER && event.kind != EVENT_SPACE && event.kind != EVENT_BACK &&
        event.kind != EVENT_UP_LEVEL && event.kind != EVENT_ON)
        return 0;
    session->notice = NOTICE_NONE;
    session_uncover(session);
    return leaves ? SESSION_LEAVE : SESSION_REDRAW;
}

unsigned session_handle_keeping(struct session *session, struct event event)
{
    switch (session->overlay) {
    case OVERLAY_KEEP:
        return handle_keep(session, event);
    case OVERLAY_WORDS:
        return handle_words(session, event);
    case OVERLAY_NOTICE:
        return handle_notice(session, event);
    default:
        return 0;
    }
}

/* Moving about changes nothing that she would miss. What is being typed is saved with the key
 * that ends it: a stick that takes a tenth of a second for each letter would be no help. */
static bool only_moves(struct event event)
{
    switch (event.kind) {
    case EVENT_UP:
    case EVENT_DOWN:
    case EVENT_PAGE_UP:
    case EVENT_PAGE_DOWN:
    case EVENT_FIRST:
    case EVENT_LAST:
    case EVENT_CHARACTER:
    case EVENT_ERASE:
    case EVENT_LEAVE:
        return true;
    default:
        return false;
    }
}

void session_save(struct session *session, struct event event)
{
    if (!session_is_kept(session) || only_moves(event))
        return;
    struct diagnostics *problems = diagnostics_new(session);
    saved_save(session->keeping->saved, session_progress(session), problems);
    tell_or_free(session, problems);
}
