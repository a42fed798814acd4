/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store itself: whether it can be read, and is what was written. */
#include "commands/doctor.h"

#include <stddef.h>

#include <talloc.h>

#include "base/language.h"
#include "commands/store_files.h"
#include "store/store.h"

static const struct finding nothing = {.text = NULL};

/* What the store says is no sentence: "such and such", and the advice likewise. */
static struct finding refused(const struct visit *visit, const struct diagnostics *problems)
{
    const struct diagnostic *first = &problems->items[0];

    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: the first %s is a file, the second one says what is wrong with it. */
        doctor_say(visit, _("%s: %s."), first->file, first->message),
        /* TRANSLATORS: advice; %s says what to do. */
        doctor_say(visit, _("What to do: %s."), first->advice),
    };
}

/* Behind a page that cannot be made out there may be more than was counted. */
static struct finding damaged(const struct visit *visit, size_t records)
{
    return (struct finding){
        FINDING_WRONG,
        records == 0
            /* TRANSLATORS: the file with the progress of learners. */
            ? _("The file with what is saved is damaged.")
            : doctor_say(
                  visit,
                  /* TRANSLATORS: records of learners' progress; there may be more sound ones. */
                  P_("What is saved is damaged in places; at least %zu record is "
                     "sound.",
                     "What is saved is damaged in places; at least %zu records are "
                     "sound.",
                     (unsigned long)records),
                  records),
        /* TRANSLATORS: advice when the file with saved progress is damaged. */
        _("Copy the folder before anything else. When the course is opened next, the damaged file "
          "is set aside, and all that is sound in it is taken over. If this happens again, the "
          "disk or USB stick is failing."),
    };
}

static struct finding sound(const struct visit *visit, const struct store_report *report)
{
    if (!report->present)
        return nothing;
    return (struct finding){
        FINDING_FINE,
        doctor_say(visit,
                   /* TRANSLATORS: records of learners' progress. */
                   P_("%zu record is saved, and it is sound.",
                      "%zu records are saved, and all are sound.", (unsigned long)report->records),
                   report->records),
        NULL,
    };
}

struct finding doctor_store(const struct visit *visit)
{
    struct diagnostics *problems = diagnostics_new(visit->memory);
    struct store_report report;

    if (!visit->home)
        return nothing;
    struct store *store = store_at(visit->memory, visit->home, &store_settings_usual, problems);
    if (!store || !store_check(store, &report, problems))
        return refused(visit, problems);
    if (report.damaged || !report.structure)
        return damaged(visit, report.records);
    /* Only what is sound may be opened here: a damaged store would be set aside. */
    if (!store_open(visit->memory, visit->home, &store_settings_usual, problems))
        return refused(visit, problems);
    return sound(visit, &report);
}

struct finding doctor_aside(const struct visit *visit)
{
    const char *names =
        visit->home ? store_files_list(visit->memory, visit->home, STORE_FILES_ASIDE) : NULL;

    if (!names)
        return nothing;
    return (struct finding){
        FINDING_LOOK,
        doctor_say(visit,
                   /* TRANSLATORS: %s are names of files. */
                   _("Damaged files were set aside: %s. They may still hold sealed records, "
                     "also of those who deleted theirs since."),
                   names),
        /* TRANSLATORS: advice about damaged files; 'conecta forget --all' is a command. */
        _("If nobody is to look at them, delete these files. 'conecta forget --all' deletes them "
          "with everything else."),
    };
}
