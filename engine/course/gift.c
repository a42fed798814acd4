/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/gift.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

/* One question of the file, while it is taken apart. */
struct parsing {
    const void *parent;
    const char *file;
    struct diagnostics *problems;
    size_t line; /* where the question begins */
};

static bool refuse(const struct parsing *parsing, const char *message, const char *advice)
{
    diagnostics_add(parsing->problems, SEVERITY_ERROR, parsing->file,
                    (struct position){ parsing->line, 1 }, "%s", message);
    diagnostics_advise(parsing->problems, "%s", advice);
    return false;
}

/* The first of these characters that no backslash stands before; else the end. */
static char *find_sign(char *text, const char *signs)
{
    for (; *text; text++) {
        if (*text == '\\' && text[1])
            text++;
        else if (strchr(signs, *text))
            break;
    }
    return text;
}

static bool is_escaped(char character)
{
    return character && strchr("~=#{}:\\", character);
}

/* A piece without its escapes and without space around it. */
static char *take_text(const struct parsing *parsing, const char *text, size_t length)
{
    char *copy = memory_need(talloc_array(parsing->parent, char, (unsigned)length + 1));
    size_t out = 0;

    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\\' && i + 1 < length && text[i + 1] == 'n') {
            copy[out++] = '\n';
            i++;
        } else if (text[i] == '\\' && i + 1 < length && is_escaped(text[i + 1])) {
            copy[out++] = text[++i];
        } else {
            copy[out++] = text[i];
        }
    }
    while (out > 0 && strchr(" \t\r\n", copy[out - 1]))
        out--;
    copy[out] = '\0';
    size_t space = strspn(copy, " \t\r\n");
    memmove(copy, copy + space, out - space + 1);
    return copy;
}

static char *take_all(const struct parsing *parsing, const char *text)
{
    return take_text(parsing, text, strlen(text));
}

static struct gift_answer *add_answer(const struct parsing *parsing,
                                      struct gift_question *question)
{
    question->answers =
        memory_need(talloc_realloc(parsing->parent, question->answers, struct gift_answer,
                                   (unsigned)question->count + 1));
    struct gift_answer *answer = &question->answers[question->count++];
    *answer = (struct gift_answer){ .text = "" };
    return answer;
}

/* "text#feedback"; "->" in the text parts the sides of a pair. */
static void take_answer_text(const struct parsing *parsing, struct gift_answer *answer, char *text)
{
    char *feedback = find_sign(text, "#");
    if (*feedback) {
        *feedback = '\0';
        char *own = take_all(parsing, feedback + 1);
        answer->feedback = *own ? own : NULL;
    }
    char *arrow = strstr(text, "->");
    if (arrow) {
        *arrow = '\0';
        answer->match = take_all(parsing, arrow + 2);
    }
    answer->text = take_all(parsing, text);
}

/* What the answers of a list are together. */
struct tally {
    size_t right, wrong, weighted, pairs;
};

static bool take_answer(const struct parsing *parsing, struct gift_question *question, char sign,
                        char *text, struct tally *tally)
{
    struct gift_answer *answer = add_answer(parsing, question);
    double weight = sign == '=' ? 100 : 0;
    bool weighted = *text == '%';

    if (weighted) {
        char *end;
        weight = strtod(text + 1, &end);
        if (*end != '%')
            return refuse(parsing,
                          /* TRANSLATORS: a number between two per cent signs in a GIFT file. */
                          _("a weight has no end"),
                          /* TRANSLATORS: advice after "a weight has no end". */
                          _("write it between two signs, such as %50%"));
        text = end + 1;
    }
    answer->right = weight > 0;
    take_answer_text(parsing, answer, text);
    tally->right += sign == '=';
    tally->wrong += sign == '~';
    tally->weighted += weighted && sign == '~';
    tally->pairs += answer->match != NULL;
    return true;
}

static enum gift_kind kind_of(const struct tally *tally)
{
    if (tally->pairs > 0)
        return GIFT_MATCH;
    if (tally->wrong == 0)
        return GIFT_SHORT;
    return tally->weighted > 0 && tally->right == 0 ? GIFT_CHOICES : GIFT_CHOICE;
}

static bool take_list(const struct parsing *parsing, struct gift_question *question, char *text)
{
    struct tally tally = { 0, 0, 0, 0 };

    text += strspn(text, " \t\r\n");
    if (*text != '=' && *text != '~')
        return refuse(parsing,
                      /* TRANSLATORS: a GIFT file; the signs stay as they are. */
                      _("an answer begins with '=' or '~'"),
                      /* TRANSLATORS: advice after "an answer begins with '=' or '~'". */
                      _("'=' stands before a right answer, '~' before a wrong one"));
    while (*text) {
        char sign = *text++;
        char *end = find_sign(text, "=~");
        char next = *end;
        *end = '\0';
        text += strspn(text, " \t\r\n");
        if (!take_answer(parsing, question, sign, text, &tally))
            return false;
        *end = next;
        text = end;
    }
    question->kind = kind_of(&tally);
    return true;
}

/* "T#when wrong#when right" */
static void take_truth(const struct parsing *parsing, struct gift_question *question, char *text,
                       bool truth)
{
    char *parts[2] = { NULL, NULL };
    char *at = find_sign(text, "#");

    for (size_t i = 0; i < 2 && *at; i++) {
        *at++ = '\0';
        parts[i] = at;
        at = find_sign(at, "#");
    }
    *at = '\0';
    for (int i = 0; i < 2; i++) {
        struct gift_answer *answer = add_answer(parsing, question);
        answer->right = (i == 0) == truth;
        char *feedback = parts[answer->right ? 1 : 0];
        answer->feedback = feedback ? take_all(parsing, feedback) : NULL;
        /* TRANSLATORS: the two answers of a question that is true or false. */
        answer->text = i == 0 ? C_("gift", "True") : C_("gift", "False");
    }
    question->kind = GIFT_TRUE_FALSE;
}

static bool is_truth(const char *text, bool *ret_truth)
{
    static const struct {
        const char *word;
        bool truth;
    } words[] = { { "T", true }, { "TRUE", true }, { "F", false }, { "FALSE", false } };
    size_t length = strcspn(text, "# \t\r\n");

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i].word) == length && strncmp(text, words[i].word, length) == 0) {
            *ret_truth = words[i].truth;
            return true;
        }
    return false;
}

/* Numbers keep their text; who uses them knows which numbers it can use. */
static bool take_number(const struct parsing *parsing, struct gift_question *question, char *text)
{
    text += strspn(text, " \t\r\n");
    if (*text == '=' || *text == '~') {
        if (!take_list(parsing, question, text))
            return false;
    } else {
        struct gift_answer *answer = add_answer(parsing, question);
        take_answer_text(parsing, answer, text);
        answer->right = true;
    }
    question->kind = GIFT_NUMBER;
    return true;
}

static bool take_answers(const struct parsing *parsing, struct gift_question *question, char *text)
{
    bool truth;
    char *general = strstr(text, "####");

    if (general) {
        *general = '\0';
        question->feedback = take_all(parsing, general + 4);
    }
    text += strspn(text, " \t\r\n");
    if (!*text)
        question->kind = GIFT_ESSAY;
    else if (*text == '#')
        return take_number(parsing, question, text + 1);
    else if (is_truth(text, &truth))
        take_truth(parsing, question, text, truth);
    else
        return take_list(parsing, question, text);
    return true;
}

/* "::title::" and "[html]" stand before the text. */
static char *take_head(const struct parsing *parsing, struct gift_question *question, char *text)
{
    static const char *const formats[] = { "[html]", "[markdown]", "[plain]", "[moodle]" };

    text += strspn(text, " \t\r\n");
    char *end = strncmp(text, "::", 2) == 0 ? strstr(text + 2, "::") : NULL;
    if (end) {
        question->title = take_text(parsing, text + 2, (size_t)(end - text) - 2);
        text = end + 2;
        text += strspn(text, " \t\r\n");
    }
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strncmp(text, formats[i], strlen(formats[i])) == 0)
            return text + strlen(formats[i]);
    return text;
}

static char *join_stem(const struct parsing *parsing, const char *before, const char *after)
{
    char *first = take_all(parsing, before), *last = take_all(parsing, after);
    if (!*last)
        return first;
    return memory_need(talloc_asprintf(parsing->parent, "%s _____ %s", first, last));
}

static bool take_question(const struct parsing *parsing, struct gift_question *question,
                          char *text)
{
    *question = (struct gift_question){ .line = parsing->line };
    text = take_head(parsing, question, text);
    char *open = find_sign(text, "{");
    if (!*open) {
        question->stem = take_all(parsing, text);
        return true;
    }
    char *close = find_sign(open + 1, "}");
    if (!*close)
        return refuse(parsing,
                      /* TRANSLATORS: a GIFT file; the signs stay as they are. */
                      _("'{' has no '}'"),
                      /* TRANSLATORS: advice after "'{' has no '}'". */
                      _("close the answers with '}', without an empty line among them"));
    *open = '\0';
    *close = '\0';
    question->stem = join_stem(parsing, text, close + 1);
    return take_answers(parsing, question, open + 1);
}

static bool is_blank(const char *line, size_t length)
{
    return strspn(line, " \t\r") >= length;
}

/* Comments and categories are no part of a question. */
static bool is_skipped(const char *line)
{
    line += strspn(line, " \t");
    return strncmp(line, "//", 2) == 0 || strncmp(line, "$CATEGORY:", 10) == 0;
}

static void add_question(const struct parsing *parsing, struct gift *gift, char *text)
{
    if (!*text)
        return;
    gift->questions = memory_need(talloc_realloc(parsing->parent, gift->questions,
                                                 struct gift_question,
                                                 (unsigned)gift->count + 1));
    if (take_question(parsing, &gift->questions[gift->count], text))
        gift->count++;
}

/* Questions are parted by empty lines. */
static void take_lines(struct parsing *parsing, struct gift *gift, const char *bytes)
{
    char *text = memory_need(talloc_strdup(parsing->parent, ""));
    size_t number = 0;

    while (*bytes) {
        size_t length = strcspn(bytes, "\n");
        number++;
        if (is_blank(bytes, length)) {
            add_question(parsing, gift, text);
            talloc_free(text);
            text = memory_need(talloc_strdup(parsing->parent, ""));
        } else if (!is_skipped(bytes)) {
            if (!*text)
                parsing->line = number;
            text = memory_need(
                talloc_asprintf_append_buffer(text, "%.*s\n", (int)length, bytes));
        }
        bytes += length + (bytes[length] == '\n');
    }
    add_question(parsing, gift, text);
}

struct gift *gift_parse(const void *parent, const char *file, struct bytes bytes,
                        struct diagnostics *problems)
{
    size_t mark = text_mark_length(bytes.data, bytes.length);
    struct parsing parsing = { .parent = parent, .file = file, .problems = problems, .line = 1 };
    size_t first_problem = problems->count;

    if (text_invalid(bytes.data, bytes.length) || memchr(bytes.data, '\0', bytes.length)) {
        refuse(&parsing, _("this is not UTF-8 text"),
               _("save the file again with the encoding UTF-8"));
        return NULL;
    }
    struct gift *gift = memory_need(talloc_zero(parent, struct gift));
    take_lines(&parsing, gift, bytes.data + mark);
    diagnostics_quote(problems, first_problem, bytes.data, bytes.length);
    return gift;
}
