/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/strings.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "base/text.h"

/* The file that is looked through. */
struct search {
    const void *parent;
    const char *file;
    struct bytes bytes;
    const char **lines;
    size_t line_count;
    const struct verb_table *verbs;
    struct strings *found;
};

/* Where the search is: what describes a mapping, and the context so far. */
struct place {
    const struct record *records[2]; /* the second may be NULL */
    const char *context;
    const char *note;
};

static void search_mapping(const struct search *search, const struct place *place,
                           struct node *mapping);

static char *inside(const struct search *search, const char *context, const char *name)
{
    return memory_need(talloc_asprintf(search->parent, "%s/%s", context, name));
}

static char *numbered(const struct search *search, const char *what, size_t number)
{
    return memory_need(talloc_asprintf(search->parent, "%s#%zu", what, number));
}

static void index_lines(struct search *search)
{
    const char *at = search->bytes.data;
    const char *end = at + search->bytes.length;
    size_t room = 0;

    while (at < end) {
        if (search->line_count == room) {
            room = room ? room * 2 : 256;
            search->lines = memory_need(talloc_realloc(search->parent, search->lines,
                                                       const char *, (unsigned)room));
        }
        search->lines[search->line_count++] = at;
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
}

/* Whether the text of this scalar begins in the line below it: after '|' or '>'. */
static bool begins_below(const struct search *search, const struct node *node)
{
    if (node->at.line > search->line_count)
        return false;
    const char *line = search->lines[node->at.line - 1];
    char sign = line[text_characters(line, node->at.column - 1)];
    return !node->plain && (sign == '|' || sign == '>');
}

/* Whether a text begins with this whole line of the file. */
static bool begins_with(const char *text, const char *line)
{
    line += strspn(line, " ");
    size_t length = strcspn(line, "\r\n");
    while (length > 0 && line[length - 1] == ' ')
        length--;
    return length > 0 && strncmp(text + strspn(text, " "), line, length) == 0;
}

/* The line of the file where a piece of a scalar begins; it is the first one, or
 * lies at or behind line `from`. YAML does not say it, as text may be folded. */
static size_t find_line(const struct search *search, const struct node *node, const char *text,
                        size_t from)
{
    bool below = begins_below(search, node);
    if (from == 0 && !below)
        return node->at.line;
    if (from == 0)
        from = node->at.line + 1;
    for (size_t number = from; number <= search->line_count; number++)
        if (begins_with(text, search->lines[number - 1]))
            return number;
    return node->at.line;
}

static size_t add_string(const struct search *search, const struct place *place,
                         const struct field *field, struct node *node, const char *context,
                         const struct paragraph *piece, size_t line)
{
    struct strings *found = search->found;
    if ((found->count & (found->count - 1)) == 0)
        found->items = memory_need(talloc_realloc(found, found->items, struct string,
                                                  (unsigned)(found->count ? found->count * 2 : 1)));
    struct string *string = &found->items[found->count++];
    *string = (struct string){
        .context = context,
        .text = paragraph_text(search->parent, node->text, piece),
        .file = search->file,
        .field = field,
        .note = place->note,
        .node = node,
        .place = *piece,
    };
    string->line = find_line(search, node, string->text, line);
    return string->line;
}

/* A line is one string; the spaces and line ends around it are not its own. */
static void add_whole(const struct search *search, const struct place *place,
                      const struct field *field, struct node *node, const char *context)
{
    size_t start = field->type == FIELD_DRAWING ? 0 : strspn(node->text, " \n");
    size_t length = strlen(node->text + start);

    while (length > 0 && strchr(" \n", node->text[start + length - 1]))
        length--;
    if (length > 0)
        add_string(search, place, field, node, context,
                   &(struct paragraph){ start, length, 0 }, 0);
}

static void add_page(const struct search *search, const struct place *place,
                     const struct field *field, struct node *node, const char *context)
{
    struct paragraph piece = { 0, 0, 0 };
    size_t line = 0;

    for (size_t number = 1;
         paragraph_next(node->text, piece.start + piece.length, &piece); number++) {
        char *name = memory_need(talloc_asprintf(search->parent, "%s/%zu", context, number));
        line = 1 + add_string(search, place, field, node, name, &piece, line);
    }
}

static void add_text(const struct search *search, const struct place *place,
                     const struct field *field, struct node *node, const char *context)
{
    if (node->kind != NODE_SCALAR)
        return;
    if (field->type == FIELD_PAGE)
        add_page(search, place, field, node, context);
    else
        add_whole(search, place, field, node, context);
}

static void add_lines(const struct search *search, const struct place *place,
                      const struct field *field, struct node *list, const char *context)
{
    size_t number = 1;
    for (struct node *item = list->first; item; item = item->next, number++) {
        char *name = memory_need(talloc_asprintf(search->parent, "%s/%zu", context, number));
        add_text(search, place, field, item, name);
    }
}

/* An entry is called by what no other of its list may have. */
static const char *name_of(const struct search *search, const struct record *record,
                           const struct node *entry, size_t number)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct node *node =
            field->flags & FIELD_UNIQUE ? node_find(entry, field->name) : NULL;
        if (node && node->text)
            return node->text;
    }
    return numbered(search, "", number);
}

static void search_entries(const struct search *search, const struct place *place,
                           const struct field *field, struct node *list, const char *context)
{
    size_t number = 1;
    for (struct node *entry = list->first; entry; entry = entry->next, number++) {
        const struct place within = {
            .records = { field->record },
            .context = inside(search, context, name_of(search, field->record, entry, number)),
            .note = place->note,
        };
        search_mapping(search, &within, entry);
    }
}

static const struct verb *verb_of(const struct verb_table *verbs, const struct node *step)
{
    for (size_t i = 0; i < verbs->count; i++)
        if (node_find(step, verbs->verbs[i]->name))
            return verbs->verbs[i];
    return NULL;
}

/* How many steps up to this one have its verb and no id. */
static size_t nameless_before(const struct node *list, const struct node *step,
                              const struct verb *verb)
{
    size_t number = 1;
    for (const struct node *other = list->first; other != step; other = other->next)
        number += node_find(other, verb->name) && !node_find(other, "id");
    return number;
}

static void search_steps(const struct search *search, const struct place *place,
                         struct node *list)
{
    for (struct node *step = list->first; step; step = step->next) {
        const struct verb *verb = verb_of(search->verbs, step);
        const struct node *id = node_find(step, "id");
        const struct node *note = node_find(step, "note");
        if (!verb)
            continue;
        const char *name = id && id->text ? id->text
                                          : numbered(search, verb->name,
                                                     nameless_before(list, step, verb));
        const struct place within = {
            .records = { &step_record, verb->record },
            .context = inside(search, place->context, name),
            .note = note ? note->text : NULL,
        };
        search_mapping(search, &within, step);
    }
}

static void search_field(const struct search *search, const struct place *place,
                         const struct field *field, struct node *node)
{
    bool translated = field->flags & FIELD_TRANSLATED;

    if (field->type == FIELD_STEPS) {
        search_steps(search, place, node);
        return;
    }
    char *context = inside(search, place->context, field->name);
    if (field->type == FIELD_RECORDS)
        search_entries(search, place, field, node, context);
    else if (translated && field->type == FIELD_LINES)
        add_lines(search, place, field, node, context);
    else if (translated)
        add_text(search, place, field, node, context);
}

static void search_mapping(const struct search *search, const struct place *place,
                           struct node *mapping)
{
    for (struct node *node = mapping->first; node; node = node->next) {
        const struct field *field = NULL;
        for (size_t i = 0; i < 2 && !field && place->records[i]; i++)
            field = node->key ? record_field(place->records[i], node->key) : NULL;
        if (field)
            search_field(search, place, field, node);
    }
}

static struct strings *search_file(struct search *search, const struct record *record,
                                   const char *name, struct diagnostics *problems)
{
    struct strings *found = memory_need(talloc_zero(search->parent, struct strings));
    size_t mark = text_mark_length(search->bytes.data, search->bytes.length);
    search->bytes = (struct bytes){ search->bytes.data + mark, search->bytes.length - mark };
    index_lines(search);
    found->root = node_parse(search->parent, search->file, search->bytes, NULL, problems);
    if (!found->root)
        return NULL;
    const struct node *id = name ? NULL : node_find(found->root, record->fields[0].name);
    const struct place place = {
        .records = { record },
        .context = id && id->text ? id->text : name,
    };
    search->found = found;
    if (place.context)
        search_mapping(search, &place, found->root);
    return found;
}

struct strings *strings_of_lesson(const void *parent, const char *file, struct bytes bytes,
                                  const struct verb_table *verbs, struct diagnostics *problems)
{
    struct search search = { .parent = parent, .file = file, .bytes = bytes, .verbs = verbs };
    return search_file(&search, &lesson_record, NULL, problems);
}

struct strings *strings_of_record(const void *parent, const char *file, struct bytes bytes,
                                  const char *name, const struct record *record,
                                  struct diagnostics *problems)
{
    struct search search = { .parent = parent, .file = file, .bytes = bytes };
    return search_file(&search, record, name, problems);
}
