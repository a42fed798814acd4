/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/node.h"

#include <stdbool.h>
#include <string.h>

#include <talloc.h>
#include <yaml.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

/* What is open while events come in. */
struct builder {
    const void *parent;
    const char *file;
    struct bytes bytes;
    const char *stop_key;
    struct diagnostics *problems;
    struct node *open[NODE_DEPTH];
    size_t depth;
    struct node *root;
    const char *key; /* read, its value still to come; in key_room */
    struct position key_at;
    char *key_room;
    bool root_complete;
    bool stopped; /* at stop_key, or because going on makes no sense */
    bool failed;
};

static struct position position_of(yaml_mark_t mark)
{
    return (struct position){ .line = mark.line + 1, .column = mark.column + 1 };
}

static void refuse(struct builder *builder, struct position at, const char *message,
                   const char *advice)
{
    builder->failed = true;
    diagnostics_add(builder->problems, SEVERITY_ERROR, builder->file, at, "%s", message);
    diagnostics_advise(builder->problems, "%s", advice);
}

static void refuse_and_stop(struct builder *builder, struct position at, const char *message,
                            const char *advice)
{
    refuse(builder, at, message, advice);
    builder->stopped = true;
}

/* The next entry of this mapping is a key. */
static bool expects_key(const struct builder *builder)
{
    return builder->depth > 0 && builder->open[builder->depth - 1]->kind == NODE_MAPPING &&
           !builder->key;
}

static void append(struct node *container, struct node *child)
{
    if (container->last)
        container->last->next = child;
    else
        container->first = child;
    container->last = child;
    container->count++;
}

static const char *copy_behind(char **room, const char *text)
{
    size_t size = strlen(text) + 1;
    const char *copy = memcpy(*room, text, size);
    *room += size;
    return copy;
}

/* One piece of memory holds a node, its key and its text: a lesson has thousands. */
static struct node *add_node(struct builder *builder, enum node_kind kind, struct position at,
                             const char *text)
{
    size_t key_size = builder->key ? strlen(builder->key) + 1 : 0;
    size_t text_size = text ? strlen(text) + 1 : 0;
    struct node *node =
        memory_need(talloc_size(builder->parent, sizeof *node + key_size + text_size));
    char *room = (char *)(node + 1);

    *node = (struct node){ .kind = kind, .at = at, .key_at = builder->key_at };
    node->key = builder->key ? copy_behind(&room, builder->key) : NULL;
    node->text = text ? copy_behind(&room, text) : NULL;
    builder->key = NULL;
    if (builder->depth > 0)
        append(builder->open[builder->depth - 1], node);
    else
        builder->root = node;
    return node;
}

static void check_tag(struct builder *builder, struct position at, const yaml_char_t *tag,
                      const yaml_char_t *anchor)
{
    if (tag)
        refuse(builder, at,
               /* TRANSLATORS: a YAML tag is a word such as "!!int" before a value. */
               _("tags ('!name') are not used in lessons"),
               /* TRANSLATORS: advice after "tags are not used in lessons". */
               _("take the word that begins with '!' away, or put the text in quotes"));
    if (anchor)
        refuse(builder, at,
               /* TRANSLATORS: a YAML anchor is a word such as "&name" before a value. */
               _("anchors ('&name') are not used in lessons"),
               /* TRANSLATORS: advice after "anchors are not used in lessons". */
               _("take the word that begins with '&' away, or put the text in quotes"));
}

static void open_container(struct builder *builder, enum node_kind kind, struct position at)
{
    if (expects_key(builder)) {
        refuse_and_stop(builder, at,
                        /* TRANSLATORS: in a YAML file the part before a colon is a list. */
                        _("the name of a field must be plain text"),
                        /* TRANSLATORS: advice after "the name of a field must be plain text". */
                        _("put text that begins with '[' or '{' in quotes"));
        return;
    }
    if (builder->depth == NODE_DEPTH) {
        refuse_and_stop(builder, at,
                        /* TRANSLATORS: lists inside lists inside lists in a YAML file. */
                        _("too many levels inside each other"),
                        /* TRANSLATORS: advice after "too many levels inside each other". */
                        _("a lesson needs five or six; look for '[' or '{' without its end"));
        return;
    }
    builder->open[builder->depth] = add_node(builder, kind, at, NULL);
    builder->depth++;
}

static void close_container(struct builder *builder)
{
    builder->depth--;
    builder->root_complete = builder->depth == 0;
}

/* The place of a character inside a scalar is not known; its beginning is. What
 * is refused counts as empty. */
static const char *take_text(struct builder *builder, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    struct position at = position_of(event->start_mark);

    if (length > NODE_SCALAR_BYTES) {
        refuse(builder, at,
               /* TRANSLATORS: one value of a YAML file is longer than 16 KiB. */
               _("this text is too long"),
               /* TRANSLATORS: advice after "this text is too long". */
               _("a page of a lesson is at most a screen; make several steps of it"));
        return "";
    }
    if (memchr(value, '\t', length))
        refuse(builder, at,
               /* TRANSLATORS: the character that the key Tab writes. */
               _("this text holds a tab, which is not equally wide everywhere"),
               /* TRANSLATORS: advice after "this text holds a tab …". */
               _("write spaces instead"));
    if (text_unprintable(value, length)) {
        refuse(builder, at,
               /* TRANSLATORS: control characters, or such as change the direction of writing. */
               _("this text holds an invisible control or format character"),
               /* TRANSLATORS: advice after "this text holds an invisible control …". */
               _("type the text again, or delete the escape such as \\x1b or \\u202e"));
        return "";
    }
    return value;
}

static void keep_key(struct builder *builder, const char *key, struct position at)
{
    size_t size = strlen(key) + 1;

    if (talloc_get_size(builder->key_room) < size)
        builder->key_room = memory_need(
            talloc_realloc(builder->parent, builder->key_room, char, (unsigned)size));
    builder->key = memcpy(builder->key_room, key, size);
    builder->key_at = at;
}

static void take_key(struct builder *builder, const char *key, struct position at)
{
    const struct node *mapping = builder->open[builder->depth - 1];

    if (builder->depth == 1 && builder->stop_key && strcmp(key, builder->stop_key) == 0) {
        builder->root->stopped = true;
        builder->stopped = true;
        return;
    }
    if (mapping->count == NODE_KEYS) {
        refuse_and_stop(builder, at,
                        /* TRANSLATORS: a part of a YAML file has more than 64 fields. */
                        _("too many fields in one place"),
                        /* TRANSLATORS: advice after "too many fields in one place". */
                        _("this does not look like a lesson; check that it is the right file"));
        return;
    }
    if (strcmp(key, "<<") == 0)
        refuse(builder, at,
               /* TRANSLATORS: "merge key" is the YAML key "<<". */
               _("merge keys ('<<') are not used in lessons"),
               /* TRANSLATORS: advice after "merge keys are not used in lessons". */
               _("write the fields out"));
    const struct node *earlier = node_find(mapping, key);
    if (earlier) {
        builder->failed = true;
        diagnostics_add(builder->problems, SEVERITY_ERROR, builder->file, at,
                        /* TRANSLATORS: %s is the name of a field in a YAML file. */
                        _("'%s' is given twice"), key);
        diagnostics_advise(builder->problems,
                           /* TRANSLATORS: %zu is a line number. */
                           _("the first one is in line %zu; keep one of them"),
                           earlier->key_at.line);
    }
    keep_key(builder, key, at);
}

static void take_scalar(struct builder *builder, const yaml_event_t *event)
{
    struct position at = position_of(event->start_mark);
    const char *text = take_text(builder, event);

    check_tag(builder, at, event->data.scalar.tag, event->data.scalar.anchor);
    if (expects_key(builder))
        take_key(builder, text, at);
    else
        add_node(builder, NODE_SCALAR, at, text)->plain =
            event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

static void take_alias(struct builder *builder, struct position at)
{
    refuse(builder, at,
           /* TRANSLATORS: a YAML alias is a word such as "*name" in place of a value. */
           _("aliases ('*name') are not used in lessons"),
           /* TRANSLATORS: advice after "aliases are not used in lessons". */
           _("put text that begins with '*' in quotes"));
    if (expects_key(builder))
        builder->stopped = true;
    else
        add_node(builder, NODE_SCALAR, at, "");
}

static void take_document(struct builder *builder, struct position at)
{
    if (!builder->root_complete)
        return;
    refuse_and_stop(builder, at,
                    /* TRANSLATORS: a YAML file with a second part after a line "---". */
                    _("a second document begins here"),
                    /* TRANSLATORS: advice after "a second document begins here". */
                    _("a file holds one lesson; delete the line '---' or make two files"));
}

static void take_event(struct builder *builder, const yaml_event_t *event)
{
    struct position at = position_of(event->start_mark);

    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        take_document(builder, at);
        break;
    case YAML_ALIAS_EVENT:
        take_alias(builder, at);
        break;
    case YAML_SCALAR_EVENT:
        take_scalar(builder, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        check_tag(builder, at, event->data.sequence_start.tag, event->data.sequence_start.anchor);
        open_container(builder, NODE_SEQUENCE, at);
        break;
    case YAML_MAPPING_START_EVENT:
        check_tag(builder, at, event->data.mapping_start.tag, event->data.mapping_start.anchor);
        open_container(builder, NODE_MAPPING, at);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_container(builder);
        break;
    default:
        break;
    }
}

static struct position position_at(const char *bytes, const char *place)
{
    struct position at = { 1, 1 };
    for (const char *byte = bytes; byte < place; byte++) {
        if (*byte == '\n')
            at = (struct position){ at.line + 1, 1 };
        else if (((unsigned char)*byte & 0xC0) != 0x80)
            at.column++;
    }
    return at;
}

/* What libyaml says, with its place, and the commonest cause. */
static void take_syntax_error(struct builder *builder, const yaml_parser_t *parser)
{
    /* Below the grammar libyaml counts bytes only. */
    struct position at = parser->error == YAML_READER_ERROR
                             ? position_at(builder->bytes.data,
                                           builder->bytes.data + parser->problem_offset)
                             : position_of(parser->problem_mark);

    diagnostics_add(builder->problems, SEVERITY_ERROR, builder->file, at,
                    /* TRANSLATORS: %s is a technical message in English from the YAML library. */
                    _("this is not valid YAML: %s"), parser->problem ? parser->problem : "?");
    diagnostics_advise(builder->problems, "%s",
                       /* TRANSLATORS: advice after "this is not valid YAML". */
                       _("look at this line and the one before: put text with ': ' or ' #' in "
                         "quotes, indent with spaces, close what was opened"));
    builder->failed = true;
    builder->stopped = true;
}

static void parse_events(struct builder *builder, yaml_parser_t *parser)
{
    size_t events = 0;
    bool ended = false;

    while (!ended && !builder->stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            take_syntax_error(builder, parser);
            return;
        }
        if (++events > NODE_EVENTS)
            refuse_and_stop(builder, position_of(event.start_mark),
                            /* TRANSLATORS: a YAML file holds too many values. */
                            _("this file holds too many parts"),
                            /* TRANSLATORS: advice after "this file holds too many parts". */
                            _("split it into several lessons"));
        else
            take_event(builder, &event);
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
}

/* Only UTF-8 is read: guessing an encoding is how texts get garbled. */
static bool check_encoding(struct builder *builder, struct bytes bytes)
{
    const char *invalid = text_invalid(bytes.data, bytes.length);
    if (!invalid)
        return true;
    refuse(builder, position_at(bytes.data, invalid),
           /* TRANSLATORS: UTF-8 is an encoding of text. */
           _("this is not UTF-8 text"),
           /* TRANSLATORS: advice after "this is not UTF-8 text". */
           _("save the file again with the encoding UTF-8"));
    return false;
}

static void check_root(struct builder *builder)
{
    if (builder->failed)
        return;
    if (!builder->root)
        refuse(builder, (struct position){ 1, 1 },
               /* TRANSLATORS: a YAML file holds nothing, or only comments. */
               _("this file is empty"),
               /* TRANSLATORS: advice after "this file is empty". */
               _("take a lesson that works and change a copy of it"));
    else if (builder->root->kind != NODE_MAPPING)
        refuse(builder, builder->root->at,
               /* TRANSLATORS: a lesson file must begin with fields, "name: value". */
               _("a file begins with fields such as 'title: …'"),
               /* TRANSLATORS: advice after "a file begins with fields …". */
               _("take a lesson that works and change a copy of it"));
}

struct node *node_parse(const void *parent, const char *file, struct bytes bytes,
                        const char *stop_key, struct diagnostics *problems)
{
    size_t mark = text_mark_length(bytes.data, bytes.length);
    bytes = (struct bytes){ bytes.data + mark, bytes.length - mark };
    struct builder builder = {
        .parent = parent, .file = file, .bytes = bytes, .stop_key = stop_key, .problems = problems
    };
    size_t first_problem = problems->count;
    yaml_parser_t parser;

    if (check_encoding(&builder, bytes)) {
        if (!yaml_parser_initialize(&parser))
            memory_need((void *)NULL);
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.data, bytes.length);
        parse_events(&builder, &parser);
        yaml_parser_delete(&parser);
        check_root(&builder);
    }
    diagnostics_quote(problems, first_problem, bytes.data, bytes.length);
    return builder.failed ? NULL : builder.root;
}

const struct node *node_find(const struct node *mapping, const char *key)
{
    for (const struct node *child = mapping->first; child; child = child->next)
        if (child->key && strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

void node_filter(struct node *list, bool (*keep)(void *data, struct node *), void *data)
{
    struct node **link = &list->first;

    list->count = 0;
    list->last = NULL;
    while (*link) {
        if (!keep(data, *link)) {
            *link = (*link)->next;
            continue;
        }
        list->last = *link;
        list->count++;
        link = &(*link)->next;
    }
}
