/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mdoc.h"

#include <ctype.h>
#include <stdarg.h>

#include <talloc.h>

#include "base/memory.h"

void mdoc_add(char **page, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *page = memory_need(talloc_vasprintf_append_buffer(*page, format, arguments));
    va_end(arguments);
}

void mdoc_add_text(char **page, const char *text)
{
    if (*text == '.' || *text == '\'')
        mdoc_add(page, "\\&");
    for (; *text; text++) {
        if (*text == '\\')
            mdoc_add(page, "\\e");
        else if (*text == '-')
            mdoc_add(page, "\\-");
        else
            mdoc_add(page, "%c", *text);
    }
}

void mdoc_add_heading(char **page, const char *text)
{
    mdoc_add(page, ".Sh ");
    for (; *text; text++)
        mdoc_add(page, "%c", toupper((unsigned char)*text));
    mdoc_add(page, "\n");
}
