/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/translate.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "course/compare.h"
#include "course/node_write.h"

bool translation_complete(const struct translation *translation)
{
    return translation->untranslated + translation->fuzzy + translation->wrong == 0 &&
           !translation->waits;
}

/* The translation of one string, or NULL; counts what it finds. */
static const char *find_translation(const struct string *string, struct po *po,
                                    struct diagnostics *problems,
                                    struct translation *translation)
{
    const struct po_entry *entry = po_find(po, string->context);
    bool reworded = entry && strcmp(entry->source, string->text) != 0;

    translation->strings++;
    if (!entry || !*entry->translation) {
        translation->untranslated++;
        return NULL;
    }
    if (entry->fuzzy || reworded) {
        translation->fuzzy++;
        return NULL;
    }
    if (!compare_translation(string, entry, po, problems)) {
        translation->wrong++;
        return NULL;
    }
    return entry->translation;
}

/* A node's text is put together from the strings first … first + count - 1 and what
 * stands between them. */
static void rebuild(const void *parent, const struct string *first, size_t count,
                    const char *const *texts)
{
    struct node *node = first->node;
    char *text = memory_need(talloc_strdup(parent, ""));
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        const struct paragraph *place = &first[i].place;
        char *lines = paragraph_indent(parent, texts[i] ? texts[i] : first[i].text,
                                       place->indent);
        text = memory_need(talloc_asprintf_append_buffer(
            text, "%.*s%s", (int)(place->start - at), node->text + at, lines));
        at = place->start + place->length;
        talloc_free(lines);
    }
    text = memory_need(talloc_strdup_append_buffer(text, node->text + at));
    node->plain = node->plain && strcmp(text, node->text) == 0;
    node->text = text;
}

void translate_strings(const void *parent, const struct strings *strings, struct po *po,
                       struct diagnostics *problems, struct translation *ret_translation)
{
    struct translation translation = { .yaml = { NULL, 0 } };
    const char **texts =
        memory_need(talloc_array(parent, const char *, (unsigned)strings->count + 1));
    size_t begin = 0;

    for (size_t i = 0; i < strings->count; i++)
        texts[i] = find_translation(&strings->items[i], po, problems, &translation);
    for (size_t i = 1; i <= strings->count; i++) {
        if (i < strings->count && strings->items[i].node == strings->items[begin].node)
            continue;
        rebuild(parent, &strings->items[begin], i - begin, texts + begin);
        begin = i;
    }
    *ret_translation = translation;
}

char *translate_heading(const void *parent, struct bytes bytes)
{
    const char *start = bytes.data + text_mark_length(bytes.data, bytes.length);
    const char *end = start;

    while (*end == '#')
        end += strcspn(end, "\n") + (strchr(end, '\n') != NULL);
    return memory_need(talloc_asprintf(
        parent, "%.*s# Made by 'conecta translate' from PO files: change those, not this.\n",
        (int)(end - start), start));
}

bool translate_lesson(const void *parent, const char *file, struct bytes bytes,
                      const struct verb_table *verbs, struct po *po,
                      struct diagnostics *problems, struct translation *ret_translation)
{
    const struct lesson *lesson =
        lesson_parse(parent, file, bytes, verbs, LESSON_WHOLE, problems);
    const struct strings *strings =
        lesson ? strings_of_lesson(parent, file, bytes, verbs, problems) : NULL;

    if (!strings)
        return false;
    translate_strings(parent, strings, po, problems, ret_translation);
    ret_translation->yaml = node_write(parent, translate_heading(parent, bytes), strings->root);
    ret_translation->lesson = lesson;
    ret_translation->texts = strings;
    return true;
}
