/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs scripts against a program and compares the screens: see README.md. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script.h"

static const char usage[] =
    "usage: screen [--update] [--program PATH] [--shell-vars NAME=VALUE ...] SCRIPT...\n";

/* Reads the options at *ARGUMENT and moves it to the first script; false for a wrong option. */
static bool read_options(char ***argument, struct script_options *options)
{
    for (; **argument != NULL && strncmp(**argument, "--", 2) == 0; (*argument)++) {
        if (strcmp(**argument, "--update") == 0) {
            options->update = true;
        } else if (strcmp(**argument, "--program") == 0 && (*argument)[1] != NULL) {
            options->program = *++*argument;
        } else if (strcmp(**argument, "--shell-vars") == 0) {
            while ((*argument)[1] != NULL && variable_is((*argument)[1]))
                variable_set(&options->variables, *++*argument);
        } else {
            return false;
        }
    }
    return true;
}

static int run_scripts(char **paths, const struct script_options *options)
{
    int passed = 0, failed = 0;

    for (; *paths != NULL; paths++)
        if (script_run(*paths, options))
            passed++;
        else
            failed++;
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}

int main(int count, char **arguments)
{
    const char *update = getenv("CONECTA_UPDATE_SCREENS");
    struct script_options options = {.program = "conecta"};
    char **paths = arguments + (count > 0 ? 1 : 0);
    int status = 2;

    options.update = update != NULL && strcmp(update, "1") == 0;
    if (read_options(&paths, &options) && *paths != NULL)
        status = run_scripts(paths, &options);
    else
        fputs(usage, stderr);
    strings_free(&options.variables);
    return status;
}
