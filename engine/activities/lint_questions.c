/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/lint_questions.h"

#include <string.h>

#include "activities/option.h"
#include "base/language.h"
#include "base/text.h"

extern const struct activity activity_choose;
extern const struct activity activity_read;

/* With fewer, chance alone makes a row of them often. */
#define LEAST_QUESTIONS 3

void lint_steps(const struct lint *lint)
{
    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct step *step = &lint->lesson->steps[i];
        if (step->verb->lint)
            step->verb->lint(lint->reading, step);
    }
}

static bool claims_something(const struct step *step)
{
    const struct activity *activity = activity_of(step);
    return activity == &activity_read || activity->answer;
}

void lint_sources(const struct lint *lint)
{
    const struct lesson *lesson = lint->lesson;
    size_t i = 0;

    while (i < lesson->step_count && !claims_something(&lesson->steps[i]))
        i++;
    if (lesson->sources.count > 0 || i == lesson->step_count)
        return;
    reading_warn(lint->reading, lesson->id.at,
                 /* TRANSLATORS: warning; 'sources' is a field of a lesson. */
                 _("this lesson does not say where its facts come from"),
                 /* TRANSLATORS: advice after "this lesson does not say …". */
                 _("add 'sources' with one line for each source"));
}

/* The question of a `choose`, or NULL. */
static const struct question *choose_of(const struct step *step)
{
    return step->verb == &activity_choose.verb ? step->fields : NULL;
}

static size_t right_place(const struct question *question)
{
    size_t place = 0;
    while (!question_option(question, place)->right)
        place++;
    return place;
}

static bool longest_is_right(const struct question *question)
{
    size_t right = right_place(question);
    size_t length = text_length(question_option(question, right)->text.bytes);

    for (size_t i = 0; i < question->options.count; i++)
        if (i != right && text_length(question_option(question, i)->text.bytes) >= length)
            return false;
    return true;
}

void lint_longest_right(const struct lint *lint)
{
    const struct question *first = NULL;
    size_t count = 0;

    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct question *question = choose_of(&lint->lesson->steps[i]);
        if (!question)
            continue;
        if (!longest_is_right(question))
            return;
        first = first ? first : question;
        count++;
    }
    if (count < LEAST_QUESTIONS)
        return;
    reading_warn(lint->reading, question_option(first, right_place(first))->text.at,
                 /* TRANSLATORS: warning; of the options of each question in a lesson. */
                 _("in every question of this lesson, the longest option is the right one"),
                 /* TRANSLATORS: advice after "in every question … the longest option …". */
                 _("shorten right options, or say more in wrong ones"));
}

void lint_same_place(const struct lint *lint)
{
    const struct question *first = NULL;
    size_t count = 0;

    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct question *question = choose_of(&lint->lesson->steps[i]);
        if (!question || question->shuffle)
            continue;
        first = first ? first : question;
        if (right_place(question) != right_place(first))
            return;
        count++;
    }
    if (count < LEAST_QUESTIONS)
        return;
    diagnostics_add(lint->reading->problems, SEVERITY_WARNING, lint->reading->file,
                    question_option(first, right_place(first))->at,
                    /* TRANSLATORS: warning; the number of the place, from 1. */
                    _("in every question of this lesson, option %zu is the right one"),
                    right_place(first) + 1);
    diagnostics_advise(lint->reading->problems, "%s",
                       /* TRANSLATORS: advice after "in every question … option 1 …"; 'shuffle: yes'
                        * is what one writes. */
                       _("add 'shuffle: yes', or move some of the right options"));
}

void lint_two_options(const struct lint *lint)
{
    const struct question *last = NULL;
    size_t count = 0, two = 0;

    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct question *question = choose_of(&lint->lesson->steps[i]);
        if (!question)
            continue;
        count++;
        if (question->options.count > 2)
            continue;
        two++;
        last = question;
    }
    if (two < LEAST_QUESTIONS || two * 2 <= count)
        return;
    diagnostics_add(lint->reading->problems, SEVERITY_WARNING, lint->reading->file,
                    last->stem.at,
                    /* TRANSLATORS: warning; how many of how many questions of a lesson. */
                    _("%1$zu of %2$zu questions of this lesson have two options only"), two,
                    count);
    diagnostics_advise(lint->reading->problems, "%s",
                       /* TRANSLATORS: advice after "3 of 4 questions … have two options only". */
                       _("half of all guesses are right there; add something else that people "
                         "really believe"));
}
