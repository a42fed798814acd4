/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/gift_file.h"

#include <string.h>

#include <talloc.h>

#include "activities/activity.h"
#include "base/buffer.h"
#include "base/language.h"
#include "base/memory.h"
#include "course/gift_write.h"

struct writing {
    struct buffer out;
    const struct lesson *lesson;
    const char *file;
    struct diagnostics *problems;
};

/* [[PrEP]] and [[PrEP|this medicine]] as the words that the learner sees; GIFT has no
 * glossary. */
static const char *without_terms(const void *parent, const char *text)
{
    const char *open = text ? strstr(text, "[[") : NULL;
    if (!open)
        return text;

    struct buffer out = buffer_new(parent);
    for (; open; open = strstr(text, "[[")) {
        const char *end = strstr(open, "]]");
        if (!end)
            break;
        const char *bar = memchr(open, '|', (size_t)(end - open));
        const char *words = bar ? bar + 1 : open + 2;
        buffer_add(&out, text, (size_t)(open - text));
        buffer_add(&out, words, (size_t)(end - words));
        text = end + 2;
    }
    buffer_put(&out, text);
    return out.text;
}

/* A page of a lesson ends with the end of a line. */
static const char *without_end(const void *parent, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    while (length > 0 && strchr(" \n", text[length - 1]))
        length--;
    return memory_need(talloc_strndup(parent, text ? text : "", length));
}

static void take_terms_out(const void *parent, struct gift_question *question)
{
    question->stem = without_terms(parent, without_end(parent, question->stem));
    for (size_t i = 0; i < question->count; i++) {
        struct gift_answer *answer = &question->answers[i];
        answer->text = without_terms(parent, answer->text);
        answer->match = without_terms(parent, answer->match);
        answer->feedback = without_terms(parent, answer->feedback);
    }
}

/* The id of the step, or its number in the lesson. */
static char *name_of(const void *parent, const struct writing *writing, const struct step *step)
{
    if (step->id.bytes)
        return memory_need(talloc_strdup(parent, step->id.bytes));
    return memory_need(
        talloc_asprintf(parent, "%zu", (size_t)(step - writing->lesson->steps) + 1));
}

static void warn_left_out(struct writing *writing, const struct step *step, const char *name)
{
    diagnostics_add(writing->problems, SEVERITY_WARNING, writing->file, step->at,
                    /* TRANSLATORS: a step that the GIFT format cannot hold. %1$s is its id or
                     * number, %2$s the verb, such as "order". */
                    _("step %1$s (%2$s) was left out: GIFT has no such question"), name,
                    step->verb->name);
    diagnostics_advise(writing->problems, "%s",
                       /* TRANSLATORS: advice after "step … was left out". */
                       _("it is there with --to html and --to markdown"));
}

static void warn_incomplete(struct writing *writing, const struct step *step, const char *name,
                            const char *lost)
{
    diagnostics_add(writing->problems, SEVERITY_WARNING, writing->file, step->at,
                    /* TRANSLATORS: a question that the GIFT format holds in part. %1$s is its id
                     * or number, %2$s the verb, such as "choose". */
                    _("GIFT has no place for all of step %1$s (%2$s)"), name, step->verb->name);
    diagnostics_advise(writing->problems, "%s", lost);
}

static void write_step(struct writing *writing, const struct step *step)
{
    void *memory = memory_need(talloc_new(NULL));
    const struct activity *activity = activity_of(step);
    struct gift_question question = { .line = step->at.line };
    char *name = name_of(memory, writing, step);
    const char *lost = activity->gift ? activity->gift(memory, step, &question) : NULL;

    take_terms_out(memory, &question);
    if (!activity->gift || !gift_holds(&question)) {
        warn_left_out(writing, step, name);
    } else {
        question.title = memory_need(
            talloc_asprintf(memory, "%s/%s", writing->lesson->id.bytes, name));
        buffer_put(&writing->out, gift_write(memory, &question));
        if (lost)
            warn_incomplete(writing, step, name, lost);
    }
    talloc_free(memory);
}

/* Comments, so that who finds the file knows what it is; line ends would end them. */
static void write_comment(struct writing *writing, const char *text)
{
    char *line = memory_need(talloc_asprintf(writing->out.text, "// %s\n", text));
    for (char *at = strchr(line, '\n'); at && at[1]; at = strchr(at, '\n'))
        *at = ' ';
    buffer_put(&writing->out, line);
    talloc_free(line);
}

char *gift_file_write(const void *parent, const struct lesson *lesson, const char *file,
                      struct diagnostics *problems)
{
    struct writing writing = {
        .out = buffer_new(parent),
        .lesson = lesson,
        .file = file,
        .problems = problems,
    };

    write_comment(&writing, lesson->title.bytes);
    for (size_t i = 0; i < lesson->sources.count; i++)
        write_comment(&writing, lesson->sources.items[i].bytes);
    buffer_put(&writing.out, "\n");
    for (size_t i = 0; i < lesson->step_count; i++)
        write_step(&writing, &lesson->steps[i]);
    return writing.out.text;
}
