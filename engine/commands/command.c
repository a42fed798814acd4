/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "commands/help.h"
#include "commands/manual.h"
#include "config.h"

extern const struct command command_play;
extern const struct command command_lint;
extern const struct command command_new;
extern const struct command command_preview;
extern const struct command command_schema;
extern const struct command command_import;
extern const struct command command_export;
extern const struct command command_pot;
extern const struct command command_translate;
extern const struct command command_key;
extern const struct command command_share;
extern const struct command command_collect;
extern const struct command command_summary;
extern const struct command command_forget;
extern const struct command command_doctor;

const struct command *const commands[] = {
    &command_play,
    &command_lint,
    &command_new,
    &command_preview,
    &command_schema,
    &command_import,
    &command_export,
    &command_pot,
    &command_translate,
    &command_key,
    &command_share,
    &command_collect,
    &command_summary,
    &command_forget,
    &command_doctor,
    NULL,
};

const char *command_value(const struct command *command, const char *const *values,
                          const char *option)
{
    for (size_t i = 0; i < command->option_count; i++)
        if (strcmp(command->options[i].name, option) == 0)
            return values[i];
    return NULL;
}

enum status command_fail(const char *message, const char *advice)
{
    fprintf(stderr, "conecta: %s: %s\n", message, advice);
    return STATUS_ERROR;
}

enum status command_refuse_language(const char *code)
{
    char *message = memory_need(talloc_asprintf(NULL,
                                                /* TRANSLATORS: %s is what was typed. */
                                                _("there is no language '%s'"), code));
    char *list = memory_need(talloc_strdup(message, ""));
    for (size_t i = 0; i < language_count; i++)
        list = memory_need(talloc_asprintf_append_buffer(
            list, "%s%s (%s)", i ? ", " : "", languages[i].code, languages[i].name));
    char *advice = memory_need(talloc_asprintf(message,
                                               /* TRANSLATORS: %s is a list of words. */
                                               _("use one of: %s"), list));
    enum status status = command_fail(message, advice);
    talloc_free(message);
    return status;
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static enum status refuse_command(const char *name)
{
    const char *names[sizeof commands / sizeof commands[0]] = { NULL };
    for (size_t i = 0; commands[i]; i++)
        names[i] = commands[i]->name;
    int nearest = text_nearest(name, names);
    void *memory = talloc_new(NULL);
    char *message = talloc_asprintf(memory,
                                    /* TRANSLATORS: %s is what was typed as a command. */
                                    _("there is no command '%s'"), name);
    char *advice = nearest < 0
                       ? talloc_strdup(memory,
                                       /* TRANSLATORS: advice; 'conecta --help' is a command. */
                                       _("'conecta --help' lists them"))
                       : talloc_asprintf(memory, _("did you mean '%s'?"), names[nearest]);
    enum status status = command_fail(message, advice);
    talloc_free(memory);
    return status;
}

static enum status refuse_use(const struct command *command, const char *message)
{
    char *advice = memory_need(talloc_asprintf(NULL,
                                               /* TRANSLATORS: %s is the name of a command. */
                                               _("'conecta %s --help' says how it is used"),
                                               command->name));
    enum status status = command_fail(message, advice);
    talloc_free(advice);
    return status;
}

/* What getopt returns for the first option of a command, above any character. Were
 * it the same for all, getopt would take the beginning of several for one. */
#define FIRST_OPTION 256

/* The command's options in the form that getopt wants; --help is always last. */
static void list_options(const struct command *command, struct option *ret_options)
{
    for (size_t i = 0; i < command->option_count; i++)
        ret_options[i] = (struct option){
            .name = command->options[i].name,
            .has_arg = command->options[i].value ? required_argument : no_argument,
            .val = FIRST_OPTION + (int)i,
        };
    ret_options[command->option_count] =
        (struct option){ .name = "help", .has_arg = optional_argument,
                         .val = FIRST_OPTION + (int)command->option_count };
    ret_options[command->option_count + 1] = (struct option){ .name = NULL };
}

static enum status refuse_option(const struct command *command, int found, const char *argument)
{
    const char letter[] = { '-', (char)optopt, '\0' };
    if (optopt > ' ' && optopt < 0x7F)
        argument = letter;
    char *message = found == ':'
                        ? talloc_asprintf(NULL,
                                          /* TRANSLATORS: %s is an option such as "--lang". */
                                          _("%s needs a value"), argument)
                        : talloc_asprintf(NULL,
                                          /* TRANSLATORS: %s is an option such as "--lang". */
                                          _("there is no option %s here"), argument);
    enum status status = refuse_use(command, memory_need(message));
    talloc_free(message);
    return status;
}

static enum status print_manual(char *page)
{
    fputs(page, stdout);
    talloc_free(page);
    return STATUS_DONE;
}

/* The build makes the manual pages with --help=man. */
static enum status help(const struct command *command, const char *form, const char *argument)
{
    if (!form)
        return help_command(command);
    if (strcmp(form, "man") == 0)
        return print_manual(manual_command(NULL, command, command == commands[0]));
    return refuse_option(command, '?', argument);
}

static enum status run_command(const struct command *command, int count, char **arguments)
{
    struct option options[COMMAND_OPTIONS + 2];
    const char *values[COMMAND_OPTIONS] = { NULL };
    int found;

    list_options(command, options);
    opterr = 0;
    while ((found = getopt_long(count, arguments, ":", options, NULL)) != -1) {
        if (found < FIRST_OPTION)
            return refuse_option(command, found, arguments[optind - 1]);
        size_t option = (size_t)(found - FIRST_OPTION);
        if (option == command->option_count)
            return help(command, optarg, arguments[optind - 1]);
        values[option] = optarg ? optarg : "";
    }
    size_t operands = (size_t)(count - optind);
    if (operands < command->least)
        /* TRANSLATORS: a command was given too little, such as no file name. */
        return refuse_use(command, _("something is missing"));
    if (operands > command->most)
        /* TRANSLATORS: a command was given more words than it takes. */
        return refuse_use(command, _("there is a word too many"));
    return command->run(command, values, arguments + optind, operands);
}

/* Output that could not be written is no success. */
static enum status check_output(enum status status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    /* TRANSLATORS: for example the disk is full. */
    return command_fail(_("the output could not be written"),
                        /* TRANSLATORS: advice after "the output could not be written". */
                        _("check where it goes and whether there is room"));
}

/* Without a command, or with options only, the course is opened. */
int command_main(int count, char **arguments)
{
    const struct command *command = commands[0];
    const char *first = count > 1 ? arguments[1] : "";

    if (strcmp(first, "--help") == 0)
        return (int)check_output(help_program(commands));
    if (strcmp(first, "--help=man") == 0)
        return (int)check_output(print_manual(manual_commands(NULL, commands)));
    if (strcmp(first, "--version") == 0) {
        printf("conecta %s\n", PACKAGE_VERSION);
        return (int)check_output(STATUS_DONE);
    }
    if (*first && *first != '-') {
        command = find_command(first);
        if (!command)
            return (int)refuse_command(first);
        count--;
        arguments++;
    }
    return (int)check_output(run_command(command, count, arguments));
}
