/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/outline_course.h"

#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/language.h"
#include "base/memory.h"
#include "commands/folders.h"
#include "course/library.h"
#include "view/markdown.h"

static char *plain(const void *parent, const struct text *text)
{
    struct rich rich = {.length = 0};

    if (text && text->bytes)
        markdown_flat(parent, text->bytes, &rich);
    return rich.text ? rich.text : memory_need(talloc_strdup(parent, ""));
}

struct options {
    const void *parent;
    struct outline_option *list;
    size_t count;
};

/* What a reader sees of an entry: its first text. */
static const struct text *text_of(const struct record *record, const char *entry)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        if ((field->type == FIELD_LINE || field->type == FIELD_PAGE) &&
            (field->flags & FIELD_TRANSLATED))
            return (const struct text *)(const void *)(entry + field->offset);
    }
    return NULL;
}

static const void *value_of(const struct record *record, const char *entry, const char *name,
                            enum field_type type)
{
    const struct field *field = record_field(record, name);
    return field && field->type == type ? entry + field->offset : NULL;
}

static void add_option(struct options *options, const struct record *record, const char *entry)
{
    const struct text *id = value_of(record, entry, "id", FIELD_ID);
    const bool *right = value_of(record, entry, "right", FIELD_YES_NO);

    if (!id || !id->bytes)
        return;
    options->list = memory_need(talloc_realloc(
        options->parent, options->list, struct outline_option, (unsigned)options->count + 1));
    options->list[options->count++] = (struct outline_option){
        .id = memory_need(talloc_strdup(options->parent, id->bytes)),
        .text = plain(options->parent, text_of(record, entry)),
        .right = right && *right,
    };
}

/* Whatever has an id, from the table of fields: no verb is known here. */
static void add_options(struct options *options, const struct record *record, const void *value)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        if (field->type != FIELD_RECORDS)
            continue;
        const struct record_list *list = (const void *)((const char *)value + field->offset);
        for (size_t j = 0; j < list->count; j++) {
            const char *entry = (const char *)list->items + j * field->record->size;
            add_option(options, field->record, entry);
            add_options(options, field->record, entry);
        }
    }
}

static struct outline_item item_of(const void *parent, const struct step *step)
{
    struct options options = {.parent = parent};

    add_options(&options, step->verb->record, step->fields);
    return (struct outline_item){
        .id = memory_need(talloc_strdup(parent, step->id.bytes)),
        /* Without one it is the first. */
        .rev = step->rev.value ? step->rev.value : 1,
        .verb = step->verb->name,
        .text = plain(parent, step_stem(step)),
        .scored = activity_of(step)->answer != NULL,
        .options = options.list,
        .option_count = options.count,
    };
}

static void fill_lesson(const void *parent, struct outline_lesson *into,
                        const struct lesson *lesson)
{
    struct outline_item *items =
        memory_need(talloc_zero_array(parent, struct outline_item, (unsigned)lesson->step_count));

    into->id = memory_need(talloc_strdup(parent, lesson->id.bytes));
    into->title = memory_need(talloc_strdup(parent, lesson->title.bytes));
    ballot_revision(lesson, into->revision);
    for (size_t i = 0; i < lesson->step_count; i++)
        if (lesson->steps[i].verb->counted && lesson->steps[i].id.bytes)
            items[into->count++] = item_of(parent, &lesson->steps[i]);
    into->items = items;
}

static void add_editions(struct library *library, const char *course)
{
    for (size_t i = 0; i < language_count; i++) {
        char *folder = folder_edition(library, course, languages[i].code);
        library_add_edition(library, languages[i].code, folder);
        talloc_free(folder);
    }
    library_speak(library, language_used());
}

static size_t count_lessons(const struct course *course)
{
    size_t count = 0;
    for (size_t i = 0; i < course->modules.count; i++)
        count += course_module(course, i)->lessons.count;
    return count;
}

struct outline *outline_course(const void *parent, const char *folder, struct diagnostics *problems)
{
    struct outline *outline = memory_need(talloc_zero(parent, struct outline));
    struct library *library = library_open(outline, folder, activity_verbs(), problems);

    if (!library) {
        talloc_free(outline);
        return NULL;
    }
    add_editions(library, folder);
    struct outline_lesson *lessons = memory_need(talloc_zero_array(
        outline, struct outline_lesson, (unsigned)count_lessons(library->course)));
    for (size_t i = 0; i < library->course->modules.count; i++)
        for (size_t j = 0; j < course_module(library->course, i)->lessons.count; j++) {
            struct lesson *lesson = library_lesson(library, NULL, i, j, problems);
            if (lesson)
                fill_lesson(outline, &lessons[outline->count++], lesson);
            talloc_free(lesson);
        }
    outline->course = memory_need(talloc_strdup(outline, library_title(library)));
    outline->lessons = lessons;
    talloc_free(library);
    return outline;
}
