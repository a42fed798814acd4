/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta collect: opens batches with a trainer's key and counts what is in them. */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/count_batch.h"
#include "commands/folders.h"
#include "commands/passphrase.h"
#include "commands/problems.h"
#include "report/counts.h"
#include "store/batch.h"
#include "store/trainer_key.h"

/* What came of the batches. */
struct results {
    size_t counted, seen, refused, failed;
};

static void print_result(const void *memory, const char *format, const char *path)
{
    printf(format, text_clean(memory, path, strlen(path)));
    putchar('\n');
}

static void count_one(const void *memory, struct counts *counts, const char *path,
                      const struct batch *batch, struct results *results,
                      struct diagnostics *problems)
{
    enum batch_state state = BATCH_OPENED;

    switch (count_batch(counts, batch, &state, problems)) {
    case COUNTS_NEW:
        /* TRANSLATORS: %s is a file with answers, which count from now on. */
        print_result(memory, _("%s: new, counted"), path);
        results->counted++;
        break;
    case COUNTS_SEEN:
        /* TRANSLATORS: %s is a file with answers, which count already. */
        print_result(memory, _("%s: counted before, so nothing changed"), path);
        results->seen++;
        break;
    case COUNTS_FAILED:
        batch_refuse(path, state, problems);
        if (state == BATCH_OPENED)
            results->failed++;
        else
            results->refused++;
    }
}

/* Problems are told batch by batch, so that a long row of them shows that it goes on. */
static void collect_one(struct counts *counts, const struct trainer_secret *key, const char *path,
                        struct results *results)
{
    void *memory = memory_need(talloc_new(NULL));
    struct diagnostics *problems = diagnostics_new(memory);
    enum batch_state state = BATCH_OPENED;
    struct batch *batch = NULL;

    if (batch_read(memory, path, key, &state, &batch, problems))
        count_one(memory, counts, path, batch, results, problems);
    else if (state == BATCH_OPENED)
        results->failed++;
    else
        results->refused++;
    fflush(stdout);
    problems_print(stderr, problems);
    memory_wipe(memory);
}

static void print_all(const struct results *results)
{
    /* TRANSLATORS: how many files with answers are new, were counted before, or could not be
     * counted. */
    printf(_("Batches: %zu new, %zu counted before, %zu refused"), results->counted, results->seen,
           results->refused + results->failed);
    putchar('\n');
}

static enum status collect(const void *memory, const char *home, const char *key_path,
                           char *const *paths, size_t count)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct results results = {0};
    bool wrong = false;

    sandbox_enter((const char *const[]){folder_above(memory, home), NULL});
    struct trainer_secret *key = passphrase_open(memory, key_path, &wrong);
    struct counts *counts = key ? counts_open(memory, home, problems) : NULL;
    problems_print(stderr, problems);
    if (!key || !counts)
        return wrong ? STATUS_NO : STATUS_ERROR;
    for (size_t i = 0; i < count; i++)
        collect_one(counts, key, paths[i], &results);
    print_all(&results);
    return results.failed ? STATUS_ERROR : results.refused ? STATUS_NO : STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *language = command_value(command, values, "lang");

    if (language && !language_use(language))
        return command_refuse_language(language);
    void *memory = memory_need(talloc_new(NULL));
    char *home = folder_home(memory, command_value(command, values, "home"));
    enum status status =
        home ? collect(memory, home, command_value(command, values, "key"), operands, operand_count)
             : folder_refuse_home();
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    {"key", NC_("option value", "FILE"),
     /* TRANSLATORS: explains the option --key of 'collect'. */
     N_("open them with this key, whose passphrase is asked for")},
    {"home", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --home. */
     N_("in this folder, such as on a USB stick")},
    {"lang", NC_("option value", "LL"),
     /* TRANSLATORS: explains the option --lang. */
     N_("speak this language (en, ru, uk)")},
};

const struct command command_collect = {
    .name = "collect",
    /* TRANSLATORS: what 'collect' is given, in its help: files that 'share' wrote. */
    .operands = NC_("option value", "BATCH…"),
    .least = 1,
    .most = 10000,
    /* TRANSLATORS: explains the command 'collect'. */
    .about = N_("Count what laptops have shared."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .required = 1,
    .run = run,
};
