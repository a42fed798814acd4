/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>

#include "script.h"
#include "words.h"

static bool set_size(struct script *script, const char *rest)
{
    struct text size = {0};
    bool good = script_read_word(script, rest, &size) &&
                script_read_size(script, text_string(&size));
    text_free(&size);
    return good;
}

/* Gives the words of a command that needs some. */
static bool split(struct script *script, const char *rest, struct strings *ret_words)
{
    if (!words_split(rest, &script->variables, ret_words, &script->reason))
        return false;
    return ret_words->count > 0 || script_fail(script, "nothing follows the command");
}

static bool set_variables(struct script *script, const char *rest)
{
    struct strings words = {0};
    bool good = split(script, rest, &words);

    for (size_t i = 0; good && i < words.count; i++) {
        good = variable_is(words.items[i]);
        if (good)
            variable_set(&script->environment, words.items[i]);
        else
            script_fail(script, "`%s` is not NAME=VALUE", words.items[i]);
    }
    strings_free(&words);
    return good;
}

static bool unset_variables(struct script *script, const char *rest)
{
    struct strings words = {0};
    bool good = split(script, rest, &words);

    for (size_t i = 0; i < words.count; i++)
        variable_unset(&script->environment, words.items[i]);
    strings_free(&words);
    return good;
}

static bool set_term(struct script *script, const char *rest)
{
    struct text assignment = {0};

    text_format(&assignment, "TERM=%s", rest);
    variable_set(&script->environment, text_string(&assignment));
    text_free(&assignment);
    return true;
}

/* Adds the program's name before the words of the script. */
static bool split_arguments(struct script *script, const char *rest, struct strings *ret_arguments)
{
    strings_add(ret_arguments, script->options->program);
    return words_split(rest, &script->variables, ret_arguments, &script->reason);
}

static bool run_program(struct script *script, const char *rest)
{
    struct strings arguments = {0};
    bool good;

    if (session_runs(&script->session))
        return script_fail(script, "the program before still runs");
    good = split_arguments(script, rest, &arguments);
    if (good && !session_start(&script->session, arguments.items, script->environment.items,
                               script->rows, script->columns))
        good = script_fail(script, "no pseudoterminal: %s", strerror(errno));
    script->end_checked = false;
    strings_free(&arguments);
    return good;
}

const struct script_command commands_start[] = {
    {.name = "size", .run = set_size},         {.name = "env", .run = set_variables},
    {.name = "unset", .run = unset_variables}, {.name = "term", .run = set_term},
    {.name = "run", .run = run_program},       {.name = NULL},
};
