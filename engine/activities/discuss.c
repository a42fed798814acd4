/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `discuss`: the group talks. */
#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"

struct discussion {
    struct position at;
    struct text stem;
    struct count minutes;
    struct text_list prompts;
};

static const struct field fields[] = {
    { .name = "discuss", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct discussion, stem),
      /* TRANSLATORS: explains the field 'discuss' of a step. */
      .about = N_("what the group talks about") },
    { .name = "minutes", .type = FIELD_COUNT, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct discussion, minutes), .least = 1, .most = 60,
      /* TRANSLATORS: explains the field 'minutes' of a step in which a group talks. */
      .about = N_("how many minutes the group has for it") },
    { .name = "prompts", .type = FIELD_LINES, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct discussion, prompts), .least = 1, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'prompts' of a step in which a group talks. */
      .about = N_("smaller questions that keep the talk going") },
};

static const struct record record = {
    .name = NC_("record", "discussion"),
    .size = sizeof(struct discussion),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static void show_discussion(const struct step *step, struct view *view)
{
    const struct discussion *discussion = step->fields;

    activity_show_stem(step, view);
    activity_show_prompts(view, &discussion->prompts);
    view_gap(view);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_QUIET,
              /* TRANSLATORS: how long a group talks about the question above. */
              P_("In a group: talk about it for about %ld minute.",
                 "In a group: talk about it for about %ld minutes.",
                 (unsigned long)discussion->minutes.value),
              discussion->minutes.value);
    view_add(view, BLOCK_PARAGRAPH,
             /* TRANSLATORS: under a question for a group, for a learner who sits alone. */
             _("Alone: think about it for yourself."), STYLE_QUIET);
}

static void show(const struct turn *turn, struct view *view)
{
    const struct discussion *discussion = turn->step->fields;

    show_discussion(turn->step, view);
    view->minutes = discussion->minutes.value;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    (void)turn;
    return activity_go_on(event);
}

static void print(const struct step *step, struct handout *handout)
{
    show_discussion(step, handout->task);
}

const struct activity activity_discuss = {
    .verb = { .name = "discuss", .record = &record },
    .show = show,
    .handle = handle,
    .print = print,
};
