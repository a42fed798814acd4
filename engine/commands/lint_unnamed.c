/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "commands/lint_kind.h"
#include "commands/linting.h"
#include "course/course.h"

/* So much of a file shows whether it is a lesson. */
#define START_BYTES 4096

/* A lesson that somebody wrote and nobody finds. Looked for is in the course's folder,
 * in the folders right in it, and wherever a lesson lies that is named. */
struct search {
    const struct linting *linting;
    void *memory;
    const char *folder; /* of the course */
    const struct course *course;
    const char **named; /* lessons, sorted */
    size_t named_count;
    const char **folders; /* to look into, each ends with '/', "" first */
    size_t folder_count;
};

static int compare(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static void add(void *memory, const char ***list, size_t *count, const char *name)
{
    if ((*count & (*count - 1)) == 0)
        *list = memory_need(talloc_realloc(memory, *list, const char *,
                                           (unsigned)(*count ? *count * 2 : 1)));
    (*list)[(*count)++] = name;
}

/* Lessons of one folder mostly follow each other. */
static void add_folder(struct search *search, const char *name, size_t length)
{
    const char *last =
        search->folder_count > 0 ? search->folders[search->folder_count - 1] : NULL;
    if (last && strlen(last) == length && memcmp(last, name, length) == 0)
        return;
    add(search->memory, &search->folders, &search->folder_count,
        memory_need(talloc_strndup(search->memory, name, length)));
}

/* Sorts a list and drops what is in it twice. */
static void tidy(const char **list, size_t *count)
{
    size_t kept = 0;
    qsort(list, *count, sizeof *list, compare);
    for (size_t i = 0; i < *count; i++)
        if (kept == 0 || strcmp(list[kept - 1], list[i]) != 0)
            list[kept++] = list[i];
    *count = kept;
}

static bool same_file(const struct search *search, const char *name, const struct stat *status)
{
    struct stat other;
    char *path = file_path(NULL, search->folder, name);
    bool same = stat(path, &other) == 0 && other.st_dev == status->st_dev &&
                other.st_ino == status->st_ino;
    talloc_free(path);
    return same;
}

static bool is_named(const struct search *search, const char *name)
{
    return bsearch(&name, search->named, search->named_count, sizeof *search->named, compare);
}

/* Also when it is written in another way, such as "./a.yaml". Many files are asked for. */
static bool is_named_otherwise(const struct search *search, const char *path)
{
    struct stat status;

    if (stat(path, &status) < 0 || !S_ISREG(status.st_mode))
        return true;
    for (size_t i = 0; i < search->named_count; i++)
        if (same_file(search, search->named[i], &status))
            return true;
    return false;
}

static bool is_lesson(const char *path)
{
    void *memory = memory_need(talloc_new(NULL));
    struct bytes bytes;
    bool whole;
    bool lesson = file_read_start(memory, path, START_BYTES, &bytes, &whole,
                                  diagnostics_new(memory)) &&
                  lint_kind_of(bytes) == LINT_LESSON;
    talloc_free(memory);
    return lesson;
}

/* The module whose lessons lie in the folder of this file; NULL: none, or several. */
static const struct course_module *module_of(const struct search *search, const char *name)
{
    const char *slash = strrchr(name, '/');
    size_t length = slash ? (size_t)(slash - name) + 1 : 0;
    const struct course_module *found = NULL;

    for (size_t i = 0; i < search->course->modules.count; i++) {
        const struct course_module *module = course_module(search->course, i);
        for (size_t j = 0; j < module->lessons.count; j++) {
            const char *lesson = module->lessons.items[j].bytes;
            if (strncmp(lesson, name, length) != 0 || strchr(lesson + length, '/'))
                continue;
            if (found && found != module)
                return NULL;
            found = module;
        }
    }
    return found;
}

static void warn(const struct search *search, const char *name, const char *path)
{
    const struct course_module *module = module_of(search, name);
    struct diagnostics *problems = diagnostics_new(NULL);

    diagnostics_add(problems, SEVERITY_WARNING, path, (struct position){ 1, 1 },
                    /* TRANSLATORS: warning about a lesson file; %s is "course.yaml". */
                    _("%s does not name this lesson, so nobody finds it"), COURSE_FILE);
    if (module)
        diagnostics_advise(problems,
                           /* TRANSLATORS: advice; first the id of a module, then the name of a
                            * file. */
                           _("add it to the lessons of the module '%1$s': - %2$s"),
                           module->id.bytes, name);
    else
        diagnostics_advise(problems,
                           /* TRANSLATORS: advice; %s is the name of a file. */
                           _("add it to the lessons of a module: - %s"), name);
    linting_hand_over_of(search->linting, path, problems);
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name), wanted = strlen(end);
    return length > wanted && strcmp(name + length - wanted, end) == 0;
}

/* The names of what lies in a folder of the course, sorted: files of YAML, or folders.
 * Hidden ones are none of a course. */
static const char **list(const struct search *search, const char *folder, bool folders,
                         size_t *ret_count)
{
    char *path = file_path(search->memory, search->folder, folder);
    const char **names = NULL;
    DIR *stream = opendir(path);

    *ret_count = 0;
    for (struct dirent *entry; stream && (entry = readdir(stream));) {
        bool wanted = folders ? entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN
                              : ends_with(entry->d_name, ".yaml") ||
                                    ends_with(entry->d_name, ".yml");
        if (wanted && entry->d_name[0] != '.')
            add(search->memory, &names, ret_count,
                memory_need(talloc_asprintf(search->memory, "%s%s%s", folder, entry->d_name,
                                            folders ? "/" : "")));
    }
    if (stream)
        closedir(stream);
    if (*ret_count > 0)
        tidy(names, ret_count);
    return names;
}

/* A course in the course has lessons of its own. */
static bool is_other_course(const struct search *search, const char *folder)
{
    char *path = memory_need(
        talloc_asprintf(NULL, "%s/%s" COURSE_FILE, search->folder, folder));
    struct stat status;
    bool other = *folder && stat(path, &status) == 0;
    talloc_free(path);
    return other;
}

static void look_into(const struct search *search, const char *folder)
{
    size_t count;
    const char **names = list(search, folder, false, &count);

    for (size_t i = 0; i < count; i++) {
        char *path = file_path(search->memory, search->folder, names[i]);
        if (!is_named(search, names[i]) && is_lesson(path) && !is_named_otherwise(search, path))
            warn(search, names[i], path);
    }
}

static void list_folders(struct search *search)
{
    size_t count;
    const char **inner = list(search, "", true, &count);

    add_folder(search, "", 0);
    for (size_t i = 0; i < count; i++)
        add_folder(search, inner[i], strlen(inner[i]));
    for (size_t i = 0; i < search->named_count; i++) {
        const char *slash = strrchr(search->named[i], '/');
        if (slash)
            add_folder(search, search->named[i], (size_t)(slash - search->named[i]) + 1);
    }
    tidy(search->folders, &search->folder_count);
}

void lint_unnamed(const struct linting *linting, const char *folder, const struct course *course,
                  const struct lint_name *files, size_t count)
{
    struct search search = {
        .linting = linting,
        .memory = memory_need(talloc_new(NULL)),
        .folder = folder,
        .course = course,
    };

    for (size_t i = 0; i < count; i++)
        if (files[i].text)
            add(search.memory, &search.named, &search.named_count, files[i].text);
    tidy(search.named, &search.named_count);
    list_folders(&search);
    for (size_t i = 0; i < search.folder_count; i++)
        if (!is_other_course(&search, search.folders[i]))
            look_into(&search, search.folders[i]);
    talloc_free(search.memory);
}
