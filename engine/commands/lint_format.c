/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_format.h"

#include <string.h>

#include <jansson.h>
#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "commands/problems.h"

static void begin_text(FILE *out)
{
    (void)out;
}

static void print_text(FILE *out, const struct diagnostic *problem,
                       const struct lint_counts *before)
{
    (void)before;
    problem_print(out, problem);
}

static void end_text(FILE *out, const struct lint_counts *counts)
{
    /* TRANSLATORS: how many mistakes were found in lessons. */
    fprintf(out, P_("%zu error", "%zu errors", (unsigned long)counts->errors), counts->errors);
    fprintf(out, ", ");
    /* TRANSLATORS: how many warnings there are about lessons. */
    fprintf(out, P_("%zu warning", "%zu warnings", (unsigned long)counts->warnings),
            counts->warnings);
    fprintf(out, "\n");
}

const struct lint_format lint_format_text = { "text", begin_text, print_text, end_text };

/* A text that may be hostile; null when there is none. */
static json_t *json_text(const char *text)
{
    if (!text)
        return json_null();
    char *clean = text_clean(NULL, text, strlen(text));
    json_t *value = memory_need(json_string(clean));
    talloc_free(clean);
    return value;
}

/* A program needs the name as it is; only what JSON cannot hold is replaced. */
static json_t *json_file(const char *file)
{
    if (!file || text_invalid(file, strlen(file)))
        return json_text(file);
    return memory_need(json_string(file));
}

static json_t *json_place(size_t number)
{
    return number ? memory_need(json_integer((json_int_t)number)) : json_null();
}

static void begin_json(FILE *out)
{
    fprintf(out, "{\n\"problems\": [");
}

static void print_json(FILE *out, const struct diagnostic *problem,
                       const struct lint_counts *before)
{
    bool placed = problem->at.line > 0;
    json_t *object = memory_need(
        json_pack("{s:o, s:o, s:o, s:s, s:o, s:o}", "file", json_file(problem->file), "line",
                  json_place(problem->at.line), "column",
                  json_place(placed ? problem->at.column : 0), "severity",
                  problem->severity == SEVERITY_ERROR ? "error" : "warning", "message",
                  json_text(problem->message), "advice", json_text(problem->advice)));

    fprintf(out, before->printed > 0 ? ",\n" : "\n");
    json_dumpf(object, out, JSON_ENSURE_ASCII);
    json_decref(object);
}

static void end_json(FILE *out, const struct lint_counts *counts)
{
    fprintf(out, "%s],\n\"errors\": %zu,\n\"warnings\": %zu\n}\n", counts->printed > 0 ? "\n" : "",
            counts->errors, counts->warnings);
}

const struct lint_format lint_format_json = { "json", begin_json, print_json, end_json };

const struct lint_format *lint_format_find(const char *name)
{
    const struct lint_format *const formats[] = { &lint_format_text, &lint_format_json };

    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}
