/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/help.h"

#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/wrap.h"

#define HELP_WIDTH 78

/* Two columns; printf pads by bytes, which is wrong for Cyrillic. */
static void print_row(const char *left, const char *right, size_t width)
{
    size_t cells = text_width(left, strlen(left));
    printf("  %s%*s  %s\n", left, cells < width ? (int)(width - cells) : 0, "", right);
}

/* Broken as the lines of a page are. */
static void print_paragraph(const char *text)
{
    size_t count;
    struct slice *lines = wrap_text(NULL, text, strlen(text), HELP_WIDTH, &count);
    for (size_t i = 0; i < count; i++)
        printf("%.*s\n", (int)lines[i].length, text + lines[i].start);
    talloc_free(lines);
    printf("\n");
}

static void print_use(const struct command *command)
{
    /* TRANSLATORS: begins the line that shows how a command is written. */
    printf("%s conecta %s", C_("help", "Usage:"), command->name);
    for (size_t i = 0; i < command->option_count; i++) {
        const struct option_entry *option = &command->options[i];
        bool required = i < command->required;
        printf(" %s--%s%s%s%s", required ? "" : "[", option->name, option->value ? " " : "",
               option->value ? _(option->value) : "", required ? "" : "]");
    }
    if (command->operands)
        printf(" %s", _(command->operands));
    printf("\n");
}

static char *option_label(const struct option_entry *option)
{
    return memory_need(talloc_asprintf(NULL, "--%s%s%s", option->name, option->value ? " " : "",
                                       option->value ? _(option->value) : ""));
}

static size_t label_width(const struct command *command)
{
    size_t width = strlen("--help");
    for (size_t i = 0; i < command->option_count; i++) {
        char *label = option_label(&command->options[i]);
        size_t cells = text_width(label, strlen(label));
        width = cells > width ? cells : width;
        talloc_free(label);
    }
    return width;
}

enum status help_command(const struct command *command)
{
    size_t width = label_width(command);

    print_use(command);
    printf("\n%s\n\n", _(command->about));
    for (size_t i = 0; i < command->option_count; i++) {
        char *label = option_label(&command->options[i]);
        print_row(label, _(command->options[i].about), width);
        talloc_free(label);
    }
    /* TRANSLATORS: explains the option --help. */
    print_row("--help", _("print this and stop"), width);
    return STATUS_DONE;
}

enum status help_program(const struct command *const *commands)
{
    /* TRANSLATORS: begins the line that shows how the program is started. */
    printf("%s conecta [%s]\n\n", C_("help", "Usage:"),
           /* TRANSLATORS: stands for one of the commands. */
           C_("help", "COMMAND"));
    /* TRANSLATORS: the first words of 'conecta --help'. */
    print_paragraph(_("Conecta plays a peer-education course on HIV and STI prevention, legal "
                       "rights and safety. Without a command it opens the course."));
    for (size_t i = 0; commands[i]; i++)
        print_row(commands[i]->name, _(commands[i]->about), 10);
    print_row("--help", _("print this and stop"), 10);
    /* TRANSLATORS: explains the option --version. */
    print_row("--version", _("print the version and stop"), 10);
    /* TRANSLATORS: the last line of 'conecta --help'. */
    printf("\n%s\n", _("'conecta COMMAND --help' says more about a command."));
    return STATUS_DONE;
}
