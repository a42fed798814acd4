/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_rules.h"

#include "activities/lint_questions.h"

/* In the order in which their problems are reported. */
static lint_rule *const rules[] = {
    lint_same_texts, lint_steps,           lint_sources,       lint_review_by,
    lint_pages,      lint_editions,        lint_sentences,     lint_terms,
    lint_directory_terms,                  lint_longest_right, lint_same_place,
    lint_two_options,
};

void lint_rules_apply(const struct lint *lint)
{
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        rules[i](lint);
}
