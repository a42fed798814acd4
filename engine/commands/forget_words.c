/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/forget_words.h"

#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include <sodium.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/secret_line.h"
#include "words/phrase.h"

#define TRIES 3

static void refuse_unknown_word(const struct phrase_typed *typed)
{
    char *message = memory_need(talloc_asprintf(
        NULL,
        /* TRANSLATORS: about one of five secret words that were typed; %zu is its place, 1 to 5. */
        _("word %zu is in no list of words"), typed->wrong + 1));
    char *advice =
        typed->nearest < 0
            ? memory_need(talloc_strdup(message,
                                        /* TRANSLATORS: advice about a secret word. */
                                        _("look at how it is written; the first four letters are "
                                          "enough")))
            : memory_need(talloc_asprintf(message,
                                          /* TRANSLATORS: advice; %s is a word that may have been
                                           * meant. */
                                          _("did you mean '%s'?"),
                                          typed->list->word[typed->nearest]));
    command_fail(message, advice);
    talloc_free(message);
}

static void refuse_number(size_t count)
{
    char *message = memory_need(talloc_asprintf(
        NULL,
        /* TRANSLATORS: how many secret words were typed. */
        P_("there is %zu word", "there are %zu words", (unsigned long)count), count));
    command_fail(message,
                 /* TRANSLATORS: advice when too few or too many secret words were typed. */
                 _("type all five words in one line, with spaces between them"));
    talloc_free(message);
}

static void refuse_nothing(void)
{
    /* TRANSLATORS: no secret words were typed. */
    command_fail(_("no words were given"),
                 /* TRANSLATORS: advice after "no words were given". */
                 _("nothing was deleted"));
}

static void refuse_typed(enum phrase_result result, const struct phrase_typed *typed)
{
    if (typed->count == 0)
        refuse_nothing();
    else if (result == PHRASE_WRONG_WORD)
        refuse_unknown_word(typed);
    else
        refuse_number(typed->count);
}

/* NULL, after saying why, when the line is no phrase. *ret_again: that can be mended. */
static struct secret *understand(const void *parent, const char *line, bool *ret_again)
{
    struct phrase_typed typed;
    struct secret *phrase = NULL;
    enum phrase_result result = phrase_read(line, language_used(), &typed);

    *ret_again = typed.count > 0;
    if (result == PHRASE_UNDERSTOOD) {
        phrase = secret_new(parent, PHRASE_BYTES);
        phrase_write(typed.list, typed.chosen, (char *)phrase->bytes);
    } else {
        refuse_typed(result, &typed);
    }
    sodium_memzero(&typed, sizeof typed);
    return phrase;
}

static void prompt(void)
{
    /* TRANSLATORS: asks for the secret words; what is typed stays invisible. */
    fputs(_("Your five words (nothing is shown while you type; an empty line gives up): "), stderr);
}

static struct secret *ask_once(const void *parent, bool terminal, bool *ret_again)
{
    if (terminal)
        prompt();
    struct secret *line = secret_line_read(NULL, STDIN_FILENO);
    /* Her Enter was not shown either. */
    if (terminal)
        fputc('\n', stderr);
    struct secret *phrase = understand(parent, line ? (const char *)line->bytes : "", ret_again);
    talloc_free(line);
    return phrase;
}

struct secret *forget_words_ask(const void *parent)
{
    bool terminal = isatty(STDIN_FILENO);
    bool again = true;
    struct secret *phrase = NULL;

    secret_line_hide(STDIN_FILENO);
    for (int tries = terminal ? TRIES : 1; tries > 0 && again && !phrase; tries--)
        phrase = ask_once(parent, terminal, &again);
    secret_line_show();
    return phrase;
}
