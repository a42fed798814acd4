/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measure CONECTA BARE BARE_YAML VALIDATE: measures Conecta next to its neighbours and prints the ratios.
 * docs/figures.md says what they mean. "make bench" calls it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "courses.h"
#include "figures.h"
#include "report.h"
#include "scratch.h"

#define PATH_MOST 512

/* Where the program NAME is, in PATH; into the buffer, or NULL. */
static const char *find_program(const char *name, char buffer[PATH_MOST])
{
    const char *path = getenv("PATH");

    while (path && *path) {
        size_t length = strcspn(path, ":");
        snprintf(buffer, PATH_MOST, "%.*s/%s", (int)length, path, name);
        if (access(buffer, X_OK) == 0)
            return buffer;
        path += length + (path[length] == ':');
    }
    return NULL;
}

/* Only one with the modules that validate the lessons. */
static const char *find_python(char buffer[PATH_MOST])
{
    const char *python = find_program("python3", buffer);
    const char *const probe[] = {python, "-c", "import jsonschema, yaml", NULL};
    return python && child_run(probe, "/dev/null", true) >= 0 ? python : NULL;
}

/* What a program shows and how fast must not depend on who measures. */
static void settle_environment(const char *scratch)
{
    static const char *const unset[] = {"LANGUAGE", "LC_MESSAGES", "LANG",         "COLUMNS",
                                        "LINES",    "NO_COLOR",    "CONECTA_SEED", "DIALOGRC",
                                        "VIS_PATH", "CONECTA_HOME"};

    for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
        unsetenv(unset[i]);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("HOME", scratch, 1);
    setenv("XDG_CONFIG_HOME", scratch, 1);
    setenv("XDG_DATA_HOME", scratch, 1);
}

static bool write_text(const char *path)
{
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    for (int i = 0; i < 100; i++)
        fprintf(file, "Line %d of a " TEXT_WORD " text that is longer than a screen.\n", i);
    return fclose(file) == 0;
}

static bool make_courses(const char *small, const char *large, const char *text)
{
    if (course_make(small, SMALL_COUNT) && course_make(large, LARGE_COUNT) && write_text(text))
        return true;
    fprintf(stderr, "bench: the courses could not be written: %s\n", strerror(errno));
    return false;
}

static int measure(const char *scratch, const void *data)
{
    char *const *programs = data;
    char vis[PATH_MOST], dialog[PATH_MOST], yamllint[PATH_MOST], python[PATH_MOST];
    char msgen[PATH_MOST], msgfmt[PATH_MOST];
    char small[2 * PATH_MOST], large[2 * PATH_MOST], text[2 * PATH_MOST];

    snprintf(small, sizeof small, "%s/small", scratch);
    snprintf(large, sizeof large, "%s/large", scratch);
    snprintf(text, sizeof text, "%s/text", scratch);
    settle_environment(scratch);
    if (!make_courses(small, large, text))
        return 1;
    const struct world world = {
        .conecta = programs[0],
        .bare = programs[1],
        .bare_yaml = programs[2],
        .vis = find_program("vis", vis),
        .dialog = find_program("dialog", dialog),
        .yamllint = find_program("yamllint", yamllint),
        .python = find_python(python),
        .msgen = find_program("msgen", msgen),
        .msgfmt = find_program("msgfmt", msgfmt),
        .validate = programs[3],
        .small_course = small,
        .large_course = large,
        .text = text,
        .scratch = scratch,
    };
    report_head();
    figures_start(&world);
    figures_play(&world);
    figures_files(&world);
    figures_tools(&world);
    figures_store(&world);
    figures_crowd(&world);
    figures_report(&world);
    return report_end() ? 0 : 1;
}

int main(int count, char **arguments)
{
    if (count != 5) {
        fprintf(stderr, "usage: measure CONECTA BARE BARE_YAML VALIDATE\n");
        return 2;
    }
    return scratch_use(measure, arguments + 1);
}
