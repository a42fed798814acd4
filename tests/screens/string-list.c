/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "string-list.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

void strings_add(struct strings *strings, const char *string)
{
    size_t size = strlen(string) + 1;
    char *copy = memory_resize(NULL, size);

    memcpy(copy, string, size);
    strings->items = memory_resize(strings->items, (strings->count + 2) * sizeof *strings->items);
    strings->items[strings->count++] = copy;
    strings->items[strings->count] = NULL;
}

static void strings_remove(struct strings *strings, size_t index)
{
    size_t behind = strings->count - index; /* counts the NULL */

    free(strings->items[index]);
    memmove(strings->items + index, strings->items + index + 1, behind * sizeof *strings->items);
    strings->count--;
}

void strings_free(struct strings *strings)
{
    for (size_t i = 0; i < strings->count; i++)
        free(strings->items[i]);
    free(strings->items);
    *strings = (struct strings){0};
}

int variable_is(const char *string)
{
    size_t length = strcspn(string, "=");

    if (string[length] == '\0' || length == 0 || isdigit((unsigned char)string[0]))
        return 0;
    for (size_t i = 0; i < length; i++)
        if (!isalnum((unsigned char)string[i]) && string[i] != '_')
            return 0;
    return 1;
}

/* Returns where the variable stands, or the number of strings. */
static size_t variable_index(const struct strings *variables, const char *name, size_t length)
{
    size_t i = 0;

    for (; i < variables->count; i++)
        if (strncmp(variables->items[i], name, length) == 0 && variables->items[i][length] == '=')
            break;
    return i;
}

const char *variable_find(const struct strings *variables, const char *name, size_t length)
{
    size_t index = variable_index(variables, name, length);

    return index < variables->count ? variables->items[index] + length + 1 : NULL;
}

static void variable_remove(struct strings *variables, const char *name, size_t length)
{
    size_t index = variable_index(variables, name, length);

    if (index < variables->count)
        strings_remove(variables, index);
}

void variable_set(struct strings *variables, const char *assignment)
{
    variable_remove(variables, assignment, strcspn(assignment, "="));
    strings_add(variables, assignment);
}

void variable_unset(struct strings *variables, const char *name)
{
    variable_remove(variables, name, strlen(name));
}
