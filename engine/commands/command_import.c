/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conecta import: makes a lesson of questions in GIFT format. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <talloc.h>

#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/command.h"
#include "commands/problems.h"
#include "course/gift_lesson.h"
#include "course/node.h"

/* The name of the file as far as an id may have it, or a word for it. */
static char *make_id(const void *parent, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t length = strcspn(name, ".");
    char *id = memory_need(talloc_strndup(parent, name, length < 63 ? length : 63));

    for (char *at = id; *at; at++) {
        *at = (char)tolower((unsigned char)*at);
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789", *at))
            *at = '-';
    }
    return id[strspn(id, "-")] ? id : memory_need(talloc_strdup(parent, "imported"));
}

static enum status import(const void *memory, const char *path)
{
    struct diagnostics *problems = diagnostics_new(memory);
    struct bytes bytes;
    struct gift *gift = NULL;

    if (file_read(memory, path, NODE_FILE_BYTES, &bytes, problems))
        gift = gift_parse(memory, path, bytes, problems);
    if (gift)
        fputs(gift_write_lesson(memory, gift, make_id(memory, path), path, problems), stdout);
    problems_print(stderr, problems);
    if (!gift)
        return STATUS_ERROR;
    return problems->count > 0 ? STATUS_NO : STATUS_DONE;
}

static enum status run(const struct command *command, const char *const *values,
                       char *const *operands, size_t operand_count)
{
    (void)command, (void)values, (void)operand_count;
    void *memory = memory_need(talloc_new(NULL));
    enum status status = import(memory, operands[0]);
    talloc_free(memory);
    return status;
}

const struct command command_import = {
    .name = "import",
    .operands = NC_("option value", "FILE"),
    .least = 1,
    .most = 1,
    /* TRANSLATORS: explains the command 'import'; GIFT is a format of Moodle. */
    .about = N_("Make a lesson of questions in GIFT format, on standard output."),
    .run = run,
};
