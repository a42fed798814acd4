/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a PO file: read, compared with a lesson that has what translations can
 * lose, and put into it. What comes out complete must be a lesson again, and what is
 * written must be read. Built with clang's libFuzzer; nothing may crash, leak or hang.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/memory.h"
#include "course/glossary.h"
#include "course/po.h"
#include "course/translate_glossary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LESSON                                                                  \
    "lesson: one\ntitle: One\nminutes: 1\nsteps:\n"                             \
    "  - read: |\n"                                                             \
    "      ## Take [[PrEP]] **2** times\n\n"                                    \
    "      - [link](https://example.org) and *more*\n      - `code` 72 hours\n\n" \
    "      > 1,000 of %s\n"                                                     \
    "    figure: |\n      a -- b\n    alt: A line.\n"                           \
    "  - choose: Which?\n    id: which\n    rev: 1\n"                           \
    "    options:\n"                                                            \
    "      - {id: a, text: This, right: yes, why: Because.}\n"                  \
    "      - {id: b, text: That, why: Because not.}\n"

#define GLOSSARY "glossary:\n  - {term: PrEP, text: A medicine.}\n"

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){ .data = (char *)(size_t)text, .length = strlen(text) };
}

static void need(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "not so: %s\n", what);
    abort();
}

static void format_all(const struct diagnostics *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        talloc_free(diagnostic_format(problems, &problems->items[i]));
}

static void translate(const void *memory, struct po *po, struct diagnostics *problems)
{
    struct translation translation;
    struct diagnostics *later = diagnostics_new(memory);

    need(translate_lesson(memory, "one.yaml", bytes_of(LESSON), activity_verbs(), po, problems,
                          &translation),
         "the lesson can be read");
    need(node_parse(memory, "out.yaml", translation.yaml, NULL, later),
         "what was written is YAML");
    lesson_parse(memory, "out.yaml", translation.yaml, activity_verbs(), LESSON_WHOLE, later);
    struct strings *words = strings_of_record(memory, GLOSSARY_FILE, bytes_of(GLOSSARY),
                                              GLOSSARY_FILE, &glossary_record, later);
    struct translated_glossary *glossary = translate_glossary(memory, words, "", po, later);
    if (glossary->complete_count > 0)
        need(glossary_parse(memory, "out.yaml", glossary->translation.yaml, later),
             "a complete glossary is one");
}

/* libgettextpo only reads files. */
static int open_file(const uint8_t *data, size_t size)
{
    int file = memfd_create("po", 0);
    need(file >= 0 && write(file, data, size) == (ssize_t)size, "there is a file");
    return file;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* There is enough: whoever says otherwise was given NULL. */
    memory_on_exhaustion(abort);
    void *memory = talloc_new(NULL);
    struct diagnostics *problems = diagnostics_new(memory);
    struct po *po = po_new(memory, "c", "uk");
    int file = open_file(data, size);
    char *path = talloc_asprintf(memory, "/proc/self/fd/%d", file);

    if (po_add(po, path, problems))
        translate(memory, po, problems);
    format_all(problems);
    close(file);
    talloc_free(memory);
    return 0;
}
