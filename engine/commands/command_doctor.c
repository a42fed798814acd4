/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta doctor: looks at everything that a session needs, and says what to do. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "commands/command.h"
#include "commands/doctor.h"
#include "commands/folders.h"
#include "view/layout.h"

#define DOCTOR_WIDTH 78
#define CHECKS_MAX 6

static const struct chapter {
    const char *title; /* NC_("doctor", …) */
    doctor_check *checks[CHECKS_MAX];
} chapters[] = {
    /* TRANSLATORS: the titles in the report of 'conecta doctor'. */
    {NC_("doctor", "Terminal"), {doctor_terminal, doctor_size, doctor_colours}},
    {NC_("doctor", "Language"), {doctor_locale, doctor_languages}},
    {NC_("doctor", "Course"), {doctor_course}},
    /* TRANSLATORS: where the progress of learners is saved. */
    {NC_("doctor", "Saved progress"),
     {doctor_folder, doctor_rights, doctor_room, doctor_store, doctor_aside}},
    /* TRANSLATORS: the secret key that is made from five words. */
    {NC_("doctor", "Key"), {doctor_key, doctor_locked_memory}},
    /* TRANSLATORS: how what is in memory may come onto the disk: swap, hibernation, crashes. */
    {NC_("doctor", "Memory on the disk"), {doctor_swap, doctor_hibernation, doctor_crashes}},
    {NC_("doctor", "Clock"), {doctor_clock}},
    /* TRANSLATORS: what the system stops the program from doing: network, other files. */
    {NC_("doctor", "Protection by the system"), {doctor_sandbox}},
};

const char *doctor_say(const struct visit *visit, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = memory_need(talloc_vasprintf(visit->memory, format, arguments));
    va_end(arguments);
    return text_clean(visit->memory, text, strlen(text));
}

/* The word says it all: a report may be read aloud, or sent by text. */
static void show(struct view *view, const struct finding *finding)
{
    /* TRANSLATORS: before a sentence about something that was checked: "fine: The terminal …" */
    static const char *const words[] = {NC_("doctor", "fine: %s"),
                                        /* TRANSLATORS: works, but have a look at it. */
                                        NC_("doctor", "look: %s"),
                                        /* TRANSLATORS: does not work. */
                                        NC_("doctor", "wrong: %s")};
    char *line = memory_need(talloc_asprintf(view, _(words[finding->state]), finding->text));

    view_add(view, BLOCK_ITEM, line, STYLE_PLAIN)->depth = 1;
    if (finding->state != FINDING_FINE && finding->advice)
        view_add(view, BLOCK_PARAGRAPH, finding->advice, STYLE_PLAIN)->depth = 2;
}

/* Returns how many things are wrong. */
static size_t examine(const struct visit *visit, struct view *view)
{
    size_t wrong = 0;

    for (size_t i = 0; i < sizeof chapters / sizeof chapters[0]; i++) {
        view_gap(view);
        view_add(view, BLOCK_HEADING, _(chapters[i].title), STYLE_HEADING);
        for (size_t j = 0; j < CHECKS_MAX && chapters[i].checks[j]; j++) {
            const struct finding finding = chapters[i].checks[j](visit);
            wrong += finding.text && finding.state == FINDING_WRONG;
            if (finding.text)
                show(view, &finding);
        }
    }
    return wrong;
}

static void conclude(struct view *view, size_t wrong)
{
    view_gap(view);
    if (wrong == 0)
        /* TRANSLATORS: the last line of the report of 'conecta doctor'. */
        view_add(view, BLOCK_PARAGRAPH, _("Nothing is wrong."), STYLE_PLAIN);
    else
        view_addf(view, BLOCK_PARAGRAPH, STYLE_PLAIN,
                  /* TRANSLATORS: the last line of the report of 'conecta doctor'. */
                  P_("%zu thing is wrong.", "%zu things are wrong.", (unsigned long)wrong), wrong);
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    const char *language = command_value(command, values, "lang");
    (void)operands, (void)operand_count;

    if (language && !language_use(language))
        return command_refuse_language(language);
    void *memory = memory_need(talloc_new(NULL));
    const struct visit visit = {
        .memory = memory,
        .home = folder_home(memory, command_value(command, values, "home")),
    };
    struct view *view = view_new(memory);
    size_t wrong = examine(&visit, view);
    conclude(view, wrong);
    fputs(layout_text(memory, layout_new(memory, view, DOCTOR_WIDTH, &signs_ascii)), stdout);
    talloc_free(memory);
    return wrong > 0 ? STATUS_NO : STATUS_DONE;
}

static const struct option_entry options[] = {
    {"home", NC_("option value", "DIR"),
     /* TRANSLATORS: explains the option --home of 'doctor'. */
     N_("look at what is saved in this folder, such as on a USB stick")},
    {"lang", NC_("option value", "LL"),
     /* TRANSLATORS: explains the option --lang. */
     N_("speak this language (en, ru, uk)")},
};

const struct command command_doctor = {
    .name = "doctor",
    /* TRANSLATORS: explains the command 'doctor'. */
    .about = N_("Say what is fine on this computer, what is not, and what to do."),
    .options = options,
    .option_count = sizeof options / sizeof options[0],
    .run = run,
};
