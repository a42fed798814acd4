/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta collect: opens batches with a trainer's key and counts what is in them. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "commands/problems.h"
#include "commands/secret_line.h"
#include "report/counts.h"
#include "store/batch.h"
#include "store/trainer_key.h"

/* Both rooms have their own name for these. */
_Static_assert(BATCH_ID_BYTES == FIGURES_BATCH_ID, "the id of a batch");
_Static_assert(STORE_BALLOT_BYTES == BALLOT_BYTES, "a ballot as bytes");

static struct secret *ask_passphrase(const void *parent)
{
    bool terminal = isatty(STDIN_FILENO);

    secret_line_hide(STDIN_FILENO);
    if (terminal)
        /* TRANSLATORS: asks for the passphrase of a key; what is typed stays invisible. */
        fputs(_("Passphrase of the key (nothing is shown while you type): "), stderr);
    struct secret *line = secret_line_read(parent, STDIN_FILENO);
    if (terminal)
        fputc('\n', stderr);
    secret_line_show();
    return line;
}

/* NULL, with *ret_status and a problem added. */
static struct trainer_secret *open_key(const void *parent, const char *path,
                                       enum status *ret_status, struct diagnostics *problems)
{
    struct trainer_secret *key = NULL;
    const char *bytes;
    size_t length;

    *ret_status = STATUS_ERROR;
    if (!trainer_secret_load(parent, path, &bytes, &length, problems))
        return NULL;
    struct secret *line = ask_passphrase(parent);
    const char *passphrase = line ? (const char *)line->bytes : "";
    enum trainer_state state =
        trainer_secret_parse(parent, bytes, length, passphrase, strlen(passphrase), &key);
    talloc_free(line);
    trainer_refuse(path, state, problems);
    *ret_status = state == TRAINER_WRONG ? STATUS_NO : STATUS_ERROR;
    return state == TRAINER_READ ? key : NULL;
}

/* What came of the batches. */
struct results {
    size_t counted, seen, refused, failed;
};

/* All of them, or NULL when one is no ballot: then the batch was not made by this program. */
static const struct ballot **read_ballots(const void *parent, const struct batch *batch,
                                          enum batch_state *ret_state)
{
    const struct ballot **ballots =
        memory_need(talloc_array(parent, const struct ballot *, (unsigned)batch->count));

    for (size_t i = 0; i < batch->count; i++) {
        bool newer = false;
        ballots[i] = ballot_read(ballots, batch->ballots + i * BALLOT_BYTES, &newer);
        if (!ballots[i]) {
            *ret_state = newer ? BATCH_NEWER : BATCH_DAMAGED;
            return NULL;
        }
    }
    return ballots;
}

static void print_result(const void *memory, const char *format, const char *path)
{
    printf(format, text_clean(memory, path, strlen(path)));
    putchar('\n');
}

static void count_batch(const void *memory, struct counts *counts, const char *path,
                        const struct batch *batch, struct results *results,
                        struct diagnostics *problems)
{
    enum batch_state state = BATCH_OPENED;
    const struct ballot **ballots = read_ballots(memory, batch, &state);

    if (!ballots) {
        batch_refuse(path, state, problems);
        results->refused++;
        return;
    }
    switch (counts_fold_batch(counts, batch->id, ballots, batch->count, problems)) {
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
        results->failed++;
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
        count_batch(memory, counts, path, batch, results, problems);
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
    enum status status = STATUS_ERROR;

    sandbox_enter((const char *const[]){folder_above(memory, home), NULL});
    struct trainer_secret *key = open_key(memory, key_path, &status, problems);
    struct counts *counts = key ? counts_open(memory, home, problems) : NULL;
    problems_print(stderr, problems);
    if (!key || !counts)
        return key ? STATUS_ERROR : status;
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
