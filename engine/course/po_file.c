/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/po_file.h"

#include <setjmp.h>
#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/text.h"
#include "course/po.h"

/* libgettextpo hands nothing of its caller's to those whom it tells of errors. */
static struct diagnostics *told;
static jmp_buf gave_up;

#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER 1
#endif
#endif
#ifdef ADDRESS_SANITIZER
const char *__lsan_default_suppressions(void);
/* libgettextpo 0.21 does not free all that it reads. */
const char *__lsan_default_suppressions(void)
{
    return "leak:libgettextpo\n";
}

const char *__lsan_default_options(void);
/* That a leak was passed over is nothing to tell on standard error. */
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

static void take_error(int severity, po_message_t message, const char *file, size_t line,
                       size_t column, int multiline, const char *text)
{
    struct position at = { 0, 0 };
    (void)message, (void)multiline;

    if (severity == PO_SEVERITY_WARNING)
        return;
    if (file && line != (size_t)-1 && line > 0)
        at = (struct position){ line, column == (size_t)-1 || column == 0 ? 1 : column };
    diagnostics_add(told, SEVERITY_ERROR, file, at,
                    /* TRANSLATORS: %s is a technical message from the gettext library. */
                    _("this PO file is damaged: %s"), text);
    diagnostics_advise(told, "%s",
                       /* TRANSLATORS: advice after "this PO file is damaged". */
                       _("look at this line and those before it; Poedit and 'msgfmt -c' show "
                         "more"));
    if (severity == PO_SEVERITY_FATAL_ERROR)
        longjmp(gave_up, 1);
}

/* Of two places, the first is the one that is too much. */
static void take_two_errors(int severity, po_message_t message, const char *file, size_t line,
                            size_t column, int multiline, const char *text,
                            po_message_t other, const char *other_file, size_t other_line,
                            size_t other_column, int other_multiline, const char *other_text)
{
    (void)other, (void)other_file, (void)other_line, (void)other_column;
    (void)other_multiline, (void)other_text;
    take_error(severity, message, file, line, column, multiline, text);
}

static const struct po_xerror_handler handler = { take_error, take_two_errors };

static po_file_t read_file(const char *path, struct diagnostics *problems)
{
    size_t errors = problems->errors;
    told = problems;
    if (setjmp(gave_up) != 0)
        return NULL;
    po_file_t file = po_file_read(path, &handler);
    if (file && problems->errors > errors) {
        po_file_free(file);
        file = NULL;
    }
    return file;
}

static bool is_text(const char *path, struct bytes bytes, struct diagnostics *problems)
{
    const char *invalid = text_invalid(bytes.data, bytes.length);
    const char *nul = memchr(bytes.data, '\0', bytes.length);
    struct position at = { 1, 1 };

    if (nul && (!invalid || nul < invalid))
        invalid = nul;
    if (!invalid)
        return true;
    for (const char *byte = bytes.data; byte < invalid; byte++)
        at.line += *byte == '\n';
    diagnostics_add(problems, SEVERITY_ERROR, path, at, "%s", _("this is not UTF-8 text"));
    diagnostics_advise(problems, "%s", _("save the file again with the encoding UTF-8"));
    return false;
}

po_file_t po_file_open(const char *path, struct diagnostics *problems)
{
    size_t first_problem = problems->count;
    struct bytes bytes;
    po_file_t file = NULL;

    if (!file_read(problems, path, PO_FILE_BYTES, &bytes, problems))
        return NULL;
    if (is_text(path, bytes, problems)) {
        file = read_file(path, problems);
        diagnostics_quote(problems, first_problem, bytes.data, bytes.length);
    }
    talloc_free(bytes.data);
    return file;
}

static bool same_text(const char *one, const char *other)
{
    return one && other ? strcmp(one, other) == 0 : one == other;
}

static bool same_message(po_message_t one, po_message_t other)
{
    return same_text(po_message_msgctxt(one), po_message_msgctxt(other)) &&
           same_text(po_message_msgid(one), po_message_msgid(other)) &&
           same_text(po_message_msgstr(one), po_message_msgstr(other)) &&
           po_message_is_obsolete(one) == po_message_is_obsolete(other) &&
           po_message_is_fuzzy(one) == po_message_is_fuzzy(other);
}

static bool same_messages(po_file_t one, po_file_t other)
{
    po_message_iterator_t at = po_message_iterator(one, NULL);
    po_message_iterator_t other_at = po_message_iterator(other, NULL);
    po_message_t message, other_message;

    do {
        message = po_next_message(at);
        other_message = po_next_message(other_at);
    } while (message && other_message && same_message(message, other_message));
    po_message_iterator_free(at);
    po_message_iterator_free(other_at);
    return !message && !other_message;
}

/* libgettextpo 0.21 says nothing when the disk is full, so what it wrote is read
 * again. */
static bool was_written(po_file_t file, const char *path)
{
    struct diagnostics *quiet = diagnostics_new(NULL);
    po_file_t written = read_file(path, quiet);
    bool same = written && same_messages(file, written);

    if (written)
        po_file_free(written);
    talloc_free(quiet);
    return same;
}

static bool write_file(po_file_t file, const char *path, struct diagnostics *problems)
{
    told = problems;
    if (setjmp(gave_up) != 0)
        return false;
    return po_file_write(file, path, &handler) != NULL;
}

static bool fill(void *data, const char *path, struct diagnostics *problems)
{
    static const struct position whole_file = { 0, 0 };
    struct diagnostics *quiet = diagnostics_new(NULL);
    bool written = write_file(data, path, quiet) && was_written(data, path);

    talloc_free(quiet);
    if (written)
        return true;
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s",
                    /* TRANSLATORS: a file with translations; the disk may be full. */
                    _("this PO file could not be written"));
    diagnostics_advise(problems, "%s",
                       _("check the folder, whether you may write there, and whether there is "
                         "room"));
    return false;
}

bool po_file_save(po_file_t file, const char *path, struct diagnostics *problems)
{
    return replace_file(path, fill, file, problems);
}

static bool begins(const char *line, const char *keyword)
{
    size_t length = strlen(keyword);
    return strncmp(line, keyword, length) == 0 && strchr(" \t\"", line[length]);
}

size_t *po_file_lines(const void *parent, struct bytes bytes)
{
    size_t *lines = memory_need(talloc_array(parent, size_t, 64));
    size_t count = 0, number = 1;
    bool after_context = false;
    const char *line = bytes.data;

    for (; line; number++) {
        line += strspn(line, " \t");
        bool context = begins(line, "msgctxt");
        if (context || (begins(line, "msgid") && !after_context)) {
            if (count + 2 > talloc_get_size(lines) / sizeof *lines)
                lines = memory_need(talloc_realloc(parent, lines, size_t, (unsigned)count * 2));
            lines[count++] = number;
        }
        if (begins(line, "msgid") || begins(line, "msgstr") || context)
            after_context = context;
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    lines[count] = 0;
    return lines;
}
