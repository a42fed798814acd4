/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta forget: deletes what a learner saved, or what everybody did. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/file.h"
#include "base/hide.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/sandbox.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/folders.h"
#include "commands/forget_words.h"
#include "commands/problems.h"
#include "commands/secret_line.h"
#include "commands/store_files.h"
#include "store/store.h"

static enum status refuse(const struct diagnostics *problems)
{
    problems_print(stderr, problems);
    return STATUS_ERROR;
}

static char *clean(const void *parent, const char *text)
{
    return text_clean(parent, text, strlen(text));
}

/* Nobody's words lead to what was set aside, so nothing in it can be deleted alone. */
static void warn_of_files_aside(const void *memory, const char *folder)
{
    static const struct position whole_file = {0, 0};
    struct diagnostics *problems = diagnostics_new(memory);
    const char *names = store_files_list(memory, folder, STORE_FILES_ASIDE);

    if (!names)
        return;
    diagnostics_add(problems, SEVERITY_WARNING, folder, whole_file,
                    /* TRANSLATORS: %s are names of files. 'Sealed': locked with secret words. */
                    _("older damaged files may still hold a sealed copy of what was saved: %s"),
                    names);
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice about damaged files; 'conecta forget --all' is a
                        * command. */
                       _("'conecta forget --all' deletes them, and all that anybody saved here"));
    problems_print(stderr, problems);
}

static enum status refuse_words(void)
{
    /* TRANSLATORS: nothing was saved in this folder under the secret words that were typed. */
    command_fail(_("these words open nothing here"),
                 /* TRANSLATORS: advice after "these words open nothing here". */
                 _("nothing was deleted; check the words, and the folder (--home)"));
    return STATUS_NO;
}

/* Words that open nothing cost the same time: the key is derived from any. */
static enum status forget_record(const void *memory, struct store *store,
                                 const struct secret *phrase)
{
    struct diagnostics *problems = diagnostics_new(memory);
    const char *words = (const char *)phrase->bytes;
    struct store_key *key = store_key_derive(store, store, words, strlen(words), problems);
    struct secret *bytes = NULL;
    enum store_found found = key ? store_load(store, store, key, &bytes, problems) : STORE_FAILED;
    bool forgotten = found == STORE_FOUND && store_forget(store, key, problems);

    talloc_free(bytes);
    talloc_free(key);
    problems_print(stderr, problems);
    if (found == STORE_NOT_FOUND)
        return refuse_words();
    return forgotten ? STATUS_DONE : STATUS_ERROR;
}

static enum status forget_mine(const void *memory, const char *folder)
{
    struct diagnostics *problems = diagnostics_new(memory);

    sandbox_enter((const char *const[]){folder, NULL});
    struct store *store = store_open(memory, folder, &store_settings_usual, problems);
    if (!store)
        return refuse(problems);
    problems_print(stderr, problems);
    struct secret *phrase = forget_words_ask(memory);
    if (!phrase)
        return STATUS_NO;
    enum status status = forget_record(memory, store, phrase);
    talloc_free(phrase);
    if (status == STATUS_DONE)
        /* TRANSLATORS: after deleting what one learner saved. */
        puts(_("Deleted: all that was saved under these words. They open nothing any more."));
    warn_of_files_aside(memory, folder);
    return status;
}

static void print_folder_line(const void *memory, const char *format, const char *folder)
{
    printf(format, clean(memory, folder));
    putchar('\n');
}

/* A digit, since the keyboard may be switched to any alphabet. */
static bool agree(const void *memory, const char *folder)
{
    print_folder_line(memory,
                      /* TRANSLATORS: before everything is deleted; %s is a folder. */
                      _("This deletes everything that anybody has saved in the folder %s: "
                        "the progress of all learners, also of those who are not here "
                        "now. Nobody can bring it back."),
                      folder);
    /* TRANSLATORS: asks whether everything shall be deleted. */
    fputs(_("Type 1 to delete it all; anything else keeps it: "), stdout);
    fflush(stdout);
    struct secret *line = secret_line_read(memory, STDIN_FILENO);
    const char *answer = line ? (const char *)line->bytes : "";
    size_t begin = strspn(answer, " \t\r");
    bool one = answer[begin] == '1' && answer[begin + 1 + strspn(answer + begin + 1, " \t\r")] == 0;
    if (!isatty(STDIN_FILENO))
        putchar('\n');
    return one;
}

/* The folder goes, too, if nothing else is in it; for that the one above must be open. */
static enum status forget_all(const void *memory, const char *folder)
{
    struct diagnostics *problems = diagnostics_new(memory);

    if (!store_files_list(memory, folder, STORE_FILES)) {
        /* TRANSLATORS: nothing is to be deleted; %s is a folder. */
        print_folder_line(memory, _("Nothing is saved in the folder %s."), folder);
        return STATUS_DONE;
    }
    sandbox_enter((const char *const[]){file_path(memory, folder, ".."), NULL});
    if (!agree(memory, folder)) {
        /* TRANSLATORS: somebody was asked whether to delete everything, and did not agree. */
        puts(_("Nothing was deleted."));
        return STATUS_NO;
    }
    struct store *store = store_at(memory, folder, &store_settings_usual, problems);
    if (!store || !store_forget_all(store, problems))
        return refuse(problems);
    /* TRANSLATORS: after deleting what everybody saved; %s is a folder. */
    print_folder_line(memory, _("Deleted: everything that was saved in the folder %s."), folder);
    return STATUS_DONE;
}

static enum status refuse_use(void)
{
    /* TRANSLATORS: of the options --mine and --all none was given, or both. */
    return command_fail(_("it is not clear what to delete"),
                        /* TRANSLATORS: advice; keep the options as they are. */
                        _("write --mine for what you saved, or --all for what everybody saved"));
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *language = command_value(command, values, "lang");
    bool mine = command_value(command, values, "mine");
    bool all = command_value(command, values, "all");
    (void)operands, (void)operand_count;

    if (language && !language_use(language))
        return command_refuse_language(language);
    if (mine == all)
        return refuse_use();
    hide_memory();
    void *memory = memory_need(talloc_new(NULL));
    char *folder = folder_home(memory, command_value(command, values, "home"));
    enum status status = !folder ? folder_refuse_home()
                         : mine  ? forget_mine(memory, folder)
                                 : forget_all(memory, folder);
    talloc_free(memory);
    return status;
}

static const struct option_entry options[] = {
    {"mine", NULL,
     /* TRANSLATORS: explains the option --mine of 'forget'. */
     N_("delete what was saved under five words, which are asked for")},
    {"all", NULL,
     /* TRANSLATORS: explains the option --all of 'forget'. */
     N_("delete everything that anybody has saved")},
    {"home", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --home. */
     N_("in this folder, such as on a USB stick")},
    {"lang", NC_("option value", "LL"),
     /* TRANSLATORS: explains the option --lang. */
     N_("speak this language (en, ru, uk)")},
};

const struct command command_forget = {
    .name = "forget",
    /* TRANSLATORS: explains the command 'forget'. */
    .about = N_("Delete what you saved, or what everybody saved."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
