/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/draft.h"

#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "course/translate_glossary.h"
#include "course/unit.h"

struct draft *draft_new(const void *parent, const char *po, const char *course,
                        const char *folder)
{
    struct draft *draft = memory_need(talloc_zero(parent, struct draft));
    const char *slash = strrchr(po, '/');
    char *beside = memory_need(talloc_strndup(draft, po, slash ? (size_t)(slash - po) : 0));

    draft->po = memory_need(talloc_strdup(draft, po));
    draft->course_po = unit_path(draft, slash ? beside : ".", UNIT_COURSE, "po");
    draft->course = course ? memory_need(talloc_strdup(draft, course)) : NULL;
    draft->folder = memory_need(talloc_strdup(draft, folder));
    return draft;
}

static struct po *refuse_language(const struct draft *draft, const char *language,
                                  struct diagnostics *problems)
{
    diagnostics_add(problems, SEVERITY_ERROR, draft->po, (struct position){ 0, 0 },
                    _("there is no language '%s'"), language);
    diagnostics_advise(problems,
                       /* TRANSLATORS: advice; a header field of a PO file and its value. */
                       _("its header names the language it translates into, such as %s: %s"),
                       PO_LANGUAGE, "uk");
    return NULL;
}

static struct po *read_po(const struct draft *draft, const void *memory,
                          struct diagnostics *problems)
{
    const char *language = po_header(memory, draft->po, PO_LANGUAGE, problems);
    const char *course =
        draft->course || !language ? draft->course
                                   : po_header(memory, draft->po, PO_COURSE, problems);
    if (!language || !course)
        return NULL;
    const struct language *known = language_find(language);
    if (!known)
        return refuse_language(draft, language, problems);

    struct po *po = po_new(memory, course, known->code);
    bool good = po_add(po, draft->po, problems);
    if (good && strcmp(draft->po, draft->course_po) != 0 && access(draft->course_po, F_OK) == 0)
        good = po_add(po, draft->course_po, problems);
    return good ? po : NULL;
}

/* One with mistakes explains nothing, as in a course that is played. */
static void read_glossary(struct draft *draft, const void *memory, struct po *po)
{
    struct diagnostics *quiet = diagnostics_new(memory);
    char *path = file_path(memory, draft->folder, GLOSSARY_FILE);
    struct bytes bytes;

    TALLOC_FREE(draft->glossary);
    if (access(path, F_OK) != 0 || !file_read(memory, path, NODE_FILE_BYTES, &bytes, quiet))
        return;
    struct strings *strings =
        strings_of_record(memory, path, bytes, GLOSSARY_FILE, &glossary_record, quiet);
    if (!strings)
        return;
    const struct bytes yaml =
        translate_glossary(memory, strings, "", po, quiet)->translation.yaml;
    draft->glossary = glossary_parse(draft, path, yaml, quiet);
}

struct lesson *draft_read(struct draft *draft, const void *parent, const char *path,
                          const struct verb_table *verbs, struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    struct po *po = read_po(draft, memory, problems);
    struct translation translation;
    struct bytes bytes;
    struct lesson *lesson = NULL;

    if (po && file_read(memory, path, NODE_FILE_BYTES, &bytes, problems) &&
        translate_lesson(memory, path, bytes, verbs, po, problems, &translation) &&
        translation.wrong == 0) {
        char *name = memory_need(talloc_asprintf(memory, "%s (%s)", path, po->language));
        lesson = lesson_parse(parent, name, translation.yaml, verbs, LESSON_WHOLE, problems);
    }
    if (lesson) {
        draft->left = translation.untranslated + translation.fuzzy;
        lesson->language = language_find(po->language)->code;
        read_glossary(draft, memory, po);
    }
    talloc_free(memory);
    return lesson;
}
