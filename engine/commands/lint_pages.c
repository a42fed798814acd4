/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <talloc.h>

#include "base/language.h"
#include "commands/lint_fit.h"
#include "commands/lint_rules.h"

void lint_pages(const struct lint *lint)
{
    const struct reading *reading = lint->reading;
    struct long_pages *pages = lint_fit(reading->parent, lint->lesson, NULL);

    for (size_t i = 0; i < pages->count; i++) {
        diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file,
                        lint_fit_text(lint->lesson, &pages->items[i])->at,
                        /* TRANSLATORS: warning; numbers of lines. */
                        _("this page has %1$zu lines, and a screen of 80×24 shows %2$zu"),
                        pages->items[i].lines, lint_fit_height());
        diagnostics_advise(reading->problems, "%s",
                           /* TRANSLATORS: advice after "this page has 30 lines, …". */
                           _("say it in fewer words, or make two pages of it"));
    }
    talloc_free(pages);
}
