/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "golden.h"
#include "script.h"
#include "words.h"

/* The words of a command that needs LEAST of them or more; USE says which. */
static bool read_words(struct script *script, const char *rest, size_t least, const char *use,
                       struct strings *ret_words)
{
    if (!words_split(rest, &script->variables, ret_words, &script->reason))
        return false;
    return ret_words->count >= least || script_fail(script, "it is `%s`", use);
}

static bool fail_file(struct script *script, const char *path)
{
    return script_fail(script, "%s: %s", path, strerror(errno));
}

/* As some editors do it: into the file itself. */
static bool write_lines(struct script *script, const char *rest)
{
    struct strings words = {0};
    struct text lines = {0};
    bool good = read_words(script, rest, 1, "write FILE LINE...", &words);

    for (size_t i = 1; good && i < words.count; i++) {
        text_append_string(&lines, words.items[i]);
        text_append_string(&lines, "\n");
    }
    good = good && (golden_write(words.items[0], &lines) || fail_file(script, words.items[0]));
    text_free(&lines);
    strings_free(&words);
    return good;
}

static bool copy(struct script *script, const char *rest)
{
    struct strings words = {0};
    struct text bytes = {0};
    bool good = read_words(script, rest, 2, "copy FROM TO", &words);

    good = good && (golden_read(words.items[0], &bytes) || fail_file(script, words.items[0]));
    good = good && (golden_write(words.items[1], &bytes) || fail_file(script, words.items[1]));
    text_free(&bytes);
    strings_free(&words);
    return good;
}

/* As other editors end a save: the new file gets the name of the old one. */
static bool move(struct script *script, const char *rest)
{
    struct strings words = {0};
    bool good = read_words(script, rest, 2, "move FROM TO", &words);

    good = good && (rename(words.items[0], words.items[1]) == 0 ||
                    fail_file(script, words.items[0]));
    strings_free(&words);
    return good;
}

const struct script_command commands_files[] = {
    {.name = "write", .run = write_lines},
    {.name = "copy", .run = copy},
    {.name = "move", .run = move},
    {.name = NULL},
};
