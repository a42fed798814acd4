/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/markup.h"

#include <stdlib.h>
#include <string.h>

#include <md4c.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

#define DIGITS "0123456789"

struct marks *marks_new(const void *parent)
{
    return memory_need(talloc_zero(parent, struct marks));
}

static void add_part(struct marks *marks, const char *word, size_t length)
{
    marks->items =
        memory_need(talloc_realloc(marks, marks->items, char *, (unsigned)marks->count + 1));
    marks->items[marks->count++] = memory_need(talloc_strndup(marks, word, length));
}

void marks_add(struct marks *marks, const char *word)
{
    add_part(marks, word, strlen(word));
}

static size_t how_often(const struct marks *marks, const char *word)
{
    size_t often = 0;
    for (size_t i = 0; i < marks->count; i++)
        often += strcmp(marks->items[i], word) == 0;
    return often;
}

const char *marks_missing(const struct marks *wanted, const struct marks *found)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (how_often(wanted, wanted->items[i]) > how_often(found, wanted->items[i]))
            return wanted->items[i];
    return NULL;
}

/* What is open while the parser calls back. */
struct reader {
    struct marks *marks;
    char *path;
    bool blocks;
};

static const char *name_of_block(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_H:
        /* TRANSLATORS: a part of a Markdown text. */
        return C_("Markdown", "heading");
    case MD_BLOCK_QUOTE:
        return C_("Markdown", "quotation");
    case MD_BLOCK_LI:
        return C_("Markdown", "item of a list");
    case MD_BLOCK_CODE:
        return C_("Markdown", "drawing");
    case MD_BLOCK_HR:
        return C_("Markdown", "line across the page");
    default:
        return NULL;
    }
}

static const char *name_of_span(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG:
        return C_("Markdown", "bold");
    case MD_SPAN_EM:
        return C_("Markdown", "emphasis");
    case MD_SPAN_A:
        return C_("Markdown", "link");
    case MD_SPAN_IMG:
        return C_("Markdown", "picture");
    case MD_SPAN_CODE:
        return C_("Markdown", "words as typed");
    default:
        return NULL;
    }
}

static void enter(struct reader *reader, const char *name)
{
    if (!name)
        return;
    reader->path = memory_need(talloc_asprintf_append(
        reader->path, "%s%s", *reader->path ? " > " : "", name));
    marks_add(reader->marks, reader->path);
}

static void leave(struct reader *reader, const char *name)
{
    if (!name)
        return;
    size_t length = strlen(reader->path) - strlen(name);
    reader->path[length >= 3 ? length - 3 : 0] = '\0';
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct reader *reader = userdata;
    (void)detail;
    enter(reader, reader->blocks ? name_of_block(type) : NULL);
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct reader *reader = userdata;
    (void)detail;
    leave(reader, reader->blocks ? name_of_block(type) : NULL);
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)detail;
    enter(userdata, name_of_span(type));
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)detail;
    leave(userdata, name_of_span(type));
    return 0;
}

static int pass_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata)
{
    (void)type, (void)text, (void)size, (void)userdata;
    return 0;
}

struct marks *markup_read(const void *parent, const char *text, bool blocks)
{
    /* As pages are shown. */
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = pass_text,
    };
    struct marks *marks = marks_new(parent);
    struct reader reader = { marks, memory_need(talloc_strdup(marks, "")), blocks };

    if (md_parse(text, (MD_SIZE)strlen(text), &parser, &reader) < 0)
        memory_need((void *)NULL);
    return marks;
}

/* The bytes of a sign that parts thousands; 0: none stands here. */
static size_t separator_length(const char *text)
{
    static const char *const signs[] = { ",", ".", " ", "'", "\u00A0", "\u2009", "\u202F" };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* The bytes up to the next three digits of one number; 0: it has ended. */
static size_t thousands_begin(const char *text)
{
    size_t length = separator_length(text);
    return length > 0 && strspn(text + length, DIGITS) == 3 ? length : 0;
}

struct marks *marks_numbers(const void *parent, const char *text)
{
    struct marks *marks = marks_new(parent);

    for (text += strcspn(text, DIGITS); *text; text += strcspn(text, DIGITS)) {
        size_t length = strspn(text, DIGITS), between;
        char *number = memory_need(talloc_strndup(marks, text, length));
        text += length;
        while (length <= 3 && (between = thousands_begin(text)) > 0) {
            number = memory_need(talloc_strndup_append(number, text + between, 3));
            text += between + 3;
        }
        marks_add(marks, number);
        talloc_free(number);
    }
    return marks;
}

/* The bytes of the placeholder that begins here; 0: none does. */
static size_t placeholder_length(const char *text)
{
    size_t length = 1 + strspn(text + 1, DIGITS);

    if (length > 1 && text[length] != '$')
        return 0;
    length += length > 1;
    length += strspn(text + length, "zl");
    return text[length] && strchr("sdiufc", text[length]) ? length + 1 : 0;
}

static bool is_letter(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign & 0x80);
}

struct marks *marks_placeholders(const void *parent, const char *text)
{
    struct marks *marks = marks_new(parent);

    for (text = strchr(text, '%'); text; text = strchr(text + 1, '%')) {
        size_t length = placeholder_length(text);
        if (length > 0 && !is_letter(text[length]))
            add_part(marks, text, length);
    }
    return marks;
}

struct marks *marks_terms(const void *parent, const char *text)
{
    struct marks *marks = marks_new(parent);

    for (text = strstr(text, "[["); text; text = strstr(text + 2, "[[")) {
        const char *end = strstr(text, "]]");
        if (!end)
            break;
        const char *bar = memchr(text, '|', (size_t)(end - text));
        add_part(marks, text + 2, (size_t)((bar ? bar : end) - text) - 2);
    }
    return marks;
}

/* A text whose terms are looked for. */
struct terms {
    const char *rest; /* of the text, behind the last one */
    markup_term *found;
    void *data;
};

static int skip_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    (void)type, (void)detail, (void)userdata;
    return 0;
}

static int skip_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    (void)type, (void)detail, (void)userdata;
    return 0;
}

/* The parser does not say where a span stands, but they come in the order of the text. */
static int enter_term(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct terms *terms = userdata;

    if (type != MD_SPAN_WIKILINK)
        return 0;
    const MD_ATTRIBUTE *target = &((const MD_SPAN_WIKILINK_DETAIL *)detail)->target;
    char *marked = memory_need(
        talloc_asprintf(NULL, "[[%.*s", (int)target->size, (const char *)target->text));
    const char *place = strstr(terms->rest, marked);

    if (place)
        terms->rest = place + strlen("[[");
    terms->found(terms->data, marked + strlen("[["), terms->rest);
    talloc_free(marked);
    return 0;
}

void markup_terms(const char *text, markup_term *found, void *data)
{
    /* As pages are shown. */
    static const MD_PARSER parser = {
        .flags = MD_FLAG_NOHTML | MD_FLAG_WIKILINKS | MD_FLAG_COLLAPSEWHITESPACE |
                 MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = skip_block,
        .leave_block = skip_block,
        .enter_span = enter_term,
        .leave_span = skip_span,
        .text = pass_text,
    };
    struct terms terms = { text, found, data };

    if (md_parse(text, (MD_SIZE)strlen(text), &parser, &terms) < 0)
        memory_need((void *)NULL);
}
