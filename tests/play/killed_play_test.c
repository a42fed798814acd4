/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A learner whose program is killed again and again: what it had shown her is there when she
 * comes back. CONECTA_KILLS is how many times kill -9 comes.
 *
 * Beside the program a model of it is told the same lines, and every page must be the page of
 * the model: so an answer that was lost is noticed when she gets to it. After a kill the program
 * has what it had before the last line, or what one of the events of that line led to; when it
 * had said anything after that line, only what the last of them led to will do.
 */
#include "../support/model.h"
#include "../support/player.h"

#include <time.h>

#include "activities/activity.h"
#include "base/random.h"
#include "course/library.h"

#define PROGRAM "tests/play/quick"
#define SEED "7"
/* The most of what a line may lead to: before it, and after each event. */
#define POSSIBLE (LINES_EVENTS + 1)
#define KILLS 60
/* A new learner after so many kills: the record of the one before has grown. */
#define KILLS_EACH 100

struct play {
    void *memory; /* of one visit */
    const char *course;
    char *home; /* where nobody has saved anything at first */
    struct random random;
    struct model model;
    struct player player;
    char phrase[PHRASE_BYTES];
    /* What may be saved now, the newest last. */
    struct possession *possible[POSSIBLE];
    size_t count;
    unsigned long kills, acknowledged, unheard, undone;
};

static void possible_only(struct play *play, struct possession *has)
{
    for (size_t i = 0; i < play->count; i++)
        if (play->possible[i] != has)
            talloc_free(play->possible[i]);
    play->possible[0] = has;
    play->count = 1;
}

static void possible_too(struct play *play, struct possession *has)
{
    assert_true(play->count < POSSIBLE);
    play->possible[play->count++] = has;
}

/* A page that only got something new at its end is not said again. */
static bool is_page(const char *heard, const char *page)
{
    static const char title[] = "\n--- ";
    const char *last = NULL;
    size_t length = strlen(heard), whole = strlen(page);

    for (const char *at = strstr(heard, title); at; at = strstr(at + 1, title))
        last = at;
    if (last)
        return strcmp(last, page) == 0;
    return length <= whole && strcmp(page + whole - length, heard) == 0;
}

static void hear_page(struct play *play)
{
    char *heard = player_hear(play->memory, &play->player);
    char *page = model_page(&play->model, play->memory);
    if (!is_page(heard, page))
        fail_msg("after kill %lu the program says:\n%s\nand should say:\n%s", play->kills, heard,
                 page);
}

static void say_and_hear(struct play *play, const char *line)
{
    model_say(&play->model, line);
    player_say(&play->player, line);
    hear_page(play);
}

/* -- making a record as a learner does ------------------------------------------------- */

/* The words that are shown, after their numbers. */
static void read_words(struct play *play, const char *heard)
{
    const char *at = strstr(heard, "These are your words");
    size_t length = 0;

    assert_non_null(at);
    for (int i = 1; i <= PHRASE_WORDS; i++) {
        at = strstr(at, talloc_asprintf(play->memory, "\n%d. ", i));
        assert_non_null(at);
        at += strlen("\n1. ");
        length += (size_t)snprintf(play->phrase + length, sizeof play->phrase - length, "%s%.*s",
                                   i > 1 ? " " : "", (int)strcspn(at, "\n"), at);
    }
}

static void begin_visit(struct play *play, const struct possession *had)
{
    talloc_free(play->memory);
    play->memory = talloc_new(NULL);
    model_begin(&play->model, had, play->phrase);
    play->player = player_start(PROGRAM, play->home, play->course);
    hear_page(play);
}

/* Plays the shortest lesson; then her place is offered to be kept. */
static void make_record(struct play *play)
{
    static const char *const lines[] = {"2", "1", "", "", ""};

    folder_remove(play->home);
    begin_visit(play, NULL);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        say_and_hear(play, lines[i]);
    model_say(&play->model, "1");
    player_say(&play->player, "1");
    read_words(play, player_hear(play->memory, &play->player));
    say_and_hear(play, "1");
    say_and_hear(play, "");
    assert_true(session_is_kept(play->model.session));
    possible_only(play, model_has(&play->model, NULL));
}

/* -- playing on ------------------------------------------------------------------------ */

static const char *choose_number(struct play *play, size_t most)
{
    return talloc_asprintf(play->memory, "%zu", 1 + random_below(&play->random, most));
}

/* Several numbers, for ticking and ordering; what does not fit is chosen anew. */
static const char *choose_numbers(struct play *play, size_t most)
{
    char *line = talloc_strdup(play->memory, "");
    size_t count = 1 + random_below(&play->random, most);
    for (size_t i = 0; i < count; i++)
        line = talloc_asprintf_append_buffer(line, "%s ", choose_number(play, most));
    return line;
}

static const char *choose_answer(struct play *play, const struct view *view)
{
    switch (view->input) {
    case INPUT_TICK:
    case INPUT_ORDER:
        return choose_numbers(play, view->options);
    case INPUT_NUMBER:
    case INPUT_TEXT:
        return choose_number(play, 99);
    default:
        return view->options > 0 ? choose_number(play, view->options) : "";
    }
}

/* Mostly what leads on; she neither leaves nor closes nor deletes her place, and writes no plan
 * into a file. */
static const char *choose_line(struct play *play, const struct view *view)
{
    static const char *const others[] = {"0", "0", "0", "0", "-", "?", "*"};
    size_t chance = random_below(&play->random, 100);

    switch (play->model.session->overlay) {
    case OVERLAY_LEAVE:
    case OVERLAY_MINE:
    case OVERLAY_PRINT:
        return "1";
    case OVERLAY_NONE:
        break;
    default:
        return choose_answer(play, view);
    }
    if (chance < 50)
        return choose_answer(play, view);
    return chance < 80 ? "" : others[random_below(&play->random, sizeof others / sizeof *others)];
}

static const char *choose_line_that_fits(struct play *play, struct line_events *ret_events)
{
    struct view *view = session_view(play->model.session, play->memory);
    const char *line;

    do
        line = choose_line(play, view);
    while (!lines_understand(view, line, ret_events));
    return line;
}

/* -- killing --------------------------------------------------------------------------- */

/* Up to three milliseconds, mostly fewer: a save takes about one. */
static void wait_a_little(struct play *play)
{
    size_t most = 1 + random_below(&play->random, 3000);
    const struct timespec time = {.tv_nsec = (long)random_below(&play->random, most) * 1000};
    nanosleep(&time, NULL);
}

/* Sometimes in the moment in which something is shown: it must be saved then. */
static bool wait_to_kill(struct play *play)
{
    char *heard = talloc_strdup(play->memory, "");

    if (random_below(&play->random, 3) == 0)
        return player_hear_more(&play->player, heard) != NULL;
    wait_a_little(play);
    return false;
}

/* Whether it had said anything. */
static bool kill_it(struct play *play)
{
    bool heard = wait_to_kill(play);
    play->kills++;
    return *player_kill(play->memory, &play->player) || heard;
}

static void say_and_kill(struct play *play, const char *line)
{
    player_say(&play->player, line);
    if (kill_it(play)) {
        possible_only(play, play->possible[play->count - 1]);
        play->acknowledged++;
    }
}

/* One line of her visit; false: it was the last one. */
static bool take_step(struct play *play)
{
    struct line_events events;
    const char *line = choose_line_that_fits(play, &events);
    bool last = random_below(&play->random, 6) == 0;

    for (size_t i = 0; i < events.count; i++) {
        model_handle(&play->model, events.events[i]);
        possible_too(play, model_has(&play->model, NULL));
    }
    if (last) {
        say_and_kill(play, line);
        return false;
    }
    player_say(&play->player, line);
    hear_page(play);
    possible_only(play, play->possible[play->count - 1]);
    return true;
}

/* -- coming back ----------------------------------------------------------------------- */

/* The kill may come already now; it changes nothing. */
static bool is_killed_here(struct play *play)
{
    if (random_below(&play->random, 20) > 0)
        return false;
    kill_it(play);
    return true;
}

static void open_model(struct play *play, const struct possession *had)
{
    model_begin(&play->model, had, play->phrase);
    model_say(&play->model, "3");
    model_say(&play->model, play->phrase);
}

/* The newest thing that was saved and looks like what the program shows. */
static void find_what_was_saved(struct play *play, const char *heard)
{
    size_t count = play->count;

    for (size_t i = count; i-- > 0;) {
        open_model(play, play->possible[i]);
        if (!is_page(heard, model_page(&play->model, play->memory)))
            continue;
        play->unheard += count > 1 && i > 0;
        play->undone += count > 1 && i == 0;
        possible_only(play, talloc_memdup(NULL, play->possible[i], sizeof *play->possible[i]));
        return;
    }
    open_model(play, play->possible[count - 1]);
    fail_msg("after kill %lu the program shows:\n%s\nbut what she saw last was:\n%s", play->kills,
             heard, model_page(&play->model, play->memory));
}

/* False: killed before she was there. */
static bool come_back(struct play *play)
{
    begin_visit(play, NULL);
    player_say(&play->player, "3");
    if (is_killed_here(play))
        return false;
    player_hear(play->memory, &play->player);
    player_say(&play->player, play->phrase);
    if (is_killed_here(play))
        return false;
    find_what_was_saved(play, player_hear(play->memory, &play->player));
    return true;
}

static void play_and_be_killed(struct play *play)
{
    if (!come_back(play))
        return;
    while (take_step(play))
        ;
}

static void nothing_that_was_shown_is_lost(void **state)
{
    struct play *play = *state;
    const char *wanted = getenv("CONECTA_KILLS");
    unsigned long kills = wanted ? strtoul(wanted, NULL, 10) : KILLS;

    while (play->kills < kills) {
        unsigned long until = play->kills + KILLS_EACH;
        make_record(play);
        player_kill(play->memory, &play->player);
        while (play->kills < kills && play->kills < until)
            play_and_be_killed(play);
    }
    printf("%lu times killed: %lu times after an answer, %lu times after a save that was not "
           "answered, %lu times before it; nothing lost\n",
           play->kills, play->acknowledged, play->unheard, play->undone);
    if (kills >= KILLS)
        assert_true(play->acknowledged > 0);
}

/* -- the house ------------------------------------------------------------------------- */

static struct library *open_course(const void *parent, const char *folder)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct library *library = library_open(parent, folder, activity_verbs(), problems);
    assert_non_null(library);
    return library;
}

static int begin_play(void **state)
{
    struct play *play = talloc_zero(NULL, struct play);
    const char *data = getenv("CONECTA_TEST_DATA"), *seed = getenv("CONECTA_KILL_SEED");
    char *folder = folder_make(play);

    assert_non_null(data);
    play->course = talloc_asprintf(play, "%s/screens/course", data);
    play->home = folder_add_folder(folder, "data");
    play->random.state = seed ? strtoull(seed, NULL, 10) : random_seed();
    printf("CONECTA_KILL_SEED=%llu\n", (unsigned long long)play->random.state);
    play->model.seed = strtoull(SEED, NULL, 10);
    play->model.library = open_course(play, play->course);
    /* The plan's file would lie there; its name is on a page. */
    assert_int_equal(setenv("HOME", folder, 1), 0);
    assert_int_equal(setenv("CONECTA_SEED", SEED, 1), 0);
    assert_int_equal(setenv("CONECTA_TODAY", "2027-05", 1), 0);
    signal(SIGPIPE, SIG_IGN);
    *state = play;
    return 0;
}

static int end_play(void **state)
{
    struct play *play = *state;
    possible_only(play, NULL);
    talloc_free(play->memory);
    talloc_free(play->model.session);
    folder_remove(getenv("HOME"));
    talloc_free(play);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_that_was_shown_is_lost, begin_play, end_play),
    };
    const char *locales = getenv("CONECTA_LOCALE_DIR");
    language_start(locales ? locales : "/nowhere", locales ? locales : "/nowhere");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
