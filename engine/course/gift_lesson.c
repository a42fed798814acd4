/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/gift_lesson.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

/* Lists of a lesson are no longer: each entry has a digit key. */
#define LIST_MAX 9

struct writing {
    char *out;
    const char *file;
    struct diagnostics *problems;
    const struct gift_question *question;
    size_t number; /* of the question, from 1 */
    size_t without_why;
};

static void warn(struct writing *writing, const char *message, const char *advice)
{
    diagnostics_add(writing->problems, SEVERITY_WARNING, writing->file,
                    (struct position){ writing->question->line, 1 }, "%s", message);
    diagnostics_advise(writing->problems, "%s", advice);
}

static void put(struct writing *writing, const char *text)
{
    writing->out = memory_need(talloc_strdup_append_buffer(writing->out, text));
}

/* A text in double quotes, on one line. */
static void put_quoted(struct writing *writing, const char *text)
{
    char *clean = text_clean(writing->out, text, strlen(text));
    put(writing, "\"");
    for (const char *at = clean; *at; at++) {
        const char piece[] = { *at, '\0' };
        put(writing, *at == '\n' ? " " : *at == '"' ? "\\\"" : *at == '\\' ? "\\\\" : piece);
    }
    put(writing, "\"\n");
    talloc_free(clean);
}

static void put_field(struct writing *writing, const char *name, const char *text)
{
    put(writing, name);
    put(writing, ": ");
    put_quoted(writing, text);
}

/* A page, line by line, as far in as the step's fields. The first line must not be
 * further in than the others. */
static void put_stem(struct writing *writing, const char *verb)
{
    const char *stem = writing->question->stem;
    char *clean = text_clean(writing->out, stem, strlen(stem));
    char *rest = clean + strspn(clean, " \n");

    put(writing, "  - ");
    put(writing, verb);
    put(writing, ": |-\n");
    for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n")) {
        put(writing, *line ? "      " : "");
        put(writing, line);
        put(writing, "\n");
    }
    talloc_free(clean);
}

static void put_id(struct writing *writing)
{
    char *id = memory_need(talloc_asprintf(writing->out, "    id: q%zu\n    rev: 1\n",
                                           writing->number));
    put(writing, id);
    talloc_free(id);
}

static void put_why(struct writing *writing, const char *indent, const char *feedback)
{
    if (!feedback || !*feedback)
        feedback = writing->question->feedback;
    if (!feedback || !*feedback) {
        writing->without_why++;
        return;
    }
    put(writing, indent);
    put_field(writing, "why", feedback);
}

/* A line that ends with the number of an answer, from 1. */
static void put_named(struct writing *writing, const char *before, size_t index)
{
    char *line = memory_need(talloc_asprintf(writing->out, "%s%zu\n", before, index + 1));
    put(writing, line);
    talloc_free(line);
}

static void put_item(struct writing *writing, size_t index)
{
    put_named(writing, "      - id: a", index);
}

static void put_options(struct writing *writing)
{
    put(writing, "    options:\n");
    for (size_t i = 0; i < writing->question->count; i++) {
        const struct gift_answer *answer = &writing->question->answers[i];
        put_item(writing, i);
        put(writing, "        ");
        put_field(writing, "text", answer->text);
        if (answer->right)
            put(writing, "        right: yes\n");
        put_why(writing, "        ", answer->feedback);
    }
}

static void put_pairs(struct writing *writing)
{
    put(writing, "    pairs:\n");
    for (size_t i = 0; i < writing->question->count; i++) {
        const struct gift_answer *answer = &writing->question->answers[i];
        put_item(writing, i);
        put(writing, "        ");
        put_field(writing, "left", answer->text);
        put(writing, "        ");
        put_field(writing, "right", answer->match ? answer->match : "");
        put_why(writing, "        ", answer->feedback);
    }
}

static void put_accepted(struct writing *writing)
{
    put(writing, "    accept:\n");
    for (size_t i = 0; i < writing->question->count; i++) {
        put(writing, "      - ");
        put_quoted(writing, writing->question->answers[i].text);
    }
    put_why(writing, "    ", writing->question->answers[0].feedback);
}

/* "28", "28:2" or "26..30" as a whole number and how far from it is right. */
static bool read_number(const char *text, long *ret_number, long *ret_within)
{
    char *end;
    long first = strtol(text, &end, 10);
    if (end == text || first < 0)
        return false;
    *ret_number = first;
    *ret_within = 0;
    if (*end == ':') {
        *ret_within = strtol(end + 1, &end, 10);
    } else if (strncmp(end, "..", 2) == 0) {
        long last = strtol(end + 2, &end, 10);
        if (last < first || (last - first) % 2 != 0)
            return false;
        *ret_within = (last - first) / 2;
        *ret_number = first + *ret_within;
    }
    return *end == '\0' && *ret_within >= 0 && *ret_number <= 999999999;
}

static bool put_number(struct writing *writing)
{
    const struct gift_question *question = writing->question;
    long number, within;

    if (question->count != 1 || !read_number(question->answers[0].text, &number, &within))
        return false;
    put_stem(writing, "number");
    put_id(writing);
    char *fields = memory_need(talloc_asprintf(
        writing->out, "    answer: %ld\n    within: %ld\n", number, within));
    put(writing, fields);
    talloc_free(fields);
    put_why(writing, "    ", question->answers[0].feedback);
    return true;
}

static size_t right_count(const struct gift_question *question)
{
    size_t count = 0;
    for (size_t i = 0; i < question->count; i++)
        count += question->answers[i].right;
    return count;
}

static bool put_choice(struct writing *writing, const char *verb)
{
    const struct gift_question *question = writing->question;
    bool one = strcmp(verb, "choose") == 0;

    if (question->count < 2 || question->count > LIST_MAX ||
        (one ? right_count(question) != 1 : right_count(question) == 0))
        return false;
    put_stem(writing, verb);
    put_id(writing);
    put_options(writing);
    return true;
}

static const char *match_of(const struct gift_question *question, size_t index)
{
    const char *match = question->answers[index].match;
    return match ? match : "";
}

/* The first answer with the same right side. */
static size_t first_of_group(const struct gift_question *question, size_t index)
{
    size_t first = 0;
    while (strcmp(match_of(question, first), match_of(question, index)) != 0)
        first++;
    return first;
}

static size_t group_count(const struct gift_question *question)
{
    size_t count = 0;
    for (size_t i = 0; i < question->count; i++)
        count += first_of_group(question, i) == i;
    return count;
}

static void put_groups(struct writing *writing)
{
    put(writing, "    groups:\n");
    for (size_t i = 0; i < writing->question->count; i++) {
        if (first_of_group(writing->question, i) != i)
            continue;
        put_named(writing, "      - id: g", i);
        put(writing, "        ");
        put_field(writing, "text", match_of(writing->question, i));
    }
}

static void put_sorted(struct writing *writing)
{
    put(writing, "    items:\n");
    for (size_t i = 0; i < writing->question->count; i++) {
        const struct gift_answer *answer = &writing->question->answers[i];
        put_item(writing, i);
        put(writing, "        ");
        put_field(writing, "text", answer->text);
        put_named(writing, "        group: g", first_of_group(writing->question, i));
        put_why(writing, "        ", answer->feedback);
    }
}

/* Items that share a right side are sorted into groups. */
static bool put_sort(struct writing *writing)
{
    if (group_count(writing->question) < 2)
        return false;
    put_stem(writing, "sort");
    put_id(writing);
    put_groups(writing);
    put_sorted(writing);
    return true;
}

static bool put_match(struct writing *writing)
{
    const struct gift_question *question = writing->question;
    if (question->count < 2 || question->count > LIST_MAX)
        return false;
    if (group_count(question) < question->count)
        return put_sort(writing);
    put_stem(writing, "match");
    put_id(writing);
    put_pairs(writing);
    return true;
}

static bool put_write(struct writing *writing)
{
    put_stem(writing, "write");
    put_id(writing);
    put_accepted(writing);
    return true;
}

static bool put_plain(struct writing *writing, const char *verb)
{
    put_stem(writing, verb);
    return true;
}

static bool put_question(struct writing *writing)
{
    switch (writing->question->kind) {
    case GIFT_DESCRIPTION:
        return put_plain(writing, "read");
    case GIFT_ESSAY:
        return put_plain(writing, "reflect");
    case GIFT_TRUE_FALSE:
    case GIFT_CHOICE:
        return put_choice(writing, "choose");
    case GIFT_CHOICES:
        return put_choice(writing, "choose-all");
    case GIFT_SHORT:
        return put_write(writing);
    case GIFT_MATCH:
        return put_match(writing);
    case GIFT_NUMBER:
        return put_number(writing);
    }
    return false;
}

static void write_question(struct writing *writing)
{
    writing->without_why = 0;
    if (!*writing->question->stem || !put_question(writing)) {
        warn(writing,
             /* TRANSLATORS: a question of a file in GIFT format. */
             _("this question was left out: no verb of a lesson can ask it"),
             /* TRANSLATORS: advice after "this question was left out". */
             _("whole numbers only; 2 to 9 answers; one right answer, or weights for several"));
        return;
    }
    if (writing->without_why > 0)
        warn(writing,
             /* TRANSLATORS: a question of a file in GIFT format. */
             _("answers of this question have no feedback"),
             /* TRANSLATORS: advice; 'why' is a field of the file format. */
             _("write in the lesson why each is right or wrong, behind 'why:'"));
}

char *gift_write_lesson(const void *parent, const struct gift *gift, const char *id,
                        const char *file, struct diagnostics *problems)
{
    struct writing writing = {
        .out = memory_need(talloc_asprintf(parent,
                                           "lesson: %s\ntitle: %s\nminutes: %zu\nsteps:\n", id,
                                           id, gift->count < 180 ? gift->count + 1 : 180)),
        .file = file,
        .problems = problems,
    };
    for (size_t i = 0; i < gift->count; i++) {
        writing.question = &gift->questions[i];
        writing.number = i + 1;
        write_question(&writing);
    }
    return writing.out;
}
