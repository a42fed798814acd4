/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/gift_write.h"

#include <string.h>

#include <talloc.h>

#include "base/buffer.h"
#include "base/memory.h"

static bool is_letter(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

/* What Markdown would take for a tag or an entity, though here it is only text; and the
 * arrow, which GIFT takes for the middle of a pair and has no escape for. NULL: neither
 * begins here. */
static const char *entity_for(const char *text, const char *at)
{
    if (*at == '<' && (is_letter(at[1]) || (at[1] && strchr("/!?", at[1]))))
        return "&lt;";
    if (*at == '&' && (is_letter(at[1]) || at[1] == '#'))
        return "&amp;";
    return *at == '>' && at > text && at[-1] == '-' ? "&gt;" : NULL;
}

static void put_sign(struct buffer *out, char sign)
{
    const char piece[] = { sign, '\0' };

    if (sign == '\n') {
        buffer_put(out, "\\n");
        return;
    }
    if (strchr("~=#{}:\\", sign))
        buffer_put(out, "\\");
    buffer_put(out, piece);
}

/* Words in Markdown. A line of GIFT must not end inside of a text. */
static void put_markdown(struct buffer *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        const char *entity = entity_for(text, at);
        if (entity)
            buffer_put(out, entity);
        else
            put_sign(out, *at);
    }
}

/* "[html]" at the beginning of a text is a part of it, when a format stands before. */
static void put_format(struct buffer *out, const char *text)
{
    for (size_t i = 0; i < GIFT_FORMATS; i++)
        if (strncmp(text, gift_formats[i], strlen(gift_formats[i])) == 0)
            buffer_put(out, GIFT_MARKDOWN);
}

static void put_words(struct buffer *out, const char *text)
{
    put_format(out, text);
    put_markdown(out, text);
}

static void put_plain(struct buffer *out, const char *text)
{
    for (; *text; text++)
        put_sign(out, *text);
}

/* In an answer to type, a star without a backslash would accept anything. */
static void put_typed(struct buffer *out, const char *text)
{
    put_format(out, text);
    for (; *text; text++) {
        if (*text == '*')
            buffer_put(out, "\\\\");
        put_sign(out, *text);
    }
}

static void put_feedback(struct buffer *out, const char *feedback)
{
    if (!feedback)
        return;
    buffer_put(out, "#");
    put_words(out, feedback);
}

static size_t right_count(const struct gift_question *question)
{
    size_t count = 0;
    for (size_t i = 0; i < question->count; i++)
        count += question->answers[i].right;
    return count;
}

/* The weights that Moodle knows; it refuses others. Right ones add up to 100, wrong
 * ones to -100, so that ticking everything gains nothing. */
static const char *weight_of(size_t count)
{
    static const char *const weights[] = { "100",      "50",       "33.33333", "25",      "20",
                                           "16.66667", "14.28571", "12.5",     "11.11111", "10" };
    return weights[count < 10 ? count - 1 : 9];
}

static void put_weight(struct buffer *out, const struct gift_question *question, bool right)
{
    size_t rights = right_count(question);
    buffer_put(out, right ? "%" : "%-");
    buffer_put(out, weight_of(right ? rights : question->count - rights));
    buffer_put(out, "%");
}

static bool is_first_right(const struct gift_question *question, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (question->answers[i].right)
            return false;
    return question->answers[index].right;
}

/* '=' before the right answer, '~' before all others; a weight where they are right
 * too, or begin with a sign that would be taken for one. */
static void put_choice_sign(struct buffer *out, const struct gift_question *question, size_t index)
{
    const struct gift_answer *answer = &question->answers[index];

    if (question->kind == GIFT_CHOICE && is_first_right(question, index)) {
        buffer_put(out, "=");
        return;
    }
    buffer_put(out, "~");
    if (question->kind == GIFT_CHOICES)
        put_weight(out, question, answer->right);
    else if (answer->right || *answer->text == '%')
        buffer_put(out, answer->right ? "%100%" : "%0%");
}

static void put_choices(struct buffer *out, const struct gift_question *question)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct gift_answer *answer = &question->answers[i];
        buffer_put(out, "\n\t");
        put_choice_sign(out, question, i);
        put_words(out, answer->text);
        put_feedback(out, answer->feedback);
    }
}

static void put_accepted(struct buffer *out, const struct gift_question *question)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct gift_answer *answer = &question->answers[i];
        buffer_put(out, "\n\t=");
        if (!answer->right || *answer->text == '%')
            buffer_put(out, answer->right ? "%100%" : "%0%");
        put_typed(out, answer->text);
        put_feedback(out, answer->feedback);
    }
}

/* The colon of "28:2" is no text. The sign before the only number is for a Moodle that
 * takes a bare 0 for nothing. */
static void put_numbers(struct buffer *out, const struct gift_question *question)
{
    buffer_put(out, "#");
    for (size_t i = 0; i < question->count; i++) {
        const struct gift_answer *answer = &question->answers[i];
        buffer_put(out, answer->right ? "\n\t=" : "\n\t~");
        if (*answer->text == '%')
            buffer_put(out, answer->right ? "%100%" : "%0%");
        put_format(out, answer->text);
        for (const char *at = answer->text; *at; at++)
            if (*at == ':')
                buffer_put(out, ":");
            else
                put_sign(out, *at);
        put_feedback(out, answer->feedback);
    }
}

static void put_pairs(struct buffer *out, const struct gift_question *question)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct gift_answer *answer = &question->answers[i];
        buffer_put(out, "\n\t=");
        put_words(out, answer->text);
        buffer_put(out, " -> ");
        put_plain(out, answer->match ? answer->match : "");
    }
}

static const struct gift_answer *answer_that_is(const struct gift_question *question, bool right)
{
    for (size_t i = 0; i < question->count; i++)
        if (question->answers[i].right == right)
            return &question->answers[i];
    return NULL;
}

/* "T#when wrong#when right" */
static void put_truth(struct buffer *out, const struct gift_question *question)
{
    const struct gift_answer *wrong = answer_that_is(question, false);
    const struct gift_answer *right = answer_that_is(question, true);

    buffer_put(out, question->answers[0].right ? "T" : "F");
    if (!(wrong && wrong->feedback) && !(right && right->feedback))
        return;
    buffer_put(out, "#");
    put_words(out, wrong && wrong->feedback ? wrong->feedback : "");
    if (right)
        put_feedback(out, right->feedback);
}

static void put_answers(struct buffer *out, const struct gift_question *question)
{
    switch (question->kind) {
    case GIFT_DESCRIPTION:
    case GIFT_ESSAY:
        break;
    case GIFT_TRUE_FALSE:
        put_truth(out, question);
        break;
    case GIFT_CHOICE:
    case GIFT_CHOICES:
        put_choices(out, question);
        break;
    case GIFT_SHORT:
        put_accepted(out, question);
        break;
    case GIFT_MATCH:
        put_pairs(out, question);
        break;
    case GIFT_NUMBER:
        put_numbers(out, question);
        break;
    }
}

/* Pairs have no feedback of their own: all of it becomes a list. */
static char *whole_feedback(const void *parent, const struct gift_question *question)
{
    char *feedback = memory_need(
        talloc_strdup(parent, question->feedback ? question->feedback : ""));

    for (size_t i = 0; i < question->count && question->kind == GIFT_MATCH; i++) {
        const struct gift_answer *answer = &question->answers[i];
        if (answer->feedback)
            feedback = memory_need(talloc_asprintf_append_buffer(
                feedback, "%s- %s → %s: %s", *feedback ? "\n" : "", answer->text,
                answer->match ? answer->match : "", answer->feedback));
    }
    return feedback;
}

static void put_braces(struct buffer *out, const struct gift_question *question)
{
    char *feedback = whole_feedback(out->text, question);

    buffer_put(out, "{");
    put_answers(out, question);
    if (*feedback) {
        buffer_put(out, "\n\t####");
        put_words(out, feedback);
    }
    buffer_put(out, question->count > 1 || *feedback ? "\n}" : "}");
}

static bool is_space(char sign)
{
    return sign && strchr(" \t\r\n", sign);
}

/* Where the text has a gap for the answers; NULL: nowhere. More space around it would
 * be lost. */
static const char *find_gap(const struct gift_question *question)
{
    const char *gap = question->kind == GIFT_DESCRIPTION ? NULL : question->stem;

    for (gap = gap ? strstr(gap, GIFT_GAP) : NULL; gap; gap = strstr(gap + 1, GIFT_GAP)) {
        const char *after = gap + strlen(GIFT_GAP);
        if (*after && !is_space(*after) && (gap == question->stem || !is_space(gap[-1])))
            return gap;
    }
    return NULL;
}

/* Else the answers stand at the end of the text. */
static void put_stem(struct buffer *out, const struct gift_question *question)
{
    const char *gap = find_gap(question);

    if (!gap) {
        put_markdown(out, question->stem);
        if (question->kind != GIFT_DESCRIPTION)
            put_braces(out, question);
        return;
    }
    char *before = memory_need(
        talloc_strndup(NULL, question->stem, (size_t)(gap - question->stem)));
    put_markdown(out, before);
    buffer_put(out, " ");
    put_braces(out, question);
    buffer_put(out, " ");
    put_markdown(out, gap + strlen(GIFT_GAP));
    talloc_free(before);
}

bool gift_holds(const struct gift_question *question)
{
    if (question->kind != GIFT_SHORT)
        return true;
    for (size_t i = 0; i < question->count; i++)
        if (strstr(question->answers[i].text, "->"))
            return false;
    return true;
}

char *gift_write(const void *parent, const struct gift_question *question)
{
    struct buffer out = buffer_new(parent);

    if (question->title) {
        buffer_put(&out, "::");
        put_plain(&out, question->title);
        buffer_put(&out, "::");
    }
    buffer_put(&out, GIFT_MARKDOWN);
    put_stem(&out, question);
    buffer_put(&out, "\n\n");
    return out.text;
}
