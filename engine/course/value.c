/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/value.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/repeats.h"
#include "base/text.h"
#include "base/today.h"

void value_wrong_kind(const struct reading *reading, const struct field *field,
                      const struct node *node, const char *wanted)
{
    diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, node->at,
                    /* TRANSLATORS: first the name of a field, then what it must be: "a list". */
                    _("'%1$s' must be %2$s"), field->name, wanted);
}

static bool read_scalar(const struct reading *reading, const struct field *field,
                        const struct node *node, struct text *into)
{
    if (node->kind != NODE_SCALAR) {
        /* TRANSLATORS: completes "'title' must be …". */
        value_wrong_kind(reading, field, node, C_("must be", "text"));
        diagnostics_advise(reading->problems, "%s",
                           /* TRANSLATORS: advice after "'title' must be text". */
                           _("write the text behind the name; put text with ': ', or text that "
                             "begins with '[' or '{', in quotes"));
        return false;
    }
    if (!node->text[strspn(node->text, " \n\t")]) {
        diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, node->at,
                        /* TRANSLATORS: %s is the name of a field in a YAML file. */
                        _("'%s' is empty"), field->name);
        diagnostics_advise(reading->problems, "%s",
                           /* TRANSLATORS: advice after "'title' is empty". */
                           _("write something, or delete the line"));
        return false;
    }
    *into = (struct text){ .bytes = node->text, .at = node->at };
    return true;
}

bool value_is_id(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text) &&
           strlen(text) <= 63;
}

static bool read_id(const struct reading *reading, const struct field *field,
                    const struct node *node, struct text *into)
{
    struct text text;
    if (!read_scalar(reading, field, node, &text))
        return false;
    if (!value_is_id(text.bytes))
        return reading_refuse(reading, node->at,
                      /* TRANSLATORS: an id is the short name of a lesson, a question, an option. */
                      _("an id has only the letters a-z, digits and '-', and at most 63 of them"),
                      NULL);
    *into = text;
    return true;
}

static bool read_plain(const struct reading *reading, const struct field *field,
                       const struct node *node, struct text *into)
{
    struct text text;
    if (!read_scalar(reading, field, node, &text))
        return false;
    if (strchr(text.bytes, '\n'))
        return reading_refuse(reading, node->at,
                      /* TRANSLATORS: a field, such as a title, was given several lines. */
                      _("this must be a single line"), NULL);
    *into = text;
    return true;
}

static char *list_words(const void *parent, const char *const *words)
{
    char *list = memory_need(talloc_strdup(parent, words[0]));
    for (size_t i = 1; words[i]; i++)
        list = memory_need(talloc_asprintf_append_buffer(list, ", %s", words[i]));
    return list;
}

static bool read_word(const struct reading *reading, const struct field *field,
                      const struct node *node, struct text *into)
{
    struct text text;
    if (!read_scalar(reading, field, node, &text))
        return false;
    for (size_t i = 0; field->words[i]; i++) {
        if (strcmp(text.bytes, field->words[i]) == 0) {
            *into = text;
            return true;
        }
    }
    int nearest = text_nearest(text.bytes, field->words);
    diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, node->at,
                    /* TRANSLATORS: first what was written, then the name of a field. */
                    _("'%1$s' is not something that '%2$s' can be"), text.bytes, field->name);
    if (nearest >= 0)
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: %s is a word of the file format. */
                           _("did you mean '%s'?"), field->words[nearest]);
    else
        diagnostics_advise(reading->problems,
                           /* TRANSLATORS: %s is a list of words of the file format. */
                           _("use one of: %s"), list_words(reading->parent, field->words));
    return false;
}

static bool read_count(const struct reading *reading, const struct field *field,
                       const struct node *node, struct count *into)
{
    struct text text;
    char *end;
    if (!read_scalar(reading, field, node, &text))
        return false;
    errno = 0;
    long value = strtol(text.bytes, &end, 10);
    if (errno || *end || strspn(text.bytes, "0123456789") == 0 || value < field->least ||
        value > field->most) {
        diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, node->at,
                        /* TRANSLATORS: the name of a field, then the smallest and largest number. */
                        _("'%1$s' must be a whole number from %2$ld to %3$ld"), field->name,
                        field->least, field->most);
        return false;
    }
    *into = (struct count){ .value = value, .at = node->at };
    return true;
}

static bool read_yes_no(const struct reading *reading, const struct field *field,
                        const struct node *node, bool *into)
{
    struct text text;
    if (!read_scalar(reading, field, node, &text))
        return false;
    bool yes = strcmp(text.bytes, "yes") == 0;
    if (!yes && strcmp(text.bytes, "no") != 0) {
        /* TRANSLATORS: completes "'right' must be …"; yes and no stay English. */
        value_wrong_kind(reading, field, node, C_("must be", "'yes' or 'no'"));
        return false;
    }
    *into = yes;
    return true;
}

static bool read_month(const struct reading *reading, const struct field *field,
                       const struct node *node, struct month *into)
{
    struct text text;
    struct today month;
    if (!read_scalar(reading, field, node, &text))
        return false;
    if (!today_parse(text.bytes, &month)) {
        /* TRANSLATORS: completes "'reviewed' must be …". */
        value_wrong_kind(reading, field, node, C_("must be", "a month such as 2026-11"));
        return false;
    }
    *into = (struct month){
        .year = (short)month.year, .month = (short)month.month, .at = node->at
    };
    return true;
}

/* Lessons of a course lie inside its folder, wherever that is. */
static bool read_path(const struct reading *reading, const struct field *field,
                      const struct node *node, struct text *into)
{
    struct text text;
    if (!read_plain(reading, field, node, &text))
        return false;
    if (text.bytes[0] == '/' || strstr(text.bytes, ".."))
        return reading_refuse(reading, node->at,
                      /* TRANSLATORS: the name of a file points out of the course. */
                      _("a file must lie inside the folder of the course"),
                      /* TRANSLATORS: advice after "a file must lie inside the folder …". */
                      _("write its name from that folder on, such as module/lesson.yaml"));
    *into = text;
    return true;
}

typedef bool read_item(const struct reading *, const struct field *, const struct node *,
                       struct text *);

bool value_check_length(const struct reading *reading, const struct field *field,
                        const struct node *list)
{
    if (list->kind != NODE_SEQUENCE) {
        /* TRANSLATORS: completes "'options' must be …". */
        value_wrong_kind(reading, field, list, C_("must be", "a list"));
        diagnostics_advise(reading->problems, "%s",
                           /* TRANSLATORS: advice after "'options' must be a list". */
                           _("begin each entry on a line of its own with '- '"));
        return false;
    }
    long count = (long)list->count;
    if (count < field->least || count > field->most) {
        diagnostics_add(reading->problems, SEVERITY_ERROR, reading->file, list->key_at,
                        /* TRANSLATORS: the name of a field, the smallest number, the largest
                         * number, the number of entries found. */
                        _("'%1$s' needs %2$ld to %3$ld entries and has %4$ld"), field->name,
                        field->least, field->most, count);
        return false;
    }
    return true;
}

struct repeated {
    const struct reading *reading;
    const struct text *items;
    bool any;
};

static void refuse_repeated(void *data, size_t first, size_t later)
{
    struct repeated *repeated = data;
    (void)first;
    repeated->any = true;
    reading_refuse(repeated->reading, repeated->items[later].at,
                   /* TRANSLATORS: a list of names has the same one twice. */
                   _("this is in the list already"),
                   /* TRANSLATORS: advice after "this is in the list already". */
                   _("keep one of them"));
}

/* Names in a list mean nothing the second time. */
static bool check_unique(const struct reading *reading, const struct text *items, size_t count)
{
    const char **names =
        memory_need(talloc_array(reading->parent, const char *, (unsigned)count));
    struct repeated repeated = { reading, items, false };

    for (size_t i = 0; i < count; i++)
        names[i] = items[i].bytes;
    repeats_each(names, count, refuse_repeated, &repeated);
    talloc_free(names);
    return !repeated.any;
}

static bool read_list(const struct reading *reading, const struct field *field,
                      const struct node *node, read_item *read, struct text_list *into)
{
    if (!value_check_length(reading, field, node))
        return false;
    struct text *items =
        memory_need(talloc_zero_array(reading->parent, struct text, (unsigned)node->count));
    size_t count = 0;
    bool all = true;
    for (const struct node *item = node->first; item; item = item->next) {
        if (read(reading, field, item, &items[count]))
            count++;
        else
            all = false;
    }
    *into = (struct text_list){ .items = items, .count = count };
    if (field->type != FIELD_LINES)
        all &= check_unique(reading, items, count);
    return all;
}

bool value_read(const struct reading *reading, const struct field *field, const struct node *node,
                void *into)
{
    switch (field->type) {
    case FIELD_ID:
        return read_id(reading, field, node, into);
    case FIELD_PLAIN:
        return read_plain(reading, field, node, into);
    case FIELD_LINE:
    case FIELD_PAGE:
    case FIELD_DRAWING:
        return read_scalar(reading, field, node, into);
    case FIELD_WORD:
        return read_word(reading, field, node, into);
    case FIELD_COUNT:
        return read_count(reading, field, node, into);
    case FIELD_YES_NO:
        return read_yes_no(reading, field, node, into);
    case FIELD_MONTH:
        return read_month(reading, field, node, into);
    case FIELD_PATH:
        return read_path(reading, field, node, into);
    case FIELD_IDS:
        return read_list(reading, field, node, read_id, into);
    case FIELD_LINES:
        return read_list(reading, field, node, read_scalar, into);
    case FIELD_WORDS:
        return read_list(reading, field, node, read_word, into);
    case FIELD_PATHS:
        return read_list(reading, field, node, read_path, into);
    case FIELD_RECORDS:
    case FIELD_STEPS:
        break;
    }
    return false;
}
