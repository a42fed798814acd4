/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdio.h>
#include <time.h>

#include "child.h"
#include "clock.h"
#include "courses.h"
#include "process.h"
#include "report.h"

#define KEYS 100
#define IDLE_SECONDS 3

/* In a terminal of this kind, in the mode that curses puts it in. */
#define KEY_UP "\033OA"
#define KEY_DOWN "\033OB"
#define KEY_RIGHT "\033OC"
#define KEY_PAGE_DOWN "\033[6~"

/* Those that run at the same time. */
enum { CONECTA, BARE, DIALOG, PLAYERS };

struct player {
    bool here;
    struct child child;
    struct sample times; /* of one move in a list */
    struct sample bytes;
};

static bool start(struct player *player, const char *const arguments[], const char *text)
{
    struct burst burst;

    if (!arguments[0] || !child_start(&player->child, arguments))
        return false;
    player->here = child_read(&player->child, text, &burst);
    if (!player->here)
        child_end(&player->child);
    return player->here;
}

/* In the list of lessons. */
static bool start_conecta(struct player *player, const char *program, const char *course)
{
    const char *const arguments[] = {program, "--lang", "en", "--course", course, NULL};
    return start(player, arguments, COURSE_WORD) && child_press(&player->child, "\r");
}

static bool start_bare(struct player *player, const char *program)
{
    const char *const arguments[] = {program, NULL};
    return start(player, arguments, "curses");
}

static bool start_dialog(struct player *player, const char *program)
{
    const char *const arguments[] = {program,       "--menu",      "Choose a lesson",
                                     "20",          "70",          "9",
                                     "1",           "Bench-entry", "2",
                                     "Bench-entry", "3",           "Bench-entry",
                                     "4",           "Bench-entry", "5",
                                     "Bench-entry", "6",           "Bench-entry",
                                     "7",           "Bench-entry", "8",
                                     "Bench-entry", "9",           "Bench-entry",
                                     NULL};
    return start(player, arguments, "Bench-entry");
}

static void move_once(struct player *player, const char *key)
{
    struct burst burst = {0, 0};
    double time = child_type(&player->child, key, &burst);

    if (time < 0)
        return;
    sample_add(&player->times, time);
    sample_add(&player->bytes, (double)burst.bytes);
}

/* In turns. Seven entries down and up again, so that no list comes to its end. */
static void move_all(struct player players[PLAYERS])
{
    for (int i = 0; i < KEYS; i++)
        for (int j = 0; j < PLAYERS; j++)
            if (players[j].here)
                move_once(&players[j], i / 7 % 2 == 0 ? KEY_DOWN : KEY_UP);
}

static void measure_keys(struct player players[PLAYERS], bool have_dialog)
{
    move_all(players);
    double own = sample_median(&players[CONECTA].times);
    double bare = sample_median(&players[BARE].times);
    double dialog = have_dialog ? sample_median(&players[DIALOG].times) : NOT_INSTALLED;
    report_figure(&(struct figure){"key to last byte, Down or Up in a list",
                                   "ms",
                                   own,
                                   "bare curses",
                                   bare,
                                   {LIMIT_RATIO, 2.0}});
    report_figure(&(struct figure){"", "ms", own, "dialog", dialog, {LIMIT_VALUE, 1.0}});
    report_figure(&(struct figure){"bytes for one move, the most",
                                   "bytes",
                                   sample_largest(&players[CONECTA].bytes),
                                   "bare curses",
                                   sample_largest(&players[BARE].bytes),
                                   {LIMIT_VALUE, 200}});
}

/* Through the whole list, so that every lesson was looked at, then through all of a lesson. */
static void visit_everything(const struct child *child, int lessons)
{
    for (int seen = 0; seen < lessons; seen += 7)
        child_press(child, KEY_PAGE_DOWN);
    child_press(child, "\r");
    for (int page = 0; page < 40; page++)
        child_press(child, KEY_RIGHT);
}

static double peak_after_visit(const struct world *world, const char *course, int lessons)
{
    struct player player = {.here = false};

    if (!start_conecta(&player, world->conecta, course))
        return -1;
    visit_everything(&player.child, lessons);
    double peak = process_peak_memory(player.child.pid);
    child_end(&player.child);
    return peak;
}

static void measure_memory(const struct world *world, pid_t bare_pid)
{
    const struct limit limit = {LIMIT_VALUE, 12};
    double bare = process_peak_memory(bare_pid);
    double small = peak_after_visit(world, world->small_course, SMALL_COUNT);
    double large = peak_after_visit(world, world->large_course, LARGE_COUNT);

    report_figure(&(struct figure){"peak memory, 20 lessons, all looked at", "MiB", small,
                                   "bare curses", bare, limit});
    report_figure(&(struct figure){"peak memory, 1,000 lessons, all looked at", "MiB", large,
                                   "20 lessons", small, limit});
}

static double woken(double before, double after)
{
    return before < 0 || after < 0 ? -1 : after - before;
}

static void measure_sleep(pid_t own_pid, pid_t bare_pid)
{
    const struct timespec time = {.tv_sec = IDLE_SECONDS};
    double own = process_sleeps(own_pid);
    double bare = process_sleeps(bare_pid);

    nanosleep(&time, NULL);
    own = woken(own, process_sleeps(own_pid));
    bare = woken(bare, process_sleeps(bare_pid));
    report_figure(&(struct figure){
        "wake-ups in three idle seconds", "", own, "bare curses", bare, {LIMIT_VALUE, 0}});
}

void figures_play(const struct world *world)
{
    struct player players[PLAYERS] = {{.here = false}};

    if (start_conecta(&players[CONECTA], world->conecta, world->large_course) &&
        start_bare(&players[BARE], world->bare)) {
        start_dialog(&players[DIALOG], world->dialog);
        measure_keys(players, world->dialog != NULL);
        measure_memory(world, players[BARE].child.pid);
        measure_sleep(players[CONECTA].child.pid, players[BARE].child.pid);
    } else {
        report_figure(&(struct figure){"playing", "", -1, "bare curses", -1, {LIMIT_NONE, 0}});
    }
    for (int i = 0; i < PLAYERS; i++)
        if (players[i].here)
            child_end(&players[i].child);
}
