/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "script.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "environment.h"
#include "golden.h"
#include "home.h"
#include "picture.h"
#include "words.h"

bool script_fail(struct script *script, const char *format, ...)
{
    char reason[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    text_append_string(&script->reason, reason);
    return false;
}

static void explain_end(struct script *script)
{
    const struct child *child = &script->session.child;

    if (child->killed)
        script_fail(script, "the program was killed by signal %s", signal_name(child->status));
    else
        script_fail(script, "the program ended with exit status %d", child->status);
}

void script_explain_wait(struct script *script, enum session_outcome outcome)
{
    if (outcome == SESSION_ENDED)
        explain_end(script);
    else if (outcome == SESSION_LATE && script->session.disturbed)
        script_fail(script, "waited too long, the program does not read its input or never sleeps");
    else if (outcome == SESSION_LATE)
        script_fail(script, "waited too long");
}

void script_show_screen(struct script *script)
{
    struct text picture = {0};

    picture_text(script->session.emulator, &picture);
    golden_show(&script->details, "screen", text_string(&picture), text_string(&picture));
    text_free(&picture);
}

bool script_fail_wait(struct script *script, enum session_outcome outcome, const char *reason)
{
    script_fail(script, "%s: ", reason);
    script_explain_wait(script, outcome);
    script_show_screen(script);
    return false;
}

bool script_read_word(struct script *script, const char *rest, struct text *ret_word)
{
    struct strings words = {0};
    bool good = words_split(rest, &script->variables, &words, &script->reason);

    if (good && words.count != 1)
        good = script_fail(script, "one word is needed here, not `%s`", rest);
    if (good)
        text_append_string(ret_word, words.items[0]);
    strings_free(&words);
    return good;
}

bool script_read_size(struct script *script, const char *rest)
{
    int columns, rows;
    char more;

    if (sscanf(rest, "%dx%d %c", &columns, &rows, &more) != 2 || columns < 1 || rows < 1 ||
        columns > 1000 || rows > 1000)
        return script_fail(script, "a size is COLSxROWS, not `%s`", rest);
    script->columns = columns;
    script->rows = rows;
    return true;
}

static const struct script_command *find_command(const char *name, size_t length)
{
    static const struct script_command *const tables[] = {
        commands_start, commands_send, commands_look, commands_golden, commands_end,
        commands_files};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const struct script_command *command = tables[i]; command->name != NULL; command++)
            if (strlen(command->name) == length && memcmp(command->name, name, length) == 0)
                return command;
    return NULL;
}

static bool run_line(struct script *script, const char *line)
{
    const struct script_command *command;
    size_t length;

    line += strspn(line, " \t");
    if (*line == '\0' || *line == '#')
        return true;
    length = strcspn(line, " \t");
    command = find_command(line, length);
    if (command == NULL)
        return script_fail(script, "no command `%.*s`", (int)length, line);
    if (command->needs_program && script->session.emulator == NULL)
        return script_fail(script, "`%s` before `run`", command->name);
    line += length;
    return command->run(script, line + strspn(line, " \t"));
}

/* A blank at the end of a line counts, it may belong to what `type` sends. */
static bool run_lines(struct script *script, char *line)
{
    while (*line != '\0') {
        char *end = line + strcspn(line, "\n");
        bool last = *end == '\0';

        *end = '\0';
        script->line++;
        if (!run_line(script, line))
            return false;
        line = last ? end : end + 1;
    }
    return true;
}

static void add_variables(struct script *script)
{
    const struct strings *given = &script->options->variables;
    struct text home = {0};

    for (size_t i = 0; i < given->count; i++)
        variable_set(&script->variables, given->items[i]);
    text_format(&home, "HOME=%s", text_string(&script->home));
    variable_set(&script->variables, text_string(&home));
    environment_fill(&script->environment, text_string(&home));
    text_free(&home);
}

static bool read_and_run(struct script *script)
{
    struct text lines = {0};
    bool passed;

    add_variables(script);
    if (golden_read(script->path, &lines))
        passed = lines.length == 0 || run_lines(script, lines.bytes);
    else
        passed = script_fail(script, "%s", strerror(errno));
    text_free(&lines);
    return passed;
}

static void report(const struct script *script, bool passed)
{
    const char *slash = strrchr(script->path, '/');
    const char *name = slash != NULL ? slash + 1 : script->path;
    const char *dot = strrchr(name, '.');
    int length = (int)(dot != NULL && dot != name ? (size_t)(dot - name) : strlen(name));

    if (passed)
        printf("ok %.*s\n", length, name);
    else
        printf("FAILED %.*s: line %d: %s\n%s", length, name, script->line,
               text_string(&script->reason), text_string(&script->details));
    fflush(stdout);
}

static void finish(struct script *script)
{
    session_finish(&script->session);
    strings_free(&script->variables);
    strings_free(&script->environment);
    text_free(&script->home);
    text_free(&script->reason);
    text_free(&script->details);
}

bool script_run(const char *path, const struct script_options *options)
{
    struct script script = {.options = options,
                            .path = path,
                            .rows = 24,
                            .columns = 80,
                            .session = {.child = CHILD_NONE}};
    bool passed;

    if (home_make(&script.home)) {
        passed = read_and_run(&script);
        session_finish(&script.session);
        home_remove(text_string(&script.home));
    } else {
        passed = script_fail(&script, "no temporary folder: %s", strerror(errno));
    }
    report(&script, passed);
    finish(&script);
    return passed;
}
