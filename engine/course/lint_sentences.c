/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <talloc.h>
#include <unictype.h>
#include <unistr.h>

#include "base/language.h"
#include "base/memory.h"
#include "course/lint.h"
#include "course/texts.h"

#define SENTENCE_WORDS 25

/* So many words of a sentence are quoted, that it can be found. */
#define QUOTED_WORDS 5

/* So many words do not fit into a shorter text. */
#define SHORT_BYTES ((size_t)(2 * SENTENCE_WORDS))

/* Most texts are short; that is told quickly. */
static bool is_short(const char *text)
{
    size_t length = strlen(text), blanks = 0;

    if (length < SHORT_BYTES)
        return true;
    for (size_t i = 0; i < length; i++)
        blanks += text[i] == ' ' || text[i] == '\n';
    return blanks < SENTENCE_WORDS;
}

struct sentence {
    const char *start; /* NULL: not begun */
    const char *quoted_end;
    size_t words;
};

static bool is_ascii_letter_or_digit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

/* A dash or a sign of Markdown that stands alone is none. */
static bool is_word(const char *start, const char *end)
{
    while (start < end) {
        ucs4_t character = (ucs4_t)*start;
        if (is_ascii_letter_or_digit(*start))
            return true;
        int used = (unsigned char)*start < 0x80
                       ? 1
                       : u8_mbtouc(&character, (const uint8_t *)start, (size_t)(end - start));
        if (used > 1 && uc_is_alnum(character))
            return true;
        start += used;
    }
    return false;
}

static bool ends_with(const char *start, const char *end, const char *what)
{
    size_t length = strlen(what);
    return (size_t)(end - start) >= length && memcmp(end - length, what, length) == 0;
}

/* The length of a quote, bracket or sign of Markdown at the end; 0: none. */
static size_t closing_length(const char *start, const char *end)
{
    static const char *const closing[] = { "*", "_", "\"", "'", ")", "]",
                                           "»", "”", "“",  "’", NULL };
    for (size_t i = 0; closing[i]; i++)
        if (ends_with(start, end, closing[i]))
            return strlen(closing[i]);
    return 0;
}

static bool ends_sentence(const char *start, const char *end)
{
    if (is_ascii_letter_or_digit(end[-1]))
        return false;
    for (size_t closing; (closing = closing_length(start, end)) > 0;)
        end -= closing;
    return ends_with(start, end, ".") || ends_with(start, end, "!") ||
           ends_with(start, end, "?") || ends_with(start, end, "…");
}

static void warn(const struct reading *reading, const struct text *text,
                 const struct sentence *sentence)
{
    size_t length = (size_t)(sentence->quoted_end - sentence->start);
    char *beginning = memory_need(talloc_strndup(reading->parent, sentence->start, length));

    for (char *line; (line = strchr(beginning, '\n'));)
        *line = ' ';
    diagnostics_add(reading->problems, SEVERITY_WARNING, reading->file, text->at,
                    /* TRANSLATORS: warning; a number above 25, then how the sentence begins. */
                    _("a sentence of %1$zu words begins with '%2$s'"), sentence->words, beginning);
    diagnostics_advise(reading->problems, "%s",
                       /* TRANSLATORS: advice on a sentence of more than 25 words. */
                       _("make two of it: up to 25 words are easy to read"));
    talloc_free(beginning);
}

static void finish(const struct reading *reading, const struct text *text,
                   struct sentence *sentence)
{
    if (sentence->words > SENTENCE_WORDS)
        warn(reading, text, sentence);
    *sentence = (struct sentence){ .start = NULL };
}

static void add_word(struct sentence *sentence, const char *start, const char *end)
{
    if (!is_word(start, end))
        return;
    if (sentence->words++ == 0)
        sentence->start = start;
    if (sentence->words <= QUOTED_WORDS)
        sentence->quoted_end = end;
}

/* What comes after the code that begins here; code has no sentences. */
static const char *skip_code(const char *line)
{
    if (strncmp(line, "```", 3) != 0)
        return line;
    const char *end = strstr(line + 3, "```");
    return end ? end + 3 : line + strlen(line);
}

static void check_text(void *data, const struct field *field, const struct text *text)
{
    const struct reading *reading = data;
    struct sentence sentence = { .start = NULL };
    const char *at = text->bytes;
    bool page = field->type == FIELD_PAGE;

    if (field->type == FIELD_DRAWING || is_short(at))
        return;
    at = page ? skip_code(at) : at;
    while (*at) {
        if (*at == ' ') {
            at++;
        } else if (*at == '\n') {
            at++;
            if (page && texts_paragraph_ends(at))
                finish(reading, text, &sentence);
            at = page ? skip_code(at) : at;
        } else {
            const char *start = at;
            while (*at && *at != ' ' && *at != '\n')
                at++;
            add_word(&sentence, start, at);
            if (ends_sentence(start, at))
                finish(reading, text, &sentence);
        }
    }
    finish(reading, text, &sentence);
}

void lint_sentences(const struct lint *lint)
{
    struct reading reading = *lint->reading;

    texts_each(&lesson_record, lint->lesson, check_text, &reading);
    for (size_t i = 0; i < lint->lesson->step_count; i++) {
        const struct step *step = &lint->lesson->steps[i];
        texts_each(step->verb->record, step->fields, check_text, &reading);
    }
}
