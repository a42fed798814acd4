/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    const char *at;
    const struct strings *variables;
    struct text word;
    struct text *problem;
};

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static const char *lookup(const struct strings *variables, const char *name, size_t length)
{
    const char *value = variable_find(variables, name, length);
    struct text key = {0};

    if (value != NULL)
        return value;
    text_append(&key, name, length);
    value = getenv(text_string(&key));
    text_free(&key);
    return value;
}

/* Reads $NAME or ${NAME}; a dollar before anything else is plain. */
static bool read_variable(struct reader *reader)
{
    bool braces = reader->at[1] == '{';
    const char *name = reader->at + (braces ? 2 : 1);
    size_t length = 0;
    const char *value;

    while (is_name(name[length]))
        length++;
    if (length == 0 || (braces && name[length] != '}')) {
        text_append(&reader->word, reader->at++, 1);
        return true;
    }
    value = lookup(reader->variables, name, length);
    if (value == NULL) {
        text_format(reader->problem, "$%.*s has no value", (int)length, name);
        return false;
    }
    text_append_string(&reader->word, value);
    reader->at = name + length + (braces ? 1 : 0);
    return true;
}

static bool unclosed(struct reader *reader, char quote)
{
    text_format(reader->problem, "a %c without its end", quote);
    return false;
}

static bool read_single_quotes(struct reader *reader)
{
    size_t length = strcspn(++reader->at, "'");

    if (reader->at[length] == '\0')
        return unclosed(reader, '\'');
    text_append(&reader->word, reader->at, length);
    reader->at += length + 1;
    return true;
}

static bool read_double_quotes(struct reader *reader)
{
    reader->at++;
    while (*reader->at != '"') {
        if (*reader->at == '\0')
            return unclosed(reader, '"');
        if (*reader->at == '$') {
            if (!read_variable(reader))
                return false;
            continue;
        }
        if (*reader->at == '\\' && reader->at[1] != '\0' && strchr("\"\\$", reader->at[1]))
            reader->at++;
        text_append(&reader->word, reader->at++, 1);
    }
    reader->at++;
    return true;
}

static bool read_piece(struct reader *reader)
{
    switch (*reader->at) {
    case '\'':
        return read_single_quotes(reader);
    case '"':
        return read_double_quotes(reader);
    case '$':
        return read_variable(reader);
    case '\\':
        if (reader->at[1] != '\0')
            reader->at++;
        break;
    default:
        break;
    }
    text_append(&reader->word, reader->at++, 1);
    return true;
}

static bool read_word(struct reader *reader)
{
    text_cut(&reader->word, 0);
    while (*reader->at != '\0' && !isblank((unsigned char)*reader->at))
        if (!read_piece(reader))
            return false;
    return true;
}

bool words_split(const char *line, const struct strings *variables, struct strings *ret_words,
                 struct text *ret_problem)
{
    struct reader reader = {.at = line, .variables = variables, .problem = ret_problem};
    bool good = true;

    reader.at += strspn(reader.at, " \t");
    while (good && *reader.at != '\0') {
        good = read_word(&reader);
        if (good)
            strings_add(ret_words, text_string(&reader.word));
        reader.at += strspn(reader.at, " \t");
    }
    text_free(&reader.word);
    return good;
}
