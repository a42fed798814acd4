/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta share: hands sealed answers over to who has the key. */
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/durable.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "commands/problems.h"
#include "commands/share_file.h"
#include "store/batch.h"

static enum status refuse(const struct diagnostics *problems)
{
    problems_print(stderr, problems);
    return STATUS_ERROR;
}

/* The same whether nobody or four people wait: how many is not said. */
static void tell_waiting(void)
{
    printf(
        /* TRANSLATORS: %d is a small number, such as 5. The same is said whether something waits
         * or not, so it must not say that it does. */
        P_("Lessons that were not completed at least %d time are not ready yet: what is answered "
           "in them stays here, sealed.",
           "Lessons that were not completed at least %d times are not ready yet: what is answered "
           "in them stays here, sealed.",
           STORE_GROUP_LEAST),
        STORE_GROUP_LEAST);
    putchar('\n');
}

static enum status refuse_own_key(void)
{
    /* TRANSLATORS: nobody but this laptop could open what it would hand over. */
    command_fail(_("this laptop seals answers for itself, so nobody else could open them"),
                 /* TRANSLATORS: advice; the commands stay as they are. */
                 _("see them here with 'conecta summary', or choose a trainer's key first: "
                   "'conecta key use FILE'"));
    return STATUS_NO;
}

static enum status tell_not_ready(void)
{
    /* TRANSLATORS: there are too few answers to hand any over. */
    puts(_("Nothing is ready to be shared."));
    tell_waiting();
    return STATUS_NO;
}

static void tell_content(const struct share *share)
{
    char fingerprint[TRAINER_FINGERPRINT];

    if (share->again)
        /* TRANSLATORS: before a file is written that was, or should have been, written before. */
        puts(_("This was put together before, and is written as it was then:"));
    else
        /* TRANSLATORS: before a list of what is handed over. */
        puts(_("This is handed over now:"));
    /* TRANSLATORS: a line of a list; how often lessons were completed. */
    printf(P_("  answers of %zu completion,", "  answers of %zu completions,",
              (unsigned long)share->ballots),
           share->ballots);
    putchar('\n');
    /* TRANSLATORS: a line of a list, after "answers of … completions". */
    printf(P_("  in %zu lesson;", "  in %zu lessons;", (unsigned long)share->lessons),
           share->lessons);
    putchar('\n');
    /* TRANSLATORS: a line of a list. */
    puts(_("  no name, no laptop, no time and no order."));
    trainer_fingerprint(&share->key, fingerprint);
    /* TRANSLATORS: %s are groups of digits and letters by which a key is told from others. */
    printf(_("Only who has this key can open it: %s"), fingerprint);
    putchar('\n');
}

static void tell_written(const void *memory, const char *file)
{
    /* TRANSLATORS: %1$s is a file, %2$d a size in KiB. */
    printf(_("Written: %1$s, %2$d KiB, as large as every such file."),
           text_clean(memory, file, strlen(file)), (int)((BATCH_BYTES + 1023) / 1024));
    putchar('\n');
    /* TRANSLATORS: after a file was written; the command stays as it is. */
    puts(_("Until it has arrived it can be written again. When it has, say so here with 'conecta "
           "share --done'."));
}

static enum status write_batch(const void *memory, struct store *store, const char *file,
                               struct diagnostics *problems)
{
    struct share *share;

    if (!store_share(memory, store, &share, problems))
        return refuse(problems);
    if (!share->ready)
        return tell_not_ready();
    if (!share_file_may(file, share->bytes, problems))
        return refuse(problems);
    tell_content(share);
    if (!share->again)
        tell_waiting();
    fflush(stdout);
    if (!share_file_write(file, share->bytes, problems))
        return refuse(problems);
    tell_written(memory, file);
    return STATUS_DONE;
}

/* What cannot be written is no reason to take ballots out of the store. */
static enum status share(const void *memory, struct store *store, const char *file,
                         struct diagnostics *problems)
{
    struct store_seal seal;
    struct share *look;

    if (!store_seal(store, &seal, problems) || !store_share_look(memory, store, &look, problems))
        return refuse(problems);
    if (seal.own)
        return refuse_own_key();
    if (look->ready && !share_file_may(file, look->bytes, problems))
        return refuse(problems);
    return write_batch(memory, store, file, problems);
}

static enum status end(struct store *store, struct diagnostics *problems)
{
    bool done;

    if (!store_share_done(store, &done, problems))
        return refuse(problems);
    if (!done) {
        /* TRANSLATORS: somebody says that a file has arrived, but none was written. */
        command_fail(_("nothing that was shared is waiting to arrive"),
                     /* TRANSLATORS: advice; the command stays as it is. */
                     _("write a file first: 'conecta share FILE'"));
        return STATUS_NO;
    }
    /* TRANSLATORS: after somebody said that what was shared has arrived. */
    puts(_("Done: what was shared is not kept here any more."));
    return STATUS_DONE;
}

static enum status refuse_use(void)
{
    /* TRANSLATORS: of a file and the option --done none was given, or both. */
    return command_fail(_("it is not clear what to share"),
                        /* TRANSLATORS: advice; keep the option as it is. */
                        _("write the name of a new file, or --done when it has arrived"));
}

static enum status act(const void *memory, const char *folder, const char *file)
{
    struct diagnostics *problems = diagnostics_new(memory);

    sandbox_enter((const char *const[]){folder, file ? durable_folder(memory, file) : NULL, NULL});
    struct store *store = store_at(memory, folder, &store_settings_usual, problems);
    if (!store)
        return refuse(problems);
    enum status status = file ? share(memory, store, file, problems) : end(store, problems);
    /* Warnings; errors were printed where they ended it. */
    if (status != STATUS_ERROR)
        problems_print(stderr, problems);
    return status;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *language = command_value(command, values, "lang");
    bool done = command_value(command, values, "done");

    if (language && !language_use(language))
        return command_refuse_language(language);
    if (done == (operand_count > 0))
        return refuse_use();
    void *memory = memory_need(talloc_new(NULL));
    char *folder = folder_home(memory, command_value(command, values, "home"));
    enum status status =
        folder ? act(memory, folder, done ? NULL : operands[0]) : folder_refuse_home();
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    {"done", NULL,
     /* TRANSLATORS: explains the option --done of 'share'. */
     N_("what was shared last has arrived: do not keep it any more")},
    {"home", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --home. */
     N_("in this folder, such as on a USB stick")},
    {"lang", NC_("option value", "LL"),
     /* TRANSLATORS: explains the option --lang. */
     N_("speak this language (en, ru, uk)")},
};

const struct command command_share = {
    .name = "share",
    .operands = NC_("option value", "FILE"),
    .least = 0,
    .most = 1,
    /* TRANSLATORS: explains the command 'share'. */
    .about = N_("Write sealed answers into a file for the trainer."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
