/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "deadline.h"
#include "golden.h"
#include "picture.h"
#include "script.h"

/* How long a screen has to stay as it is before it becomes a golden file. */
static const int quiet_milliseconds = 300;

struct golden {
    void (*picture)(const struct emulator *emulator, struct text *text);
    const char *suffix;
    struct text path;
    struct text expected;
};

static bool equals(const struct session *session, const void *what)
{
    const struct golden *golden = what;
    struct text actual = {0};
    bool same;

    golden->picture(session->emulator, &actual);
    same = golden_same(text_string(&golden->expected), text_string(&actual));
    text_free(&actual);
    return same;
}

static void show_both(struct script *script, const struct golden *golden)
{
    const char *expected = text_string(&golden->expected);
    struct text actual = {0};

    golden->picture(script->session.emulator, &actual);
    golden_show(&script->details, "expected", expected, text_string(&actual));
    golden_show(&script->details, "actual", text_string(&actual), expected);
    text_free(&actual);
}

static bool compare(struct script *script, struct golden *golden)
{
    enum session_outcome outcome;

    if (!golden_read(text_string(&golden->path), &golden->expected)) {
        script_fail(script, "%s: %s", text_string(&golden->path), strerror(errno));
        session_settle(&script->session, deadline_begin());
        script_show_screen(script);
        return false;
    }
    outcome = session_wait(&script->session, equals, golden, deadline_begin());
    if (outcome == SESSION_HOLDS)
        return true;
    script_fail(script, "the screen is not %s: ", text_string(&golden->path));
    script_explain_wait(script, outcome);
    show_both(script, golden);
    return false;
}

/* The last screen of a program that died must not become what is expected. */
static bool wait_for_golden(struct script *script)
{
    enum session_outcome outcome =
        session_wait_quiet(&script->session, quiet_milliseconds, deadline_begin());

    if (outcome == SESSION_LATE)
        return script_fail_wait(script, outcome, "the screen does not rest");
    if (!session_runs(&script->session) && !script->end_checked)
        return script_fail_wait(script, SESSION_ENDED, "nothing written");
    return true;
}

/* Leaves a file alone that says the same, so that its time tells when the screen changed. */
static bool update(struct script *script, struct golden *golden)
{
    struct text actual = {0};
    bool good = true;

    if (!wait_for_golden(script))
        return false;
    golden_read(text_string(&golden->path), &golden->expected);
    golden->picture(script->session.emulator, &actual);
    if (!golden_same(text_string(&golden->expected), text_string(&actual))) {
        good = golden_write(text_string(&golden->path), &actual);
        if (good)
            printf("wrote %s\n", text_string(&golden->path));
        else
            script_fail(script, "%s: %s", text_string(&golden->path), strerror(errno));
    }
    text_free(&actual);
    return good;
}

/* Golden files stand beside the script. */
static void find_path(const struct script *script, const char *name, struct golden *golden)
{
    const char *slash = strrchr(script->path, '/');

    if (slash != NULL)
        text_append(&golden->path, script->path, (size_t)(slash + 1 - script->path));
    text_append_string(&golden->path, name);
    text_append_string(&golden->path, golden->suffix);
}

static bool check_golden(struct script *script, const char *name, struct golden golden)
{
    bool good;

    if (*name == '\0' || strpbrk(name, " \t/") != NULL)
        return script_fail(script, "a golden file has one plain name, not `%s`", name);
    find_path(script, name, &golden);
    good = script->options->update ? update(script, &golden) : compare(script, &golden);
    text_free(&golden.path);
    text_free(&golden.expected);
    return good;
}

static bool expect_golden(struct script *script, const char *rest, struct golden golden)
{
    struct text name = {0};
    bool good = script_read_word(script, rest, &name) &&
                check_golden(script, text_string(&name), golden);
    text_free(&name);
    return good;
}

static bool expect_screen(struct script *script, const char *rest)
{
    return expect_golden(script, rest, (struct golden){.picture = picture_text, .suffix = ".txt"});
}

static bool expect_attributes(struct script *script, const char *rest)
{
    return expect_golden(script, rest,
                         (struct golden){.picture = picture_attributes, .suffix = ".attrs"});
}

const struct script_command commands_golden[] = {
    {.name = "screen", .run = expect_screen, .needs_program = true},
    {.name = "attrs", .run = expect_attributes, .needs_program = true},
    {.name = NULL},
};
