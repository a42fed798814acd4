/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/lint_files.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/file.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/lint_kind.h"
#include "commands/linting.h"
#include "course/course.h"
#include "course/directory.h"

/* A lesson looks for its course in its own folder and in those above, so many in all. */
#define FOLDERS_UP 3

void linting_hand_over(const struct linting *linting, struct diagnostics *problems)
{
    if (problems->errors + problems->warnings > 0)
        linting->report(linting->data, problems);
    talloc_free(problems);
}

void linting_hand_over_of(const struct linting *linting, const char *file,
                          struct diagnostics *problems)
{
    void *memory = memory_need(talloc_new(NULL));
    struct bytes bytes;

    if (problems->count > 0 &&
        file_read(memory, file, NODE_FILE_BYTES, &bytes, diagnostics_new(memory)))
        diagnostics_quote(problems, 0, bytes.data, bytes.length);
    talloc_free(memory);
    linting_hand_over(linting, problems);
}

struct lint_words *lint_words_new(const void *parent, const struct glossary *glossary)
{
    struct lint_words *words = memory_need(talloc_zero(parent, struct lint_words));
    size_t count = glossary ? glossary->terms.count : 0;
    words->glossary = glossary;
    words->used = memory_need(talloc_zero_array(words, bool, (unsigned)count + 1));
    return words;
}

/* The length of the folder's name without "-LL"; 0: it does not end so. */
static size_t length_without_language(const char *folder)
{
    size_t length = strlen(folder);

    for (size_t i = 0; i < language_count; i++) {
        size_t code = strlen(languages[i].code);
        if (length > code + 1 && folder[length - code - 1] == '-' &&
            strncmp(folder + length - code, languages[i].code, code) == 0)
            return length - code - 1;
    }
    return 0;
}

char *lint_glossary_path(const void *parent, const char *folder)
{
    char *path = file_path(parent, folder, GLOSSARY_FILE);
    char *whole = realpath(folder, NULL); /* also of "." */
    size_t length = whole ? length_without_language(whole) : 0;

    if (length > 0 && access(path, F_OK) < 0) {
        char *other = memory_need(
            talloc_asprintf(parent, "%.*s/" GLOSSARY_FILE, (int)length, whole));
        path = access(other, F_OK) == 0 ? other : path;
    }
    free(whole);
    return path;
}

const struct glossary *lint_glossary(const struct linting *linting, const void *parent,
                                     const char *path, bool *ret_missing)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct reading reading = { problems, path, problems };
    struct glossary *glossary = NULL;
    struct bytes bytes;

    *ret_missing = access(path, F_OK) < 0;
    if (!*ret_missing && file_read(problems, path, NODE_FILE_BYTES, &bytes, problems)) {
        glossary = glossary_parse(parent, path, bytes, problems);
        if (glossary)
            lint_same_terms(&reading, glossary);
        diagnostics_quote(problems, 0, bytes.data, bytes.length);
    }
    linting_hand_over(linting, problems);
    return glossary;
}

/* The folder of the course that a file may belong to, or NULL; belongs to parent. */
static char *find_course(const void *parent, const char *file)
{
    char *whole = realpath(file, NULL);
    char *folder = whole ? memory_need(talloc_strdup(parent, whole)) : NULL;
    char *slash;

    free(whole);
    for (size_t i = 0; i < FOLDERS_UP && folder && (slash = strrchr(folder, '/')); i++) {
        *slash = '\0';
        if (access(file_path(parent, folder, COURSE_FILE), R_OK) == 0)
            return folder;
    }
    return NULL;
}

/* The words of the course that a file may belong to; NULL: of none, or with mistakes,
 * which are not those of this file. */
static struct lint_words *find_words(const void *parent, const char *file)
{
    char *folder = find_course(parent, file);
    char *path = folder ? lint_glossary_path(parent, folder) : NULL;
    struct diagnostics *ignored = diagnostics_new(parent);
    struct bytes bytes;

    if (!path)
        return NULL;
    if (access(path, F_OK) < 0)
        return lint_words_new(parent, NULL);
    if (!file_read(parent, path, NODE_FILE_BYTES, &bytes, ignored))
        return NULL;
    const struct glossary *glossary = glossary_parse(parent, path, bytes, ignored);
    return glossary ? lint_words_new(parent, glossary) : NULL;
}

static void lint_directory(const struct linting *linting, const void *parent, const char *file,
                           struct bytes bytes)
{
    struct diagnostics *problems = diagnostics_new(NULL);
    const struct reading reading = { problems, file, problems };
    const struct directory *directory = directory_parse(problems, file, bytes, problems);

    if (directory)
        lint_terms_of_record(&reading, bytes, &directory_record, directory,
                             find_words(parent, file));
    diagnostics_quote(problems, 0, bytes.data, bytes.length);
    linting_hand_over(linting, problems);
}

/* A file of a course; what nobody can tell apart is meant for a lesson. */
static void lint_file(const struct linting *linting, const char *file)
{
    void *memory = memory_need(talloc_new(NULL));
    struct bytes bytes = { NULL, 0 };
    bool read = file_read(memory, file, NODE_FILE_BYTES, &bytes, diagnostics_new(memory));
    enum lint_kind kind = read ? lint_kind_of(bytes) : LINT_UNKNOWN;
    bool missing;

    if (kind == LINT_GLOSSARY) {
        lint_glossary(linting, memory, file, &missing);
    } else if (kind == LINT_DIRECTORY) {
        lint_directory(linting, memory, file, bytes);
    } else {
        struct lint_around around = { .words = find_words(memory, file) };
        lint_lesson(linting, &around, NULL, file, NULL);
    }
    talloc_free(memory);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_course_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, COURSE_FILE) == 0;
}

void lint_path(const char *path, const struct lint_wishes *wishes, lint_report *report,
               void *data)
{
    const struct linting linting = { wishes, report, data };

    if (is_folder(path)) {
        lint_course(&linting, path);
    } else if (is_course_file(path)) {
        char *folder = memory_need(talloc_strndup(NULL, path, strlen(path) - strlen(COURSE_FILE)));
        lint_course(&linting, *folder ? folder : ".");
        talloc_free(folder);
    } else {
        lint_file(&linting, path);
    }
}
