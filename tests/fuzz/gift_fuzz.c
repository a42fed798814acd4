/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as questions in GIFT: read, written and read again, which must give the
 * same questions; and made a lesson, which must at least be YAML. Built with clang's
 * libFuzzer; nothing may crash, leak or hang.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/diagnostic.h"
#include "base/memory.h"
#include "course/gift.h"
#include "course/gift_lesson.h"
#include "course/gift_write.h"
#include "course/node.h"

/* A longer text may break the limits of a lesson's file. */
#define SURELY_SHORT 4000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool holds)
{
    if (!holds)
        abort();
}

static bool same_text(const char *one, const char *other)
{
    return strcmp(one ? one : "", other ? other : "") == 0;
}

static void need_same(const struct gift_question *one, const struct gift_question *other)
{
    need(one->kind == other->kind && one->count == other->count);
    need(same_text(one->title, other->title) && same_text(one->stem, other->stem));
    need(one->kind == GIFT_MATCH || same_text(one->feedback, other->feedback));
    for (size_t i = 0; i < one->count; i++) {
        const struct gift_answer *answer = &one->answers[i], *again = &other->answers[i];
        need(same_text(answer->text, again->text) && same_text(answer->match, again->match));
        need(one->kind == GIFT_MATCH || answer->right == again->right);
        need(one->kind == GIFT_MATCH || same_text(answer->feedback, again->feedback));
    }
}

static void write_and_read(const void *memory, const struct gift_question *question)
{
    struct diagnostics *problems = diagnostics_new(memory);
    char *text = gift_write(memory, question);
    struct bytes bytes = { .data = text, .length = strlen(text) };
    const struct gift *again = gift_parse(memory, "again", bytes, problems);

    need(again && again->count == 1 && problems->count == 0);
    need_same(question, &again->questions[0]);
}

static void make_lesson(const void *memory, const struct gift *gift, size_t size,
                        struct diagnostics *problems)
{
    char *text = gift_write_lesson(memory, gift, "quiz", "questions", problems);
    struct bytes bytes = { .data = text, .length = strlen(text) };

    lesson_parse(memory, "lesson", bytes, activity_verbs(), LESSON_WHOLE, problems);
    if (size < SURELY_SHORT)
        need(node_parse(memory, "lesson", bytes, NULL, problems) != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    struct bytes bytes = { .data = talloc_zero_size(problems, size + 1), .length = size };

    /* There is enough: whoever says otherwise was given NULL. */
    memory_on_exhaustion(abort);
    memcpy(bytes.data, data, size);
    const struct gift *gift = gift_parse(problems, "questions", bytes, problems);
    for (size_t i = 0; gift && i < gift->count; i++)
        if (gift_holds(&gift->questions[i]))
            write_and_read(problems, &gift->questions[i]);
    if (gift)
        make_lesson(problems, gift, size, problems);
    talloc_free(problems);
    return 0;
}
