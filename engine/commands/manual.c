/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/manual.h"

#include <ctype.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/mdoc.h"
#include "base/memory.h"

/* What is no word in the help, and how a page says it. */
static const struct mark {
    const char *help;
    const char *page;
} marks[] = {
    {"…", "..."},
    {"|", "|"},
    {"[", "Oo"},
    {"]", "Oc"},
};

static const struct mark *find_mark(const char *text)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(text, marks[i].help, strlen(marks[i].help)) == 0)
            return &marks[i];
    return NULL;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (text[length] && text[length] != ' ' && !find_mark(text + length))
        length++;
    return length;
}

/* In the help a word in capitals stands for something. In a page it is told by its
 * look; any other word is typed as it is. */
static void add_word(char **page, const char *word, size_t length)
{
    char *small = memory_need(talloc_strndup(NULL, word, length));
    bool capital = false;

    for (char *at = small; *at; at++) {
        capital |= isupper((unsigned char)*at) != 0;
        *at = (char)tolower((unsigned char)*at);
    }
    mdoc_add(page, capital ? "Ar " : "Cm ");
    mdoc_add_text(page, small);
    talloc_free(small);
}

/* What stands behind an option or a command in the help, such as "text|json" or
 * "PATH…". `before` is what comes before the first macro. */
static void add_value(char **page, const char *before, const char *value)
{
    for (value = language_original(value); *value; value += strspn(value, " ")) {
        const struct mark *mark = find_mark(value);
        size_t length = mark ? strlen(mark->help) : word_length(value);

        mdoc_add(page, "%s", before);
        if (mark)
            mdoc_add(page, "%s", mark->page);
        else
            add_word(page, value, length);
        value += length;
        before = " ";
    }
}

static void add_option(char **page, const struct option_entry *option)
{
    mdoc_add(page, "Fl \\-");
    mdoc_add_text(page, option->name);
    if (option->value)
        add_value(page, " ", option->value);
    mdoc_add(page, "\n");
}

/* A sentence of the help that begins with a small letter, or the other way round;
 * an abbreviation stays as it is. */
static void add_sentence(char **page, const char *sentence, int (*turn)(int), const char *end)
{
    size_t length = strlen(sentence);
    if (length > 0 && sentence[length - 1] == '.')
        length--;
    char *turned = memory_need(talloc_strndup(NULL, sentence, length));
    if (length > 1 && !isupper((unsigned char)turned[1]))
        turned[0] = (char)turn((unsigned char)turned[0]);
    mdoc_add_text(page, turned);
    mdoc_add(page, "%s\n", end);
    talloc_free(turned);
}

static void add_name(char **page, const struct command *command)
{
    mdoc_add_heading(page, "Name");
    mdoc_add(page, ".Nm conecta\\-");
    mdoc_add_text(page, command->name);
    mdoc_add(page, "\n.Nd ");
    add_sentence(page, command->about, tolower, "");
}

static void add_synopsis(char **page, const struct command *command, bool is_default)
{
    mdoc_add_heading(page, "Synopsis");
    mdoc_add(page, ".Nm conecta\n%s ", is_default ? ".Op Cm" : ".Cm");
    mdoc_add_text(page, command->name);
    mdoc_add(page, "\n");
    for (size_t i = 0; i < command->option_count; i++) {
        mdoc_add(page, i < command->required ? "." : ".Op ");
        add_option(page, &command->options[i]);
    }
    if (command->operands) {
        add_value(page, command->least > 0 ? "." : ".Op ", command->operands);
        mdoc_add(page, "\n");
    }
}

static void add_options(char **page, const struct command *command)
{
    mdoc_add_heading(page, "Options");
    mdoc_add(page, ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < command->option_count; i++) {
        mdoc_add(page, ".It ");
        add_option(page, &command->options[i]);
        add_sentence(page, command->options[i].about, toupper, ".");
    }
    mdoc_add(page, ".It Fl \\-help\nPrint how the command is used and stop.\n.El\n");
}

char *manual_command(const void *parent, const struct command *command, bool is_default)
{
    char *page = memory_need(talloc_strdup(parent, ""));

    add_name(&page, command);
    add_synopsis(&page, command, is_default);
    add_options(&page, command);
    return page;
}

char *manual_commands(const void *parent, const struct command *const *commands)
{
    char *page = memory_need(talloc_strdup(parent, ".Bl -tag -width translate -compact\n"));

    for (size_t i = 0; commands[i]; i++) {
        mdoc_add(&page, ".It Xr conecta\\-");
        mdoc_add_text(&page, commands[i]->name);
        mdoc_add(&page, " 1\n");
        mdoc_add_text(&page, commands[i]->about);
        mdoc_add(&page, "\n");
    }
    mdoc_add(&page, ".El\n");
    return page;
}
