/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 *     version │ language │ look │ number of lessons │ lessons
 *     lesson: id │ what follows and what it is │ the lesson put aside │ what was taken from it
 *
 * The last two are those of play/kept.c.
 */
#include "play/progress.h"

#include <string.h>

#include <talloc.h>

#include "base/memory.h"
#include "course/value.h"
#include "play/octets.h"

/* Raised when older programs could not read it rightly. */
#define VERSION 1

enum flag {
    FLAG_FINISHED = 1 << 0,
    FLAG_CAST = 1 << 1,
    FLAG_BEGUN = 1 << 2,
    FLAG_TAKEN = 1 << 3,
    FLAGS = FLAG_FINISHED | FLAG_CAST | FLAG_BEGUN | FLAG_TAKEN,
};

/* How much is written of a lesson. */
enum part {
    PART_NOTHING,
    PART_MARKS,   /* finished, ballot cast */
    PART_PLACE,   /* and where she is */
    PART_ANSWERS, /* and what she did there, and takes with her */
};

static unsigned flags_of(const struct progress_lesson *lesson, enum part part)
{
    return (lesson->finished ? FLAG_FINISHED : 0U) | (lesson->cast ? FLAG_CAST : 0U) |
           (lesson->kept && part >= PART_PLACE ? FLAG_BEGUN : 0U) |
           (lesson->taken && part == PART_ANSWERS ? FLAG_TAKEN : 0U);
}

static bool is_written(const struct progress_lesson *lesson, enum part part)
{
    return part != PART_NOTHING && flags_of(lesson, part) != 0;
}

static void put_lesson(struct octets_out *out, const struct progress_lesson *lesson, enum part part)
{
    if (!is_written(lesson, part))
        return;
    octets_put_text(out, lesson->id);
    octets_put_number(out, flags_of(lesson, part), 1);
    if (lesson->kept && part >= PART_PLACE)
        kept_write(out, lesson->kept, part == PART_ANSWERS);
    if (lesson->taken && part == PART_ANSWERS)
        kept_write(out, lesson->taken, true);
}

static size_t size_of(const struct progress_lesson *lesson, enum part part)
{
    struct octets_out out = { NULL, 0, 0 };

    put_lesson(&out, lesson, part);
    return out.length;
}

static void put_head(struct octets_out *out, const struct progress *progress)
{
    octets_put_number(out, VERSION, 1);
    octets_put_text(out, progress->language);
    octets_put_number(out, progress->look, 1);
}

/* The largest number of lessons that their number can say. */
static size_t first_written(const struct progress *progress)
{
    return progress->count > UINT16_MAX ? progress->count - UINT16_MAX : 0;
}

static size_t size_of_all(const struct progress *progress, const enum part *parts)
{
    struct octets_out out = { NULL, 0, 0 };

    put_head(&out, progress);
    octets_put_number(&out, 0, 2);
    for (size_t i = 0; i < progress->count; i++)
        out.length += size_of(&progress->lessons[i], parts[i]);
    return out.length;
}

/* In some of the lessons, the oldest first: all give up their answers before any of them gives
 * up its place. The size of everything goes with it. */
static void shorten(const struct progress_lesson *lessons, enum part *parts, size_t count,
                    size_t *size, size_t room)
{
    for (enum part part = PART_ANSWERS; part > PART_NOTHING; part--)
        for (size_t i = 0; i < count && *size > room; i++) {
            if (parts[i] != part)
                continue;
            parts[i] = part - 1;
            *size = *size - size_of(&lessons[i], part) + size_of(&lessons[i], parts[i]);
        }
}

/* The lesson that she is in is the last to lose anything. */
static void fit(const struct progress *progress, enum part *parts, size_t room)
{
    size_t size = size_of_all(progress, parts);
    if (progress->count == 0)
        return;
    size_t others = progress->count - 1;

    shorten(progress->lessons, parts, others, &size, room);
    shorten(progress->lessons + others, parts + others, 1, &size, room);
}

static void put_lessons(struct octets_out *out, const struct progress *progress,
                        const enum part *parts)
{
    size_t count = 0;

    for (size_t i = 0; i < progress->count; i++)
        count += is_written(&progress->lessons[i], parts[i]);
    octets_put_number(out, count, 2);
    for (size_t i = 0; i < progress->count; i++)
        put_lesson(out, &progress->lessons[i], parts[i]);
}

size_t progress_write(const struct progress *progress, unsigned char *bytes, size_t room)
{
    enum part *parts =
        memory_need(talloc_array(progress, enum part, (unsigned)progress->count));
    struct octets_out out = { bytes, room, 0 };

    for (size_t i = 0; i < progress->count; i++)
        parts[i] = i < first_written(progress) ? PART_NOTHING : PART_ANSWERS;
    fit(progress, parts, room);
    put_head(&out, progress);
    put_lessons(&out, progress, parts);
    talloc_free(parts);
    return out.length;
}

static void read_lesson(struct progress *progress, struct octets_in *in)
{
    struct progress_lesson *lesson = &progress->lessons[progress->count];

    lesson->id = octets_take_text(progress->lessons, in);
    uint64_t flags = octets_take_number(in, 1);
    in->failed |= !lesson->id || !value_is_id(lesson->id) || flags == 0 || flags > FLAGS;
    if (in->failed)
        return;
    lesson->finished = flags & FLAG_FINISHED;
    lesson->cast = flags & FLAG_CAST;
    lesson->kept = flags & FLAG_BEGUN ? kept_read(progress->lessons, in) : NULL;
    lesson->taken = flags & FLAG_TAKEN ? kept_read(progress->lessons, in) : NULL;
    progress->count++;
}

/* Room for a number of lessons that cannot be there is not even asked for: each takes
 * three bytes at least. */
static void read_lessons(struct progress *progress, struct octets_in *in)
{
    size_t count = octets_take_number(in, 2);

    in->failed |= count > in->length / 3;
    if (in->failed)
        return;
    progress->lessons =
        memory_need(talloc_zero_array(progress, struct progress_lesson, (unsigned)count));
    for (size_t i = 0; i < count && !in->failed; i++)
        read_lesson(progress, in);
}

static void read_all(struct progress *progress, struct octets_in *in)
{
    char *language = octets_take_text(progress, in);

    progress_set_language(progress, language);
    /* What was not kept is not ours: a code has few letters. */
    in->failed |= language && (!progress->language || !value_is_id(language));
    talloc_free(language);
    progress->look = (unsigned char)octets_take_number(in, 1);
    read_lessons(progress, in);
    in->failed |= in->length > 0;
}

enum progress_read progress_read(const void *parent, const unsigned char *bytes, size_t length,
                                 struct progress **ret_progress)
{
    struct octets_in in = { bytes, length, false };
    uint64_t version = octets_take_number(&in, 1);

    if (version != VERSION)
        return version > VERSION ? PROGRESS_NEWER : PROGRESS_BROKEN;
    struct progress *progress = progress_new(parent);
    read_all(progress, &in);
    if (in.failed) {
        talloc_free(progress);
        return PROGRESS_BROKEN;
    }
    *ret_progress = progress;
    return PROGRESS_READ;
}
