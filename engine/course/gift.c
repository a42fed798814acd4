/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/gift.h"

#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

const char *const gift_formats[GIFT_FORMATS] = { "[html]", GIFT_MARKDOWN, "[plain]", "[moodle]" };

/* One question of the file, while it is taken apart. */
struct parsing {
    const void *parent;
    const char *file;
    struct diagnostics *problems;
    size_t line;   /* where the question begins */
    bool markdown; /* the format that the question's text says */
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

/* The bytes of a format such as "[html]" at the beginning; 0: there is none. */
static size_t format_length(const char *text, bool *markdown)
{
    for (size_t i = 0; i < GIFT_FORMATS; i++)
        if (strncmp(text, gift_formats[i], strlen(gift_formats[i])) == 0) {
            *markdown = strcmp(gift_formats[i], GIFT_MARKDOWN) == 0;
            return strlen(gift_formats[i]);
        }
    return 0;
}

/* In Markdown these stand for characters that would begin a tag or an entity. */
static void decode_entities(char *text)
{
    static const struct {
        const char *entity;
        char character;
    } known[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' } };
    char *out = text;

    while (*text) {
        size_t i = 0;
        while (i < 3 && strncmp(text, known[i].entity, strlen(known[i].entity)) != 0)
            i++;
        *out++ = i < 3 ? known[i].character : *text;
        text += i < 3 ? strlen(known[i].entity) : 1;
    }
    *out = '\0';
}

/* A text that may say a format of its own, and has one: not an answer to type. */
static char *take_words(const struct parsing *parsing, const char *text)
{
    bool markdown = parsing->markdown;
    text += strspn(text, " \t\r\n");
    text += format_length(text, &markdown);
    char *words = take_all(parsing, text);
    if (markdown)
        decode_entities(words);
    return words;
}

/* A number, or an answer to type, whose format says nothing. */
static char *take_plain(const struct parsing *parsing, const char *text)
{
    bool markdown;
    text += strspn(text, " \t\r\n");
    return take_all(parsing, text + format_length(text, &markdown));
}

/* A star stands for anything, unless it has a backslash. */
static char *take_typed(const struct parsing *parsing, const char *text)
{
    char *typed = take_plain(parsing, text), *out = typed;
    for (const char *at = typed; *at; at++)
        if (*at != '\\' || at[1] != '*')
            *out++ = *at;
    *out = '\0';
    return typed;
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

/* What a list of answers is, which the signs in all of it say. */
enum list {
    LIST_CHOICES, /* a '~' stands in it */
    LIST_PAIRS,   /* "->" stands in it */
    LIST_TYPED,
    LIST_NUMBERS, /* a '#' stands before it */
};

/* "text#feedback"; in a list of pairs "->" parts the sides. */
static void take_answer_text(const struct parsing *parsing, struct gift_answer *answer, char *text,
                             enum list list)
{
    char *feedback = find_sign(text, "#");
    if (*feedback) {
        *feedback = '\0';
        char *own = take_words(parsing, feedback + 1);
        answer->feedback = *own ? own : NULL;
    }
    char *arrow = list == LIST_PAIRS ? strstr(text, "->") : NULL;
    if (arrow) {
        *arrow = '\0';
        answer->match = take_all(parsing, arrow + 2);
    }
    answer->text = list == LIST_TYPED     ? take_typed(parsing, text)
                   : list == LIST_NUMBERS ? take_plain(parsing, text)
                                          : take_words(parsing, text);
}

/* The one right answer of a list of choices needs none, and pairs have none: there "%"
 * is text. */
static bool has_weight(enum list list, char sign, const char *text)
{
    if (list == LIST_PAIRS || (list == LIST_CHOICES && sign == '='))
        return false;
    return *text == '%' && text[1] && strchr("-0123456789", text[1]);
}

static bool take_answer(const struct parsing *parsing, struct gift_question *question, char sign,
                        char *text, enum list list)
{
    struct gift_answer *answer = add_answer(parsing, question);
    double weight = sign == '=' ? 100 : 0;

    if (has_weight(list, sign, text)) {
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
    take_answer_text(parsing, answer, text, list);
    return true;
}

static enum list list_of(const struct gift_question *question, char *text)
{
    if (question->kind == GIFT_NUMBER)
        return LIST_NUMBERS;
    if (*find_sign(text, "~"))
        return LIST_CHOICES;
    return strstr(text, "->") ? LIST_PAIRS : LIST_TYPED;
}

/* Several answers may be chosen where no '=' says that one of them is right. */
static enum gift_kind kind_of(enum list list, char *text)
{
    if (list != LIST_CHOICES)
        return list == LIST_PAIRS ? GIFT_MATCH : GIFT_SHORT;
    return *find_sign(text, "=") ? GIFT_CHOICE : GIFT_CHOICES;
}

static bool take_list(const struct parsing *parsing, struct gift_question *question, char *text)
{
    enum list list = list_of(question, text);

    text += strspn(text, " \t\r\n");
    if (*text != '=' && *text != '~')
        return refuse(parsing,
                      /* TRANSLATORS: a GIFT file; the signs stay as they are. */
                      _("an answer begins with '=' or '~'"),
                      /* TRANSLATORS: advice after "an answer begins with '=' or '~'". */
                      _("'=' stands before a right answer, '~' before a wrong one"));
    if (list != LIST_NUMBERS)
        question->kind = kind_of(list, text);
    while (*text) {
        char sign = *text++;
        char *end = find_sign(text, "=~");
        char next = *end;
        *end = '\0';
        text += strspn(text, " \t\r\n");
        if (!take_answer(parsing, question, sign, text, list))
            return false;
        *end = next;
        text = end;
    }
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
        answer->feedback = feedback ? take_words(parsing, feedback) : NULL;
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
    question->kind = GIFT_NUMBER;
    text += strspn(text, " \t\r\n");
    if (*text == '=' || *text == '~')
        return take_list(parsing, question, text);
    struct gift_answer *answer = add_answer(parsing, question);
    take_answer_text(parsing, answer, text, LIST_NUMBERS);
    answer->right = true;
    return true;
}

/* Feedback on the whole question stands behind the last "####". */
static void take_feedback(const struct parsing *parsing, struct gift_question *question, char *text)
{
    char *general = strstr(text, "####");
    if (!general)
        return;
    for (char *next = general; next; next = strstr(next + 1, "####"))
        general = next;
    *general = '\0';
    question->feedback = take_words(parsing, general + 4);
}

static bool take_answers(const struct parsing *parsing, struct gift_question *question, char *text)
{
    bool truth;

    take_feedback(parsing, question, text);
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

/* The end of a title: the next "::" without a backslash; NULL: there is none. */
static char *find_title_end(char *text)
{
    for (text = find_sign(text, ":"); *text; text = find_sign(text + 1, ":"))
        if (text[1] == ':')
            return text;
    return NULL;
}

/* "::title::" and "[html]" stand before the text. */
static char *take_head(struct parsing *parsing, struct gift_question *question, char *text)
{
    text += strspn(text, " \t\r\n");
    char *end = strncmp(text, "::", 2) == 0 ? find_title_end(text + 2) : NULL;
    if (end) {
        question->title = take_text(parsing, text + 2, (size_t)(end - text) - 2);
        text = end + 2;
        text += strspn(text, " \t\r\n");
    }
    parsing->markdown = false;
    return text + format_length(text, &parsing->markdown);
}

static char *take_part(const struct parsing *parsing, const char *text)
{
    char *part = take_all(parsing, text);
    if (parsing->markdown)
        decode_entities(part);
    return part;
}

static char *join_stem(const struct parsing *parsing, const char *before, const char *after)
{
    char *first = take_part(parsing, before), *last = take_part(parsing, after);
    if (!*last)
        return first;
    return memory_need(talloc_asprintf(parsing->parent, "%s" GIFT_GAP "%s", first, last));
}

static bool take_question(struct parsing *parsing, struct gift_question *question,
                          char *text)
{
    *question = (struct gift_question){ .line = parsing->line };
    text = take_head(parsing, question, text);
    char *open = find_sign(text, "{");
    if (!*open) {
        question->stem = take_part(parsing, text);
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

static void add_question(struct parsing *parsing, struct gift *gift, char *text)
{
    if (!*text)
        return;
    gift->questions = memory_need(talloc_realloc(parsing->parent, gift->questions,
                                                 struct gift_question,
                                                 (unsigned)gift->count + 1));
    if (take_question(parsing, &gift->questions[gift->count], text))
        gift->count++;
}

/* Space around a line is layout; space that is meant stands behind a \\n. */
static char *append_line(char *text, const char *line, size_t length)
{
    size_t space = strspn(line, " \t");
    while (length > space && strchr(" \t\r", line[length - 1]))
        length--;
    return memory_need(talloc_asprintf_append_buffer(text, "%.*s\n", (int)(length - space),
                                                     line + space));
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
            text = append_line(text, bytes, length);
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
