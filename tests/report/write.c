/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 *     write FORMAT SAMPLE [LANGUAGE [COLUMNS]]
 *
 * Writes a summary of samples.h as text, csv, json or html, for the scripts beside this file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "report/summary_write.h"
#include "samples.h"

static char *write_as(const void *parent, const char *format, const struct summary *summary,
                      size_t columns)
{
    if (strcmp(format, "text") == 0)
        return summary_text(parent, summary, columns);
    if (strcmp(format, "csv") == 0)
        return summary_csv(parent, summary);
    if (strcmp(format, "json") == 0)
        return summary_json(parent, summary);
    return strcmp(format, "html") == 0 ? summary_html(parent, summary) : NULL;
}

int main(int argc, char **argv)
{
    const char *folder = getenv("CONECTA_LOCALE_DIR");
    void *memory = talloc_new(NULL);

    language_start(folder ? folder : "/nonexistent", folder ? folder : "/nonexistent");
    if (argc < 3 || (argc > 3 && !language_use(argv[3])))
        return 2;
    struct summary *summary = sample_make(memory, argv[2]);
    char *text = summary ? write_as(memory, argv[1], summary,
                                    argc > 4 ? strtoul(argv[4], NULL, 10) : 80)
                         : NULL;
    if (!text || fputs(text, stdout) == EOF || fflush(stdout) != 0)
        return 2;
    talloc_free(memory);
    return 0;
}
