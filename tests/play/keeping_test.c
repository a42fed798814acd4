/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session that can keep her place: the offer, the words, what goes wrong, and what is left of
 * her when nobody is there. */
#include "../support/course_folder.h"
#include "../support/visit.h"

/* keeper: NULL begins with one that holds nothing. */
static struct visit begin_at(struct memory_keeper *keeper)
{
    struct visit visit = {.memory = talloc_new(NULL), .keeper = keeper};
    language_use("en");
    if (!keeper)
        visit.keeper = memory_keeper_new(visit.memory);
    visit.session = session_new(visit.memory, CONTROLS_KEYS, false, 5);
    session_enter(visit.session, course_open(visit.memory, folder));
    session_let_keep(visit.session, &visit.keeper->keeper);
    return visit;
}

static struct visit begin(void)
{
    return begin_at(NULL);
}

static void end(struct visit *visit)
{
    talloc_free(visit->memory);
    language_use("en");
}

static bool is_kept(const struct visit *visit)
{
    return session_is_kept(visit->session);
}

static enum overlay overlay_of(const struct visit *visit)
{
    return visit->session->overlay;
}

static void finish_lesson(struct visit *visit, unsigned number)
{
    if (visit->session->place == PLACE_MODULES)
        visit_pick(visit, 1);
    visit_pick(visit, number);
    visit_skip(visit);
}

/* From the offer on. */
static void accept_words(struct visit *visit)
{
    assert_int_equal(overlay_of(visit), OVERLAY_KEEP);
    assert_int_equal(visit_pick(visit, 1), SESSION_REDRAW);
    assert_int_equal(visit_pick(visit, 1), SESSION_REDRAW);
}

static void begin_lesson(struct visit *visit)
{
    visit_pick(visit, 1);
    visit_pick(visit, 1);
    visit_press(visit, EVENT_ENTER);
    assert_int_equal(visit->session->place, PLACE_LESSON);
}

/* She is in the first question of the first lesson, and her place is kept. */
static struct visit begin_kept(struct memory_keeper *keeper)
{
    struct visit visit = begin_at(keeper);
    finish_lesson(&visit, 3);
    accept_words(&visit);
    visit_press(&visit, EVENT_READY);
    assert_int_equal(overlay_of(&visit), OVERLAY_NOTICE);
    visit_press(&visit, EVENT_ENTER);
    assert_true(is_kept(&visit));
    visit_pick(&visit, 1);
    visit_press(&visit, EVENT_ENTER);
    return visit;
}

static void go_to_modules(struct visit *visit)
{
    while (visit->session->place != PLACE_MODULES)
        visit_press(visit, EVENT_UP_LEVEL);
}

/* Behind the modules. */
static void ask_for_words(struct visit *visit)
{
    go_to_modules(visit);
    assert_int_equal(visit_pick(visit, 3), SESSION_REDRAW);
    assert_int_equal(overlay_of(visit), OVERLAY_WORDS);
}

static void open_mine(struct visit *visit)
{
    go_to_modules(visit);
    assert_int_equal(visit_pick(visit, 3), SESSION_REDRAW);
    assert_int_equal(overlay_of(visit), OVERLAY_MINE);
}

static void enter_words(struct visit *visit, const char *words)
{
    visit_type(visit, words);
    assert_int_equal(overlay_of(visit), OVERLAY_WAIT);
    assert_true(session_awaited(visit->session) >= 0);
    visit_press(visit, EVENT_READY);
}

/* A keeper that outlives visits, and the words of the record in it. */
static struct memory_keeper *keeper_with_her_place(const void *parent)
{
    struct memory_keeper *keeper = memory_keeper_new(parent);
    struct visit visit = begin_kept(keeper);
    visit_pick(&visit, 2);
    end(&visit);
    memory_keeper_lock(&keeper->keeper);
    return keeper;
}

/* -- the offer ------------------------------------------------------------------------ */

static void after_the_first_lesson_her_place_is_offered(void **state)
{
    struct visit visit = begin();
    (void)state;
    finish_lesson(&visit, 1);
    assert_seen(visit_view(&visit), "Keep your place?");
    assert_int_equal(visit.keeper->saves, 0);
    end(&visit);
}

static void declined_by_one_key_it_is_not_offered_again(void **state)
{
    static const struct event ways[] = {{EVENT_UP_LEVEL, 0}, {EVENT_BACK, 0}, {EVENT_PICK, 2}};
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct visit visit = begin();
        finish_lesson(&visit, 1);
        assert_int_equal(session_handle(visit.session, ways[i]), SESSION_REDRAW);
        assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
        finish_lesson(&visit, 3);
        assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
        assert_int_equal(visit.keeper->saves, 0);
        end(&visit);
    }
}

static void without_a_keeper_nothing_is_offered(void **state)
{
    struct visit visit = {.memory = talloc_new(NULL)};
    (void)state;
    visit.session = session_new(visit.memory, CONTROLS_KEYS, false, 5);
    session_enter(visit.session, course_open(visit.memory, folder));
    assert_not_seen(visit_view(&visit), "five words");
    finish_lesson(&visit, 1);
    assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    go_to_modules(&visit);
    visit_press(&visit, EVENT_UP_LEVEL);
    assert_int_equal(visit_view(&visit)->options, 2);
    end(&visit);
}

static size_t options_for_leaving(struct visit *visit)
{
    go_to_modules(visit);
    visit_press(visit, EVENT_UP_LEVEL);
    assert_int_equal(overlay_of(visit), OVERLAY_LEAVE);
    size_t options = visit_view(visit)->options;
    visit_press(visit, EVENT_BACK);
    return options;
}

static void leaving_offers_it_only_where_something_can_be_kept(void **state)
{
    struct visit visit = begin();
    (void)state;
    assert_int_equal(options_for_leaving(&visit), 2);
    begin_lesson(&visit);
    assert_int_equal(options_for_leaving(&visit), 3);
    end(&visit);
    visit = begin_kept(NULL);
    assert_int_equal(options_for_leaving(&visit), 2);
    end(&visit);
}

static void offer_while_leaving(struct visit *visit)
{
    begin_lesson(visit);
    go_to_modules(visit);
    visit_press(visit, EVENT_UP_LEVEL);
    visit_pick(visit, 2);
    assert_int_equal(overlay_of(visit), OVERLAY_KEEP);
}

static void kept_while_leaving_she_leaves_after_the_notice(void **state)
{
    struct visit visit = begin();
    (void)state;
    offer_while_leaving(&visit);
    accept_words(&visit);
    assert_int_equal(visit_press(&visit, EVENT_READY), SESSION_REDRAW);
    assert_seen(visit_view(&visit), "Your place is kept");
    assert_true(visit_press(&visit, EVENT_ENTER) & SESSION_LEAVE);
    assert_true(visit.keeper->any);
    end(&visit);
}

static void declined_while_leaving_she_is_asked_again(void **state)
{
    struct visit visit = begin();
    (void)state;
    offer_while_leaving(&visit);
    visit_press(&visit, EVENT_UP_LEVEL);
    assert_int_equal(overlay_of(&visit), OVERLAY_LEAVE);
    assert_true(visit_pick(&visit, 3) & SESSION_LEAVE);
    assert_false(visit.keeper->any);
    end(&visit);
}

/* What was agreed to when leaving is over with the failure: she goes on, and is not thrown out
 * after a later success. */
static void not_kept_while_leaving_she_stays(void **state)
{
    struct visit visit = begin();
    (void)state;
    visit.keeper->failing = KEEPER_SAVE;
    offer_while_leaving(&visit);
    accept_words(&visit);
    visit_press(&visit, EVENT_READY);
    assert_seen(visit_view(&visit), "Call 4 failed");
    assert_false(visit_press(&visit, EVENT_ENTER) & SESSION_LEAVE);
    assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    visit.keeper->failing = 0;
    finish_lesson(&visit, 3);
    accept_words(&visit);
    visit_press(&visit, EVENT_READY);
    assert_seen(visit_view(&visit), "Your place is kept");
    assert_false(visit_press(&visit, EVENT_ENTER) & SESSION_LEAVE);
    end(&visit);
}

/* -- making ---------------------------------------------------------------------------- */

static void accepted_words_are_waited_for_and_then_it_is_kept(void **state)
{
    struct visit visit = begin();
    (void)state;
    finish_lesson(&visit, 1);
    accept_words(&visit);
    assert_int_equal(overlay_of(&visit), OVERLAY_WAIT);
    assert_seen(visit_view(&visit), "One moment");
    assert_true(visit.keeper->made);
    assert_false(is_kept(&visit));
    assert_int_equal(visit_press(&visit, EVENT_READY), SESSION_REDRAW);
    assert_true(is_kept(&visit));
    assert_int_equal(visit.keeper->saves, 1);
    assert_seen(visit_view(&visit), "Your place is kept");
    assert_int_equal(visit_press(&visit, EVENT_ENTER), SESSION_REDRAW);
    assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    assert_int_equal(session_awaited(visit.session), -1);
    end(&visit);
}

static void the_words_that_are_shown_are_those_of_the_record(void **state)
{
    struct visit visit = begin();
    (void)state;
    finish_lesson(&visit, 1);
    visit_pick(&visit, 1);
    char *shown = seen_text(visit_view(&visit), LAYOUT_UNBROKEN);
    visit_pick(&visit, 1);
    visit_press(&visit, EVENT_READY);
    for (char *word = strtok(visit.keeper->owner, " "); word; word = strtok(NULL, " "))
        assert_non_null(strstr(shown, talloc_asprintf(visit.memory, ". %s\n", word)));
    end(&visit);
}

static void other_words_are_others(void **state)
{
    struct visit visit = begin();
    (void)state;
    finish_lesson(&visit, 1);
    visit_pick(&visit, 1);
    char *first = seen_text(visit_view(&visit), LAYOUT_UNBROKEN);
    visit_pick(&visit, 2);
    assert_int_equal(overlay_of(&visit), OVERLAY_KEEP);
    assert_string_not_equal(first, seen_text(visit_view(&visit), LAYOUT_UNBROKEN));
    end(&visit);
}

static void nothing_but_the_key_and_leaving_ends_the_waiting(void **state)
{
    struct visit visit = begin();
    (void)state;
    finish_lesson(&visit, 1);
    accept_words(&visit);
    for (int kind = EVENT_NONE; kind < EVENT_LEAVE; kind++)
        if (kind != EVENT_READY && kind != EVENT_IDLE)
            for (unsigned number = 0; number < 4; number++) {
                session_handle(visit.session, (struct event){(enum event_kind)kind, number});
                assert_int_equal(overlay_of(&visit), OVERLAY_WAIT);
            }
    assert_true(visit_press(&visit, EVENT_LEAVE) & SESSION_LEAVE);
    assert_int_equal(visit.keeper->saves, 0);
    end(&visit);
}

static void ready_without_waiting_does_nothing(void **state)
{
    struct visit visit = begin();
    (void)state;
    assert_int_equal(visit_press(&visit, EVENT_READY), 0);
    finish_lesson(&visit, 1);
    assert_int_equal(visit_press(&visit, EVENT_READY), 0);
    assert_int_equal(overlay_of(&visit), OVERLAY_KEEP);
    end(&visit);
    visit = begin_kept(NULL);
    unsigned saves = visit.keeper->saves;
    assert_int_equal(visit_press(&visit, EVENT_READY), 0);
    assert_int_equal(visit.keeper->saves, saves);
    end(&visit);
}

static void what_fails_in_making_is_told_and_nothing_is_kept(void **state)
{
    static const enum memory_keeper_call calls[] = {KEEPER_UNLOCK, KEEPER_READY, KEEPER_SAVE};
    (void)state;
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        struct visit visit = begin();
        visit.keeper->failing = calls[i];
        finish_lesson(&visit, 1);
        accept_words(&visit);
        visit_press(&visit, EVENT_READY);
        assert_seen(visit_view(&visit), "Your place cannot be kept right now");
        assert_seen(visit_view(&visit), talloc_asprintf(visit.memory, "Call %d failed", calls[i]));
        assert_false(is_kept(&visit));
        assert_false(visit.keeper->unlocked);
        visit_press(&visit, EVENT_ENTER);
        assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
        end(&visit);
    }
}

/* -- saving ---------------------------------------------------------------------------- */

static void a_failing_save_is_told_once_until_it_worked(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    visit.keeper->failing = KEEPER_SAVE;
    visit_pick(&visit, 1);
    assert_seen(visit_view(&visit), "Call 4 failed");
    visit_press(&visit, EVENT_ENTER);
    for (int i = 0; i < 3; i++) {
        visit_press(&visit, EVENT_ON);
        assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    }
    visit.keeper->failing = 0;
    visit_press(&visit, EVENT_BACK);
    assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    visit.keeper->failing = KEEPER_SAVE;
    visit_press(&visit, EVENT_ON);
    assert_seen(visit_view(&visit), "Call 4 failed");
    end(&visit);
}

/* What could not be saved is not forgotten: the next save that works has it. */
static void what_was_not_saved_is_saved_later(void **state)
{
    struct memory_keeper *keeper = memory_keeper_new(NULL);
    struct visit visit = begin_kept(keeper);
    char words[PHRASE_BYTES];
    (void)state;
    memcpy(words, keeper->owner, sizeof words);
    keeper->failing = KEEPER_SAVE;
    visit_pick(&visit, 2);
    visit_press(&visit, EVENT_ENTER);
    keeper->failing = 0;
    visit_press(&visit, EVENT_ENTER);
    char *page = seen_text(visit_view(&visit), LAYOUT_UNBROKEN);
    struct visit later = begin_at(keeper);
    ask_for_words(&later);
    enter_words(&later, words);
    assert_string_equal(seen_text(visit_view(&later), LAYOUT_UNBROKEN), page);
    end(&later);
    end(&visit);
    talloc_free(keeper);
}

static void moving_the_focus_saves_nothing_but_answering_does(void **state)
{
    static const enum event_kind moves[] = {EVENT_DOWN, EVENT_UP,    EVENT_PAGE_DOWN, EVENT_PAGE_UP,
                                            EVENT_LAST, EVENT_FIRST, EVENT_HELP,      EVENT_HELP};
    struct visit visit = begin_kept(NULL);
    (void)state;
    unsigned saves = visit.keeper->saves;
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        visit_press(&visit, moves[i]);
    assert_int_equal(visit.keeper->saves, saves);
    visit_pick(&visit, 1);
    assert_int_equal(visit.keeper->saves, saves + 1);
    end(&visit);
}

static void what_is_the_same_is_not_saved_again(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    visit_press(&visit, EVENT_HELP);
    unsigned saves = visit.keeper->saves;
    visit_press(&visit, EVENT_ENTER);
    visit_press(&visit, EVENT_NONE);
    assert_int_equal(visit.keeper->saves, saves);
    end(&visit);
}

/* -- opening --------------------------------------------------------------------------- */

static void words_that_open_nothing_are_told_on_the_page_for_words(void **state)
{
    struct visit visit = begin();
    (void)state;
    ask_for_words(&visit);
    enter_words(&visit, "accent boat formula object sponge");
    assert_int_equal(overlay_of(&visit), OVERLAY_WORDS);
    assert_seen(visit_view(&visit), "These words open nothing on this computer.");
    assert_false(visit.keeper->unlocked);
    visit_press(&visit, EVENT_UP_LEVEL);
    assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    end(&visit);
}

static void her_words_bring_her_back_to_the_page_she_was_at(void **state)
{
    struct memory_keeper *keeper = memory_keeper_new(NULL);
    struct visit visit = begin_kept(keeper);
    char words[PHRASE_BYTES];
    (void)state;
    visit_pick(&visit, 2);
    char *page = talloc_strdup(keeper, seen_text(visit_view(&visit), LAYOUT_UNBROKEN));
    memcpy(words, keeper->owner, sizeof words);
    end(&visit);
    visit = begin_at(keeper);
    ask_for_words(&visit);
    enter_words(&visit, words);
    assert_false(keeper->made);
    assert_true(is_kept(&visit));
    assert_int_equal(visit.session->place, PLACE_LESSON);
    assert_string_equal(seen_text(visit_view(&visit), LAYOUT_UNBROKEN), page);
    assert_true(session_has_finished(visit.session, (struct address){0, 2}));
    end(&visit);
    talloc_free(keeper);
}

static void her_language_and_look_come_back_with_her(void **state)
{
    struct memory_keeper *keeper = memory_keeper_new(NULL);
    struct visit visit = begin_kept(keeper);
    char words[PHRASE_BYTES];
    (void)state;
    session_handle(visit.session, (struct event){EVENT_LOOK, 3});
    visit_press(&visit, EVENT_LANGUAGE);
    visit_pick(&visit, 2);
    const char *hers = language_used();
    assert_string_not_equal(hers, "en");
    memcpy(words, keeper->owner, sizeof words);
    end(&visit);
    visit = begin_at(keeper);
    ask_for_words(&visit);
    enter_words(&visit, words);
    assert_string_equal(language_used(), hers);
    assert_int_equal(visit_view(&visit)->look, 3);
    end(&visit);
    talloc_free(keeper);
}

/* What she began before she entered her words is not thrown away. */
static void a_lesson_that_she_is_in_goes_on(void **state)
{
    struct memory_keeper *keeper = keeper_with_her_place(NULL);
    struct visit visit = begin_at(keeper);
    (void)state;
    visit_pick(&visit, 2);
    visit_pick(&visit, 1);
    visit_press(&visit, EVENT_ENTER);
    ask_for_words(&visit);
    enter_words(&visit, keeper->owner);
    assert_true(is_kept(&visit));
    assert_true(session_has_begun(visit.session, (struct address){1, 0}));
    assert_true(session_has_begun(visit.session, (struct address){0, 0}));
    end(&visit);
    talloc_free(keeper);
}

/* Tells, opens nothing, and leaves the bytes as they are whatever she does then. */
static void check_that_bytes_stay(struct memory_keeper *keeper, const char *told)
{
    struct visit visit = begin_at(keeper);
    unsigned char *before = talloc_memdup(visit.memory, keeper->bytes, sizeof keeper->bytes);
    unsigned saves = keeper->saves;

    ask_for_words(&visit);
    enter_words(&visit, keeper->owner);
    assert_seen(visit_view(&visit), told);
    assert_false(is_kept(&visit));
    assert_false(keeper->unlocked);
    visit_press(&visit, EVENT_ENTER);
    begin_lesson(&visit);
    visit_pick(&visit, 1);
    assert_int_equal(keeper->saves, saves);
    assert_memory_equal(keeper->bytes, before, sizeof keeper->bytes);
    end(&visit);
}

static void what_a_newer_version_saved_is_left_alone(void **state)
{
    struct memory_keeper *keeper = keeper_with_her_place(NULL);
    (void)state;
    keeper->bytes[0]++;
    check_that_bytes_stay(keeper, "saved by a newer version");
    talloc_free(keeper);
}

static void what_cannot_be_understood_is_left_alone(void **state)
{
    struct memory_keeper *keeper = keeper_with_her_place(NULL);
    (void)state;
    keeper->length -= 3;
    check_that_bytes_stay(keeper, "cannot be understood");
    talloc_free(keeper);
}

static void what_fails_in_opening_is_told(void **state)
{
    static const enum memory_keeper_call calls[] = {KEEPER_UNLOCK, KEEPER_READY, KEEPER_OPEN};
    struct memory_keeper *keeper = keeper_with_her_place(NULL);
    (void)state;
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        struct visit visit = begin_at(keeper);
        keeper->failing = calls[i];
        ask_for_words(&visit);
        visit_type(&visit, keeper->owner);
        visit_press(&visit, EVENT_READY);
        assert_seen(visit_view(&visit), "Your place cannot be kept right now");
        assert_false(is_kept(&visit));
        assert_false(keeper->unlocked);
        assert_int_equal(session_awaited(visit.session), -1);
        end(&visit);
    }
    talloc_free(keeper);
}

/* -- silence --------------------------------------------------------------------------- */

static void assert_nothing_of_her(struct visit *visit)
{
    assert_int_equal(visit->session->progress->count, 0);
    assert_null(visit->session->attempt);
    assert_null(visit->session->lesson);
    assert_int_equal(visit->session->look, 0);
    assert_false(visit->keeper->unlocked);
    assert_false(is_kept(visit));
    assert_int_equal(visit->session->keeping->saved->length, 0);
}

static void silence_covers_what_is_kept_and_forgets_the_visit(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    visit_pick(&visit, 2);
    char *page = seen_text(visit_view(&visit), LAYOUT_UNBROKEN);
    char *words = talloc_strdup(visit.memory, visit.keeper->owner);
    assert_int_equal(visit_press(&visit, EVENT_IDLE), SESSION_REDRAW);
    assert_seen(visit_view(&visit), "your page was covered");
    assert_not_seen(visit_view(&visit), "Compared");
    assert_nothing_of_her(&visit);
    enter_words(&visit, words);
    assert_string_equal(seen_text(visit_view(&visit), LAYOUT_UNBROKEN), page);
    end(&visit);
}

static void wrong_words_do_not_bring_it_back(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    visit_press(&visit, EVENT_IDLE);
    enter_words(&visit, "accent boat formula object sponge");
    assert_seen(visit_view(&visit), "These words open nothing on this computer.");
    assert_nothing_of_her(&visit);
    visit_press(&visit, EVENT_UP_LEVEL);
    assert_int_equal(visit.session->place, PLACE_MODULES);
    assert_nothing_of_her(&visit);
    visit_pick(&visit, 1);
    assert_not_seen(visit_view(&visit), "finished");
    assert_not_seen(visit_view(&visit), "begun");
    end(&visit);
}

/* Wherever she is, nothing lies over the page for words. */
static void silence_covers_every_page(void **state)
{
    static const enum event_kind ways[] = {EVENT_HELP, EVENT_LANGUAGE, EVENT_UP_LEVEL};
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct visit visit = begin_kept(NULL);
        visit_press(&visit, ways[i]);
        visit_press(&visit, EVENT_IDLE);
        assert_int_equal(overlay_of(&visit), OVERLAY_WORDS);
        assert_nothing_of_her(&visit);
        end(&visit);
    }
    for (unsigned option = 0; option < 4; option++) {
        struct visit visit = begin_kept(NULL);
        open_mine(&visit);
        if (option > 0)
            visit_pick(&visit, option);
        if (is_kept(&visit)) {
            visit_press(&visit, EVENT_IDLE);
            assert_int_equal(overlay_of(&visit), OVERLAY_WORDS);
        }
        end(&visit);
    }
}

static void silence_ends_what_is_not_kept(void **state)
{
    struct visit visit = begin();
    (void)state;
    assert_int_equal(visit_press(&visit, EVENT_IDLE), SESSION_LEAVE);
    begin_lesson(&visit);
    assert_int_equal(visit_press(&visit, EVENT_IDLE), SESSION_LEAVE);
    finish_lesson(&visit, 1);
    assert_int_equal(overlay_of(&visit), OVERLAY_KEEP);
    assert_int_equal(visit_press(&visit, EVENT_IDLE), SESSION_LEAVE);
    end(&visit);
}

static void an_author_may_be_silent(void **state)
{
    struct visit visit = {.memory = talloc_new(NULL)};
    (void)state;
    visit.session = session_new(visit.memory, CONTROLS_KEYS, false, 5);
    session_preview(visit.session, course_open(visit.memory, folder));
    assert_int_equal(visit_press(&visit, EVENT_IDLE), 0);
    end(&visit);
}

/* -- her place ------------------------------------------------------------------------- */

static void her_place_can_be_closed_for_somebody_else(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    open_mine(&visit);
    visit_pick(&visit, 2);
    assert_int_equal(overlay_of(&visit), OVERLAY_LANGUAGE);
    assert_nothing_of_her(&visit);
    assert_true(visit.keeper->any);
    visit_pick(&visit, 1);
    assert_seen(visit_view(&visit), "Go on with my five words");
    begin_lesson(&visit);
    unsigned saves = visit.keeper->saves;
    visit_pick(&visit, 1);
    assert_int_equal(visit.keeper->saves, saves);
    visit_skip(&visit);
    assert_int_equal(overlay_of(&visit), OVERLAY_KEEP);
    end(&visit);
}

/* The pages of a lesson must not say the contrary. */
static void a_lesson_knows_whether_her_place_is_kept(void **state)
{
    struct visit visit = begin();
    (void)state;
    visit_pick(&visit, 1);
    visit_pick(&visit, 1);
    assert_non_null(visit.session->attempt);
    assert_false(visit.session->attempt->kept);
    end(&visit);
    visit = begin_kept(NULL);
    go_to_modules(&visit);
    visit_pick(&visit, 1);
    visit_pick(&visit, 1);
    assert_true(visit.session->attempt->kept);
    open_mine(&visit);
    visit_pick(&visit, 3);
    visit_pick(&visit, 2);
    assert_false(visit.session->attempt->kept);
    end(&visit);
}

static void her_place_can_be_deleted(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    open_mine(&visit);
    visit_pick(&visit, 3);
    assert_int_equal(overlay_of(&visit), OVERLAY_DELETE);
    assert_true(visit.keeper->any);
    visit_pick(&visit, 2);
    assert_seen(visit_view(&visit), "Your place was deleted");
    assert_false(visit.keeper->any);
    assert_false(visit.keeper->unlocked);
    visit_press(&visit, EVENT_ENTER);
    assert_false(is_kept(&visit));
    unsigned saves = visit.keeper->saves;
    visit_pick(&visit, 1);
    visit_pick(&visit, 3);
    visit_skip(&visit);
    assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
    assert_int_equal(visit.keeper->saves, saves);
    end(&visit);
}

static void what_is_not_deleted_is_told_and_kept_on(void **state)
{
    struct visit visit = begin_kept(NULL);
    (void)state;
    visit.keeper->failing = KEEPER_FORGET;
    open_mine(&visit);
    visit_pick(&visit, 3);
    visit_pick(&visit, 2);
    assert_seen(visit_view(&visit), "Call 5 failed");
    assert_true(is_kept(&visit));
    assert_true(visit.keeper->any);
    end(&visit);
}

static void deleting_can_be_thought_over(void **state)
{
    static const struct event ways[] = {{EVENT_PICK, 1}, {EVENT_BACK, 0}, {EVENT_UP_LEVEL, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct visit visit = begin_kept(NULL);
        open_mine(&visit);
        visit_pick(&visit, 3);
        session_handle(visit.session, ways[i]);
        assert_int_equal(overlay_of(&visit), OVERLAY_NONE);
        assert_true(visit.keeper->any);
        assert_true(is_kept(&visit));
        end(&visit);
    }
}

/* -- over the pages for words ---------------------------------------------------------- */

static void check_help_and_language_over(struct visit *visit)
{
    enum overlay page = overlay_of(visit);
    char *before = seen_text(visit_view(visit), LAYOUT_UNBROKEN);

    visit_press(visit, EVENT_HELP);
    assert_int_equal(overlay_of(visit), OVERLAY_HELP);
    visit_press(visit, EVENT_ENTER);
    assert_int_equal(overlay_of(visit), page);
    visit_press(visit, EVENT_LANGUAGE);
    visit_pick(visit, 1);
    assert_int_equal(overlay_of(visit), page);
    visit_press(visit, EVENT_HELP);
    visit_press(visit, EVENT_LANGUAGE);
    visit_pick(visit, 1);
    assert_int_equal(overlay_of(visit), page);
    assert_string_equal(seen_text(visit_view(visit), LAYOUT_UNBROKEN), before);
}

static void help_and_language_give_the_pages_for_words_back(void **state)
{
    struct visit visit = begin();
    (void)state;
    finish_lesson(&visit, 1);
    check_help_and_language_over(&visit);
    visit_pick(&visit, 1);
    check_help_and_language_over(&visit);
    visit_press(&visit, EVENT_UP_LEVEL);
    ask_for_words(&visit);
    check_help_and_language_over(&visit);
    visit_pick(&visit, 1);
    check_help_and_language_over(&visit);
    end(&visit);
    visit = begin_kept(NULL);
    open_mine(&visit);
    check_help_and_language_over(&visit);
    visit_pick(&visit, 3);
    check_help_and_language_over(&visit);
    end(&visit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(after_the_first_lesson_her_place_is_offered),
        cmocka_unit_test(declined_by_one_key_it_is_not_offered_again),
        cmocka_unit_test(without_a_keeper_nothing_is_offered),
        cmocka_unit_test(leaving_offers_it_only_where_something_can_be_kept),
        cmocka_unit_test(kept_while_leaving_she_leaves_after_the_notice),
        cmocka_unit_test(declined_while_leaving_she_is_asked_again),
        cmocka_unit_test(not_kept_while_leaving_she_stays),
        cmocka_unit_test(accepted_words_are_waited_for_and_then_it_is_kept),
        cmocka_unit_test(the_words_that_are_shown_are_those_of_the_record),
        cmocka_unit_test(other_words_are_others),
        cmocka_unit_test(nothing_but_the_key_and_leaving_ends_the_waiting),
        cmocka_unit_test(ready_without_waiting_does_nothing),
        cmocka_unit_test(what_fails_in_making_is_told_and_nothing_is_kept),
        cmocka_unit_test(a_failing_save_is_told_once_until_it_worked),
        cmocka_unit_test(what_was_not_saved_is_saved_later),
        cmocka_unit_test(moving_the_focus_saves_nothing_but_answering_does),
        cmocka_unit_test(what_is_the_same_is_not_saved_again),
        cmocka_unit_test(words_that_open_nothing_are_told_on_the_page_for_words),
        cmocka_unit_test(her_words_bring_her_back_to_the_page_she_was_at),
        cmocka_unit_test(her_language_and_look_come_back_with_her),
        cmocka_unit_test(a_lesson_that_she_is_in_goes_on),
        cmocka_unit_test(what_a_newer_version_saved_is_left_alone),
        cmocka_unit_test(what_cannot_be_understood_is_left_alone),
        cmocka_unit_test(what_fails_in_opening_is_told),
        cmocka_unit_test(silence_covers_what_is_kept_and_forgets_the_visit),
        cmocka_unit_test(wrong_words_do_not_bring_it_back),
        cmocka_unit_test(silence_covers_every_page),
        cmocka_unit_test(silence_ends_what_is_not_kept),
        cmocka_unit_test(an_author_may_be_silent),
        cmocka_unit_test(her_place_can_be_closed_for_somebody_else),
        cmocka_unit_test(a_lesson_knows_whether_her_place_is_kept),
        cmocka_unit_test(her_place_can_be_deleted),
        cmocka_unit_test(what_is_not_deleted_is_told_and_kept_on),
        cmocka_unit_test(deleting_can_be_thought_over),
        cmocka_unit_test(help_and_language_give_the_pages_for_words_back),
    };
    language_start("/nowhere", "/nowhere");
    return cmocka_run_group_tests(tests, make_course, remove_course);
}
