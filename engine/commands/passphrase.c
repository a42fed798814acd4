/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/passphrase.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/problems.h"
#include "commands/secret_line.h"

#define TRIES 3
#define LEAST 12 /* characters */

/* "" at the end of the input. */
static struct secret *ask(const void *parent, const char *prompt)
{
    bool terminal = isatty(STDIN_FILENO);

    if (terminal)
        fputs(prompt, stderr);
    struct secret *line = secret_line_read(parent, STDIN_FILENO);
    /* Her Enter was not shown either. */
    if (terminal)
        fputc('\n', stderr);
    return line ? line : secret_copy(parent, "", 1);
}

static const char *text_of(const struct secret *line)
{
    return (const char *)line->bytes;
}

static bool is_long_enough(const struct secret *line)
{
    if (!text_invalid(text_of(line), strlen(text_of(line))) && text_length(text_of(line)) >= LEAST)
        return true;
    char *message =
        memory_need(talloc_asprintf(NULL,
                                    /* TRANSLATORS: %d is a number of characters. */
                                    _("a passphrase needs at least %d characters"), LEAST));
    command_fail(message,
                 /* TRANSLATORS: advice when a passphrase is too short. */
                 _("take several words that do not belong together; nothing was made"));
    talloc_free(message);
    return false;
}

static bool is_repeated(const struct secret *line)
{
    if (!isatty(STDIN_FILENO))
        return true;
    /* TRANSLATORS: asks for the same passphrase again; what is typed stays invisible. */
    struct secret *again = ask(NULL, _("Once more: "));
    bool same = strcmp(text_of(line), text_of(again)) == 0;
    talloc_free(again);
    if (!same)
        /* TRANSLATORS: a new passphrase was typed twice, to be sure. */
        command_fail(_("the two passphrases are not the same"),
                     /* TRANSLATORS: advice after "the two passphrases are not the same". */
                     _("nothing was made; try again"));
    return same;
}

struct secret *passphrase_new(const void *parent)
{
    secret_line_hide(STDIN_FILENO);
    struct secret *line =
        /* TRANSLATORS: asks for a passphrase for a new key; what is typed stays invisible. */
        ask(parent, _("A new passphrase for the key (nothing is shown while you type): "));
    bool good = is_long_enough(line) && is_repeated(line);
    secret_line_show();
    if (good)
        return line;
    talloc_free(line);
    return NULL;
}

static struct trainer_secret *try_once(const void *parent, const char *bytes, size_t length,
                                       enum trainer_state *ret_state)
{
    struct trainer_secret *key = NULL;
    struct secret *line =
        /* TRANSLATORS: asks for the passphrase of a key; what is typed stays invisible. */
        ask(NULL, _("The passphrase of the key (nothing is shown while you type): "));

    *ret_state =
        trainer_secret_parse(parent, bytes, length, line->bytes, strlen(text_of(line)), &key);
    talloc_free(line);
    return key;
}

struct trainer_secret *passphrase_open(const void *parent, const char *path, bool *ret_wrong)
{
    void *memory = memory_need(talloc_new(NULL));
    struct diagnostics *problems = diagnostics_new(memory);
    struct trainer_secret *key = NULL;
    enum trainer_state state = TRAINER_READ;
    const char *bytes;
    size_t length;

    if (trainer_secret_load(memory, path, &bytes, &length, problems)) {
        int tries = isatty(STDIN_FILENO) ? TRIES : 1;
        state = TRAINER_WRONG;
        secret_line_hide(STDIN_FILENO);
        while (state == TRAINER_WRONG && tries-- > 0) {
            key = try_once(parent, bytes, length, &state);
            trainer_refuse(path, state, problems);
            problems_print(stderr, problems);
            talloc_free(problems);
            problems = diagnostics_new(memory);
        }
        secret_line_show();
    }
    problems_print(stderr, problems);
    *ret_wrong = state == TRAINER_WRONG;
    talloc_free(memory);
    return key;
}
