/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_editions.h"

#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/folders.h"
#include "commands/lint_fit.h"
#include "commands/lint_rules.h"
#include "course/alike.h"
#include "course/translate_course.h"

struct lint_edition {
    const char *language;
    const char *folder; /* with the lessons, or with the PO files */
    struct po *po;      /* NULL: the lessons lie in the folder */
};

struct lint_editions {
    struct lint_edition *items; /* room for every language */
    size_t count;
};

static void add_folder(struct lint_editions *editions, const char *language, const char *course)
{
    const char *folder = folder_edition(editions, course, language);
    if (access(folder, F_OK) == 0)
        editions->items[editions->count++] = (struct lint_edition){ language, folder, NULL };
}

static void add_po(struct lint_editions *editions, const char *language,
                   const struct units *units, const char *po_folder,
                   struct diagnostics *problems)
{
    const char *folder = file_path(editions, po_folder, language);
    struct po *po = access(folder, F_OK) < 0
                        ? NULL
                        : translate_read_po(editions, units, folder, language, problems);
    if (po)
        editions->items[editions->count++] = (struct lint_edition){ language, folder, po };
}

static void refuse_po_folder(const char *folder, struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, folder, (struct position){ 0, 0 }, "%s",
                    /* TRANSLATORS: of a folder. */
                    _("there are no PO files of this course here"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice; the words are names of files and folders. */
                       _("name the folder that has ru/MODULE.po, uk/MODULE.po or both in it"));
}

const struct lint_editions *lint_editions_open(const struct linting *linting, const void *parent,
                                               const char *folder, const struct course *course)
{
    struct lint_editions *editions = memory_need(talloc_zero(parent, struct lint_editions));
    struct diagnostics *problems = diagnostics_new(NULL);
    const char *po_folder = linting->wishes->po;
    struct units *units =
        po_folder ? units_open(editions, folder, activity_verbs(), problems) : NULL;

    editions->items =
        memory_need(talloc_array(editions, struct lint_edition, (unsigned)language_count));
    for (size_t i = 0; i < language_count; i++) {
        const char *language = languages[i].code;
        if (strcmp(language, course->language.bytes) == 0)
            continue;
        if (units)
            add_po(editions, language, units, po_folder, problems);
        else if (!po_folder)
            add_folder(editions, language, folder);
    }
    if (units && editions->count == 0 && problems->count == 0)
        refuse_po_folder(po_folder, problems);
    linting_hand_over(linting, problems);
    return editions;
}

/* The lesson in another language, when it is complete in it; else NULL. What is wrong in
 * a translation is for who translates. */
static const struct lesson *read_edition(const struct lint *lint,
                                         const struct lint_edition *edition, const void *parent)
{
    struct diagnostics *ignored = diagnostics_new(parent);
    const struct lesson *lesson = NULL;
    struct translation translation;

    if (!edition->po) {
        char *path = file_path(parent, edition->folder, lint->name);
        lesson = access(path, R_OK) < 0
                     ? NULL
                     : lesson_read(parent, path, activity_verbs(), LESSON_WHOLE, ignored);
    } else if (translate_lesson(parent, lint->reading->file, lint->bytes, activity_verbs(),
                                edition->po, ignored, &translation) &&
               translation_complete(&translation)) {
        lesson = lesson_parse(parent, lint->reading->file, translation.yaml, activity_verbs(),
                              LESSON_WHOLE, ignored);
    }
    return lesson && lessons_alike(lint->lesson, lesson) ? lesson : NULL;
}

/* FILE:LINE of what a translator changes, belongs to parent; NULL where it is not found. */
static char *find_place(const struct lint *lint, const struct lint_edition *edition,
                        const void *parent, const struct text *text,
                        const struct text *translated)
{
    if (!edition->po)
        return memory_need(talloc_asprintf(parent, "%s/%s:%zu", edition->folder, lint->name,
                                           translated->at.line));
    const struct strings *strings = strings_of_lesson(
        parent, lint->reading->file, lint->bytes, activity_verbs(), diagnostics_new(parent));
    for (size_t i = 0; strings && i < strings->count; i++) {
        const struct position *at = &strings->items[i].node->at;
        const struct po_entry *entry = NULL;
        if (at->line == text->at.line && at->column == text->at.column)
            entry = po_find(edition->po, strings->items[i].context);
        if (entry)
            return memory_need(talloc_asprintf(parent, "%s:%zu", entry->file, entry->line));
    }
    return NULL;
}

static void check_edition(const struct lint *lint, const struct lint_edition *edition)
{
    const struct reading *reading = lint->reading;
    void *memory = memory_need(talloc_new(NULL));
    const struct lesson *lesson = read_edition(lint, edition, memory);
    const struct long_pages *pages =
        lesson ? lint_fit(memory, lesson, edition->language) : NULL;

    for (size_t i = 0; pages && i < pages->count; i++) {
        const struct text *text = lint_fit_text(lint->lesson, &pages->items[i]);
        const char *place = find_place(lint, edition, memory, text,
                                       lint_fit_text(lesson, &pages->items[i]));
        diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, text->at,
                        /* TRANSLATORS: warning; the code of a language, such as ru, then
                         * numbers of lines. */
                        _("in another language (%1$s) this page has %2$zu lines, and a screen of "
                          "80×24 shows %3$zu"),
                        edition->language, pages->items[i].lines, lint_fit_height());
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: advice after "in another language this page has …"; %s
                            * is a file and a line. */
                           _("say it in fewer words in %s, or make two pages of it here"),
                           place ? place : edition->folder);
    }
    talloc_free(memory);
}

void lint_editions(const struct lint *lint)
{
    for (size_t i = 0; lint->editions && lint->name && i < lint->editions->count; i++)
        check_edition(lint, &lint->editions->items[i]);
}
