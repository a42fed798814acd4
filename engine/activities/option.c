/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/option.h"

#include <string.h>

#include "activities/answering.h"
#include "base/language.h"
#include "view/markdown.h"

/* TRANSLATORS: explains the field 'options' of a question. */
const char option_about_options[] = N_("the answers to choose from");
/* TRANSLATORS: explains the field 'hints' of a question. */
const char option_about_hints[] = N_("hints, shown one at a time before another try");
/* TRANSLATORS: explains the field 'shuffle' of a question. */
const char option_about_shuffle[] = N_("'yes' shows the options in a random order");

static const struct field fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct option, id),
      /* TRANSLATORS: explains the field 'id' of an option. */
      .about = N_("the short name of the option; it stays the same when the text changes") },
    { .name = "text", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_DISTINCT,
      .offset = offsetof(struct option, text),
      /* TRANSLATORS: explains the field 'text' of an option. */
      .about = N_("the answer as the learner reads it") },
    { .name = "why", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_LATER,
      .offset = offsetof(struct option, why),
      /* TRANSLATORS: explains the field 'why' of an option. */
      .about = N_("why it is right or wrong, shown after the answer; the right one needs it too") },
    { .name = "right", .type = FIELD_YES_NO, .offset = offsetof(struct option, right),
      /* TRANSLATORS: explains the field 'right' of an option; yes stays English. */
      .about = N_("'yes' marks a right answer") },
};

const struct record option_record = {
    .name = NC_("record", "option"),
    .size = sizeof(struct option),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

const struct option *question_option(const struct question *question, size_t index)
{
    return (const struct option *)question->options.items + index;
}

size_t question_right_count(const struct question *question)
{
    size_t count = 0;
    for (size_t i = 0; i < question->options.count; i++)
        count += question_option(question, i)->right;
    return count;
}

void question_shuffle(const struct question *question, unsigned char *order,
                      struct random *random)
{
    if (question->shuffle) {
        random_order(random, order, question->options.count);
        return;
    }
    for (size_t i = 0; i < question->options.count; i++)
        order[i] = (unsigned char)i;
}

void question_print(const struct step *step, enum mark mark, struct handout *handout)
{
    const struct question *question = step->fields;

    activity_show_stem(step, handout->task);
    for (size_t i = 0; i < question->options.count; i++)
        markdown_option(handout->task, question_option(question, i)->text.bytes, mark);
    for (size_t i = 0; i < question->hints.count; i++)
        markdown_paragraph(handout->hints, question->hints.items[i].bytes);
}

const char *question_gift(const void *parent, const struct step *step, enum gift_kind kind,
                          struct gift_question *question)
{
    const struct question *asked = step->fields;
    struct gift_answer *answers =
        activity_gift_answers(parent, question, asked->options.count);

    question->kind = kind;
    question->stem = asked->stem.bytes;
    for (size_t i = 0; i < question->count; i++) {
        const struct option *option = question_option(asked, i);
        answers[i].text = option->text.bytes;
        answers[i].feedback = option->why.bytes;
        answers[i].right = option->right;
    }
    if (asked->hints.count == 0)
        return NULL;
    /* TRANSLATORS: what a question of a lesson has and the GIFT format has no place for. */
    return _("its hints are missing there");
}

void activity_show_stem(const struct step *step, struct view *view)
{
    markdown_page(view, step_stem(step)->bytes);
    view_gap(view);
}

void activity_add_why(const void *parent, struct rich *rich, const char *lead,
                      const struct text *text, const struct text *why)
{
    if (lead) {
        rich_add(parent, rich, lead, strlen(lead), STYLE_QUIET);
        rich_add(parent, rich, " ", 1, STYLE_PLAIN);
    }
    markdown_line(parent, text->bytes, STYLE_BOLD, rich);
    rich_add(parent, rich, " — ", strlen(" — "), STYLE_PLAIN);
    markdown_line(parent, why->bytes, STYLE_PLAIN, rich);
}

void activity_show_why(struct view *view, const char *lead, const struct text *text,
                       const struct text *why)
{
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);
    activity_add_why(view, &block->text, lead, text, why);
}

void activity_show_hint(struct view *view, const struct text *hint)
{
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);
    markdown_line(view, hint->bytes, STYLE_EMPHASIS, &block->text);
    /* TRANSLATORS: after a hint; the learner may answer the same question once more. */
    view_add(view, BLOCK_PARAGRAPH, _("Choose once more."), STYLE_PLAIN);
}

void activity_recall_stem(const struct step *step, struct rich *line, const void *parent)
{
    markdown_flat(parent, step_stem(step)->bytes, line);
    rich_add(parent, line, " — ", strlen(" — "), STYLE_PLAIN);
}
