/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta key: a trainer's pair of keys, and which key this laptop seals for. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/create.h"
#include "base/durable.h"
#include "base/hide.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "commands/passphrase.h"
#include "commands/problems.h"
#include "commands/secret_line.h"
#include "store/ballots.h"

static enum status refuse(const struct diagnostics *problems)
{
    problems_print(stderr, problems);
    return STATUS_ERROR;
}

static void print_name(const void *memory, const char *format, const char *name)
{
    printf(format, text_clean(memory, name, strlen(name)));
    putchar('\n');
}

static void print_fingerprint(const struct trainer_public *key)
{
    char fingerprint[TRAINER_FINGERPRINT];

    trainer_fingerprint(key, fingerprint);
    /* TRANSLATORS: %s are groups of digits and letters by which a key is told from others. */
    printf(_("Fingerprint: %s"), fingerprint);
    putchar('\n');
}

/* Nobody is asked for a passphrase in vain. */
static bool is_free(const char *path, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};
    struct stat status;

    if (lstat(path, &status) != 0)
        return true;
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s",
                    /* TRANSLATORS: of a file that would be made. */
                    _("there is a file of this name already"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "there is a file of this name already". */
                       _("nothing was changed; choose another name"));
    return false;
}

/* Both or none. */
static bool write_pair(const void *memory, const char *secret, const char *public,
                       const struct trainer_secret *key, const struct secret *passphrase,
                       struct diagnostics *problems)
{
    const char *sealed = trainer_secret_write(
        memory, key, passphrase->bytes, strlen((const char *)passphrase->bytes),
        store_settings_usual.passes, store_settings_usual.memory);

    if (!sealed)
        return trainer_refuse(secret, TRAINER_MEMORY, problems);
    if (!create_file((struct new_file){secret, sealed, true}, problems))
        return false;
    if (create_file((struct new_file){public, trainer_public_write(memory, &key->public), false},
                    problems))
        return true;
    unlink(secret);
    return false;
}

static void tell_pair(const void *memory, const struct trainer_secret *key, const char *secret,
                      const char *public)
{
    /* TRANSLATORS: after making a pair of keys; %s is a file. */
    print_name(memory, _("For the laptops: %s"), public);
    /* TRANSLATORS: after making a pair of keys; %s is a file. */
    print_name(memory, _("For you alone: %s"), secret);
    print_fingerprint(&key->public);
    /* TRANSLATORS: after making a pair of keys; 'conecta key use FILE' is a command. */
    puts(_("Give the first file to each laptop with 'conecta key use FILE', and compare the "
           "fingerprint there. Keep the second file and its passphrase in two places: who has "
           "lost one of them can never open what was shared, and nobody can help."));
}

static enum status make(const void *memory, const char *name)
{
    struct diagnostics *problems = diagnostics_new(memory);
    const char *secret = memory_need(talloc_asprintf(memory, "%s.key", name));
    const char *public = memory_need(talloc_asprintf(memory, "%s.pub", name));

    hide_memory();
    sandbox_enter((const char *const[]){durable_folder(memory, secret), NULL});
    if (!is_free(secret, problems) || !is_free(public, problems))
        return refuse(problems);
    struct secret *passphrase = passphrase_new(memory);
    if (!passphrase)
        return STATUS_ERROR;
    struct trainer_secret *key = trainer_new(memory);
    bool written = write_pair(memory, secret, public, key, passphrase, problems);
    talloc_free(passphrase);
    if (!written)
        return refuse(problems);
    tell_pair(memory, key, secret, public);
    return STATUS_DONE;
}

static enum status refuse_share_first(void)
{
    /* TRANSLATORS: another key should be used, but some answers are still sealed for the old one. */
    command_fail(_("answers that are sealed for the key so far have not arrived yet"),
                 /* TRANSLATORS: advice; the two commands stay as they are. */
                 _("hand them over first: 'conecta share FILE', then 'conecta share --done'; "
                   "nothing was changed"));
    return STATUS_NO;
}

static enum status refuse_summary_first(void)
{
    /* TRANSLATORS: another key should be used while answers are being counted. */
    command_fail(_("answers are just being counted on this laptop"),
                 /* TRANSLATORS: advice; 'conecta summary' is a command. */
                 _("let 'conecta summary' finish first; nothing was changed"));
    return STATUS_NO;
}

/* A digit, since the keyboard may be switched to any alphabet. */
static bool agrees_to_lose(const void *memory)
{
    /* TRANSLATORS: answers wait until more people have finished a lesson; another key should be
     * used. */
    puts(_("Answers that are not ready to be shared yet were sealed for the key so far. With "
           "another key they can never be shared, so they would be deleted."));
    /* TRANSLATORS: asks whether to delete answers that wait. */
    fputs(_("Type 1 to delete them and use the new key; anything else keeps the old key: "),
          stdout);
    fflush(stdout);
    struct secret *line = secret_line_read(memory, STDIN_FILENO);
    const char *answer = line ? (const char *)line->bytes : "";
    size_t begin = strspn(answer, " \t\r");
    bool one = answer[begin] == '1' && answer[begin + 1 + strspn(answer + begin + 1, " \t\r")] == 0;
    if (!isatty(STDIN_FILENO))
        putchar('\n');
    return one;
}

static enum status tell_used(const struct trainer_public *key)
{
    /* TRANSLATORS: after 'conecta key use'. */
    puts(_("From now on this laptop seals answers for this key, and cannot read them itself:"));
    print_fingerprint(key);
    /* TRANSLATORS: after 'conecta key use'. */
    puts(_("Compare the fingerprint with that of your trainer, by telephone or on paper."));
    return STATUS_DONE;
}

static enum status use(const void *memory, const char *folder, const char *file)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct trainer_public key;

    if (!trainer_public_read(file, &key, problems))
        return refuse(problems);
    /* The folder may be made: then the one above is written into. */
    sandbox_enter((const char *const[]){folder_above(memory, folder), NULL});
    struct store *store = store_at(memory, folder, &store_settings_usual, problems);
    enum store_use_key result =
        store ? store_use_key(store, &key, false, problems) : USE_KEY_FAILED;
    if (result == USE_KEY_WOULD_LOSE) {
        if (!agrees_to_lose(memory)) {
            /* TRANSLATORS: somebody was asked whether to use another key, and did not agree. */
            puts(_("Nothing was changed."));
            return STATUS_NO;
        }
        result = store_use_key(store, &key, true, problems);
    }
    problems_print(stderr, problems);
    switch (result) {
    case USE_KEY_DONE:
        return tell_used(&key);
    case USE_KEY_SHARE_FIRST:
    case USE_KEY_WOULD_LOSE:
        return refuse_share_first();
    case USE_KEY_SUMMARY_FIRST:
        return refuse_summary_first();
    case USE_KEY_FAILED:
        break;
    }
    return STATUS_ERROR;
}

static enum status show(const void *memory, const char *folder)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct store *store = store_at(memory, folder, &store_settings_usual, problems);
    struct store_seal seal;

    sandbox_enter((const char *const[]){folder, NULL});
    if (!store || !store_seal(store, &seal, problems))
        return refuse(problems);
    problems_print(stderr, problems);
    if (!seal.present)
        /* TRANSLATORS: about keys; before anybody's answers were sealed. */
        puts(_("This laptop has no key yet. With the first answers it makes one of its own; for a "
               "trainer's key, use 'conecta key use FILE'."));
    else if (seal.own)
        /* TRANSLATORS: about keys. */
        puts(_("This laptop seals answers for a key of its own: it can count them itself. For a "
               "trainer's key, use 'conecta key use FILE'."));
    else
        /* TRANSLATORS: about keys. */
        puts(_("This laptop seals answers for a trainer's key, and cannot read them itself."));
    if (seal.present)
        print_fingerprint(&seal.key);
    return STATUS_DONE;
}

static enum status refuse_use(void)
{
    /* TRANSLATORS: after 'conecta key' another word was typed than there may be. */
    return command_fail(_("it is not clear what to do with a key"),
                        /* TRANSLATORS: advice; only NAME and FILE may be translated. */
                        _("write 'new NAME', 'use FILE' or 'show'"));
}

static enum status act(const void *memory, const char *home, char *const *operands, size_t count)
{
    const char *what = operands[0];
    const char *name = count > 1 ? operands[1] : NULL;

    if (strcmp(what, "new") == 0 && name && *name && name[strlen(name) - 1] != '/')
        return make(memory, name);
    char *folder = folder_home(memory, home);
    if (strcmp(what, "use") == 0 && name)
        return folder ? use(memory, folder, name) : folder_refuse_home();
    if (strcmp(what, "show") == 0 && !name)
        return folder ? show(memory, folder) : folder_refuse_home();
    return refuse_use();
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *language = command_value(command, values, "lang");

    if (language && !language_use(language))
        return command_refuse_language(language);
    void *memory = memory_need(talloc_new(NULL));
    enum status status =
        act(memory, command_value(command, values, "home"), operands, operand_count);
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    {"home", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --home. */
     N_("in this folder, such as on a USB stick")},
    {"lang", NC_("option value", "LL"),
     /* TRANSLATORS: explains the option --lang. */
     N_("speak this language (en, ru, uk)")},
};

const struct command command_key = {
    .name = "key",
    /* TRANSLATORS: what follows 'conecta key'; only NAME and FILE may be translated. */
    .operands = NC_("option value", "new NAME | use FILE | show"),
    .least = 1,
    .most = 2,
    /* TRANSLATORS: explains the command 'key'. */
    .about = N_("Make a trainer's key, or choose the key that answers are sealed for."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
