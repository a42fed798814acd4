/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/lesson.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"

/* Heads are short; this much of a file is looked at before all of it. */
#define HEAD_BYTES 4096

#define STEPS "steps"

static const char *const audiences[] = { "learner", "educator", "provider", NULL };
static const char *const countries[] = { "ru", "ua", NULL };

static const struct field lesson_fields[] = {
    { .name = "lesson", .type = FIELD_ID, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct lesson, id),
      /* TRANSLATORS: explains the field 'lesson' of a lesson file. */
      .about = N_("the short name of the lesson, such as how-hiv-is-passed-on") },
    { .name = "title", .type = FIELD_PLAIN, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct lesson, title),
      /* TRANSLATORS: explains the field 'title' of a lesson file. */
      .about = N_("the title that the learner sees") },
    { .name = "about", .type = FIELD_LINE, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct lesson, about),
      /* TRANSLATORS: explains the field 'about' of a lesson file. */
      .about = N_("one sentence on what the lesson is about") },
    { .name = "minutes", .type = FIELD_COUNT, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct lesson, minutes), .least = 1, .most = 180,
      /* TRANSLATORS: explains the field 'minutes' of a lesson file. */
      .about = N_("how many minutes the lesson takes") },
    { .name = "for", .type = FIELD_WORDS, .offset = offsetof(struct lesson, audiences),
      .words = audiences, .least = 1, .most = 3,
      /* TRANSLATORS: explains the field 'for' of a lesson file. */
      .about = N_("who the lesson is for; without it: everyone") },
    { .name = "countries", .type = FIELD_WORDS, .offset = offsetof(struct lesson, countries),
      .words = countries, .least = 1, .most = 2,
      /* TRANSLATORS: explains the field 'countries' of a lesson file. */
      .about = N_("the countries whose law the lesson describes") },
    { .name = "reviewed", .type = FIELD_MONTH, .offset = offsetof(struct lesson, reviewed),
      /* TRANSLATORS: explains the field 'reviewed' of a lesson file. */
      .about = N_("the month in which the facts were last checked, such as 2026-11") },
    { .name = "review-by", .type = FIELD_MONTH, .offset = offsetof(struct lesson, review_by),
      /* TRANSLATORS: explains the field 'review-by' of a lesson file. */
      .about = N_("the month by which the facts must be checked again") },
    { .name = "sources", .type = FIELD_LINES, .offset = offsetof(struct lesson, sources),
      .least = 1, .most = 40,
      /* TRANSLATORS: explains the field 'sources' of a lesson file. */
      .about = N_("where the facts come from, one source an entry") },
    { .name = "before-after", .type = FIELD_IDS, .offset = offsetof(struct lesson, before_after),
      .least = 1, .most = 4,
      /* TRANSLATORS: explains the field 'before-after' of a lesson file. */
      .about = N_("the ids of questions that are asked before the lesson and again after it") },
    { .name = STEPS, .type = FIELD_STEPS, .flags = FIELD_REQUIRED, .least = 1, .most = 60,
      /* TRANSLATORS: explains the field 'steps' of a lesson file. */
      .about = N_("what the learner does, one step after the other") },
};

const struct record lesson_record = {
    .name = NC_("record", "lesson"),
    .size = sizeof(struct lesson),
    .fields = lesson_fields,
    .field_count = sizeof lesson_fields / sizeof lesson_fields[0],
};

static const struct field step_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_UNIQUE, .offset = offsetof(struct step, id),
      /* TRANSLATORS: explains the field 'id' of a step. */
      .about = N_("the short name of the step; it stays the same when the text changes") },
    { .name = "rev", .type = FIELD_COUNT, .offset = offsetof(struct step, rev),
      .least = 1, .most = 9999,
      /* TRANSLATORS: explains the field 'rev' of a step. */
      .about = N_("the revision of the question; raise it when old and new answers can no longer "
                  "be compared") },
    { .name = "note", .type = FIELD_PAGE, .offset = offsetof(struct step, note),
      /* TRANSLATORS: explains the field 'note' of a step. */
      .about = N_("a note for whoever leads a group") },
};

const struct record step_record = {
    .name = NC_("record", "step"),
    .size = sizeof(struct step),
    .fields = step_fields,
    .field_count = sizeof step_fields / sizeof step_fields[0],
};

static const struct verb *find_verb(const struct verb_table *verbs, const char *name)
{
    for (size_t i = 0; i < verbs->count; i++)
        if (strcmp(verbs->verbs[i]->name, name) == 0)
            return verbs->verbs[i];
    return NULL;
}

static const char **list_verbs(const void *parent, const struct verb_table *verbs)
{
    const char **names =
        memory_need(talloc_array(parent, const char *, (unsigned)verbs->count + 1));
    for (size_t i = 0; i < verbs->count; i++)
        names[i] = verbs->verbs[i]->name;
    names[verbs->count] = NULL;
    return names;
}

static void advise_verb(const struct reading *reading, const struct verb_table *verbs,
                        const struct node *mapping)
{
    const char **names = list_verbs(reading->parent, verbs);

    for (const struct node *node = mapping->first; node; node = node->next) {
        int nearest = text_nearest(node->key, names);
        if (nearest >= 0) {
            diagnostics_advise(reading->problems, _("did you mean '%s'?"), names[nearest]);
            return;
        }
    }
    char *list = memory_need(talloc_strdup(reading->parent, ""));
    for (size_t i = 0; names[i]; i++)
        list = memory_need(talloc_asprintf_append_buffer(list, "%s%s", i ? ", " : "", names[i]));
    diagnostics_advise(reading->problems,
                       /* TRANSLATORS: %s is a list of words of the file format. */
                       _("begin the step with one of: %s"), list);
}

/* The one field of a step that is a verb. */
static const struct verb *verb_of(const struct reading *reading, const struct verb_table *verbs,
                                  const struct node *mapping)
{
    const struct verb *verb = NULL;
    for (const struct node *node = mapping->first; node; node = node->next) {
        const struct verb *found = find_verb(verbs, node->key);
        if (found && verb) {
            reading_refuse(reading, node->key_at,
                           /* TRANSLATORS: a verb is a field such as 'read' or 'choose'. */
                           _("this step has a second verb"),
                           /* TRANSLATORS: advice after "this step has a second verb". */
                           _("begin a new step with '- '"));
            return NULL;
        }
        verb = found ? found : verb;
    }
    if (!verb) {
        reading_refuse(reading, mapping->first ? mapping->first->key_at : mapping->at,
                       /* TRANSLATORS: a verb is a field such as 'read' or 'choose'. */
                       _("this step has no verb that says what the learner does"), NULL);
        advise_verb(reading, verbs, mapping);
    }
    return verb;
}

static bool read_step(const struct reading *reading, const struct verb_table *verbs,
                      const struct node *mapping, struct step *step)
{
    if (mapping->kind != NODE_MAPPING) {
        const struct binding binding = { &step_record, step };
        return record_read(reading, mapping, &binding, 1);
    }
    step->verb = verb_of(reading, verbs, mapping);
    if (!step->verb)
        return false;

    const struct record *record = step->verb->record;
    void *fields = memory_need(talloc_zero_size(reading->parent, record->size));
    const struct binding bindings[] = { { &step_record, step }, { record, fields } };
    bool good = record_read(reading, mapping, bindings, 2);
    step->fields = fields;
    if (step->verb->counted && !step->id.bytes)
        good = reading_refuse(reading, mapping->at,
                              /* TRANSLATORS: 'id' is a field of the file format. */
                              _("'id' is missing: answers to this step are counted"),
                              /* TRANSLATORS: advice after "'id' is missing". */
                              _("add a short name that will stay the same, such as id: mosquito"));
    if (good && step->verb->check)
        good = step->verb->check(reading, step);
    return good;
}

static bool check_step_ids(const struct reading *reading, const struct lesson *lesson)
{
    bool unique = true;
    for (size_t i = 0; i < lesson->step_count; i++) {
        const struct text *id = &lesson->steps[i].id;
        if (!id->bytes || lesson_find_step(lesson, id->bytes) == &lesson->steps[i])
            continue;
        unique = reading_refuse(reading, id->at,
                                /* TRANSLATORS: a step is a page or question of a lesson. */
                                _("another step of this lesson has the same id"),
                                /* TRANSLATORS: advice after "another step … has the same id". */
                                _("choose another; an id belongs to one step"));
    }
    return unique;
}

static bool check_before_after(const struct reading *reading, const struct lesson *lesson)
{
    bool good = true;
    for (size_t i = 0; i < lesson->before_after.count; i++) {
        const struct text *id = &lesson->before_after.items[i];
        const struct step *step = lesson_find_step(lesson, id->bytes);
        if (!step)
            good = reading_refuse(reading, id->at,
                                  /* TRANSLATORS: the list 'before-after' names an unknown id. */
                                  _("no step of this lesson has this id"),
                                  /* TRANSLATORS: advice after "no step … has this id". */
                                  _("write the id of a question of this lesson"));
        else if (!step->verb->comparable)
            good = reading_refuse(reading, id->at,
                                  /* TRANSLATORS: for example a page that is only read. */
                                  _("this step cannot be asked before and after the lesson"),
                                  /* TRANSLATORS: advice after "this step cannot be asked …". */
                                  _("name a step that begins with 'choose' or 'choose-all'"));
    }
    return good;
}

static bool read_steps(const struct reading *reading, const struct verb_table *verbs,
                       const struct node *root, struct lesson *lesson)
{
    const struct node *list = node_find(root, STEPS);
    const struct field *field = &lesson_fields[sizeof lesson_fields / sizeof *lesson_fields - 1];

    if (!list)
        return false;
    if (list->kind != NODE_SEQUENCE || list->count < 1 || (long)list->count > field->most)
        return reading_refuse(reading, list->at,
                              /* TRANSLATORS: 'steps' is a field of a lesson file. */
                              _("'steps' must be a list of 1 to 60 steps"),
                              /* TRANSLATORS: advice after "'steps' must be a list …". */
                              _("begin each step on a line of its own with '- '"));

    struct step *steps =
        memory_need(talloc_zero_array(reading->parent, struct step, (unsigned)list->count));
    bool good = true;
    lesson->steps = steps;
    for (const struct node *item = list->first; item; item = item->next) {
        struct step *step = &steps[lesson->step_count++];
        step->lesson = lesson;
        good &= read_step(reading, verbs, item, step);
    }
    good &= check_step_ids(reading, lesson);
    return good && check_before_after(reading, lesson);
}

/* Without its steps a lesson is read by the same table; only that they are
 * missing is no problem then. */
static struct lesson *read_head(const struct reading *reading, const struct node *root)
{
    struct lesson *lesson = memory_need(talloc_zero(reading->parent, struct lesson));
    struct record head = lesson_record;
    head.field_count--;
    const struct binding binding = { &head, lesson };
    return record_read(reading, root, &binding, 1) ? lesson : NULL;
}

static struct lesson *read_whole(const struct reading *reading, const struct verb_table *verbs,
                                 const struct node *root)
{
    struct lesson *lesson = memory_need(talloc_zero(reading->parent, struct lesson));
    const struct binding binding = { &lesson_record, lesson };
    bool head = record_read(reading, root, &binding, 1);
    bool steps = read_steps(reading, verbs, root, lesson);
    return head && steps ? lesson : NULL;
}

struct lesson *lesson_parse(const void *parent, const char *file, struct bytes bytes,
                            const struct verb_table *verbs, enum lesson_part part,
                            struct diagnostics *problems)
{
    const struct reading reading = { parent, file, problems };
    const char *stop_key = part == LESSON_WHOLE ? NULL : STEPS;
    size_t first_problem = problems->count;

    struct node *root = node_parse(parent, file, bytes, stop_key, problems);
    if (!root)
        return NULL;
    if (part == LESSON_START && !root->stopped)
        return NULL;
    struct lesson *lesson =
        part == LESSON_WHOLE ? read_whole(&reading, verbs, root) : read_head(&reading, root);
    diagnostics_quote(problems, first_problem, bytes.data, bytes.length);
    return lesson;
}

/* Most heads end within the first block of the file. NULL says nothing: the
 * rest of the file may make sense of it. */
static struct lesson *read_short_head(const void *parent, const char *path,
                                      const struct verb_table *verbs)
{
    struct diagnostics *problems = diagnostics_new(parent);
    struct bytes bytes;
    bool whole = false;
    struct lesson *lesson = NULL;

    if (file_read_start(parent, path, HEAD_BYTES, &bytes, &whole, problems)) {
        if (!whole)
            bytes.length = text_cut(bytes.data, bytes.length, bytes.length - 1);
        lesson = lesson_parse(parent, path, bytes, verbs, LESSON_START, problems);
    }
    talloc_free(problems);
    return lesson;
}

struct lesson *lesson_read(const void *parent, const char *path, const struct verb_table *verbs,
                           enum lesson_part part, struct diagnostics *problems)
{
    struct bytes bytes;
    void *pool = memory_need(talloc_pool(parent, READING_BYTES));
    struct lesson *lesson = part == LESSON_HEAD ? read_short_head(pool, path, verbs) : NULL;

    if (!lesson && file_read(pool, path, NODE_FILE_BYTES, &bytes, problems)) {
        lesson = lesson_parse(pool, path, bytes, verbs, part, problems);
        talloc_free(bytes.data);
    }
    if (!lesson) {
        talloc_free(pool);
        return NULL;
    }
    /* The lesson carries all that it refers to. */
    talloc_steal(parent, lesson);
    talloc_steal(lesson, pool);
    return lesson;
}

const struct text *step_stem(const struct step *step)
{
    return &((const struct verb_fields *)step->fields)->stem;
}

const struct step *lesson_find_step(const struct lesson *lesson, const char *id)
{
    for (size_t i = 0; i < lesson->step_count; i++)
        if (lesson->steps[i].id.bytes && strcmp(lesson->steps[i].id.bytes, id) == 0)
            return &lesson->steps[i];
    return NULL;
}
