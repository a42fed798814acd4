/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "play/kept.h"

#include <string.h>

#include <sodium.h>
#include <talloc.h>

#include "base/memory.h"
#include "course/value.h"

/* To be raised when the state of any activity means something else than before in as many
 * bytes. Answers of another number are given up. */
#define STATES 1

/* A stop as it is written: its kind, its index and focus, the fingerprint of its step, the
 * size of its state, and that state, sparse. */
struct entry {
    enum stop_kind kind;
    size_t index;
    size_t focus;
    struct fingerprint step;
    size_t size;
    struct octets_in state; /* begins with the state */
};

static int wipe(struct kept *kept)
{
    if (kept->answers)
        sodium_memzero(kept->answers, kept->length);
    return 0;
}

static void set_answers(struct kept *kept, const unsigned char *bytes, size_t length)
{
    kept->answers = memory_need(talloc_size(kept, length));
    if (bytes)
        memcpy(kept->answers, bytes, length);
    kept->length = length;
    talloc_set_destructor(kept, wipe);
}

static size_t state_size(const struct stop *stop)
{
    return stop->step ? activity_of(stop->step)->state_size : 0;
}

/* Two attempts whose rows are the same have the same stops at the same places. */
static struct fingerprint row_of(const struct attempt *attempt)
{
    crypto_generichash_state hash;
    struct fingerprint row;

    crypto_generichash_init(&hash, NULL, 0, sizeof row.bytes);
    for (size_t i = 0; i < attempt->count && attempt->stops[i].kind < STOP_AGAIN; i++) {
        const struct stop *stop = &attempt->stops[i];
        unsigned char kind = (unsigned char)stop->kind;
        struct fingerprint step = { { 0 } };
        if (stop->step)
            step = step_fingerprint(stop->step);
        crypto_generichash_update(&hash, &kind, 1);
        crypto_generichash_update(&hash, step.bytes, sizeof step.bytes);
    }
    crypto_generichash_final(&hash, row.bytes, sizeof row.bytes);
    return row;
}

/* What a zeroed and started state is, so that only what she did takes room. */
static bool is_untouched(const struct attempt *attempt, const struct stop *stop,
                         const unsigned char *state)
{
    size_t size = state_size(stop);
    const struct activity *activity = activity_of(stop->step);
    struct random random = attempt_random(attempt, stop->step);
    unsigned char *fresh = memory_need(talloc_zero_size(attempt, size));

    if (activity->start)
        activity->start(stop->step, fresh, &random);
    bool same = memcmp(fresh, state, size) == 0;
    talloc_free(fresh);
    return same;
}

static void put_entry(struct octets_out *out, const struct attempt *attempt, size_t index,
                      const unsigned char *state, size_t focus)
{
    const struct stop *stop = &attempt->stops[index];
    const struct fingerprint step = step_fingerprint(stop->step);

    octets_put_number(out, stop->kind, 1);
    octets_put_number(out, index, 2);
    octets_put_number(out, focus, 2);
    octets_put(out, step.bytes, sizeof step.bytes);
    octets_put_number(out, state_size(stop), 2);
    octets_put_sparse(out, state, state_size(stop));
}

/* As attempt_pause leaves it: nothing that she typed for nobody goes into the bytes. */
static void put_stop(struct octets_out *out, const struct attempt *attempt, size_t index)
{
    const struct stop *stop = &attempt->stops[index];
    const struct activity *activity = activity_of(stop->step);
    size_t size = state_size(stop);
    unsigned char *state = memory_need(talloc_size(attempt, size));

    if (size)
        memcpy(state, stop->state, size);
    if (activity->leave)
        activity->leave(state);
    size_t focus = activity->leave ? 1 : stop->focus;
    if (stop->kind == STOP_AGAIN || focus != 1 || !is_untouched(attempt, stop, state))
        put_entry(out, attempt, index, state, focus);
    sodium_memzero(state, size);
    talloc_free(state);
}

/* Of everything, or of what she takes with her only. */
static void put_answers(struct octets_out *out, const struct attempt *attempt, bool all)
{
    octets_put_number(out, STATES, 1);
    for (size_t i = 0; i < attempt->count; i++) {
        const struct step *step = attempt->stops[i].step;
        if (step && (all || activity_of(step)->take_away))
            put_stop(out, attempt, i);
    }
}

static struct kept *new_kept(const void *parent, const struct attempt *attempt, bool all)
{
    struct kept *kept = memory_need(talloc_zero(parent, struct kept));
    struct octets_out out = { NULL, 0, 0 };

    kept->seed = attempt->seed;
    kept->collected = attempt->collected;
    kept->row = row_of(attempt);
    kept->bookmark = attempt_bookmark(attempt);
    if (kept->bookmark.id)
        kept->bookmark.id = memory_need(talloc_strdup(kept, kept->bookmark.id));
    put_answers(&out, attempt, all);
    set_answers(kept, NULL, out.length);
    out = (struct octets_out){ kept->answers, kept->length, 0 };
    put_answers(&out, attempt, all);
    return kept;
}

struct kept *kept_new(const void *parent, const struct attempt *attempt)
{
    return new_kept(parent, attempt, true);
}

struct kept *kept_new_taken(const void *parent, const struct attempt *attempt)
{
    struct kept *kept = new_kept(parent, attempt, false);

    /* The number of the states alone. */
    if (kept->length > 1)
        return kept;
    talloc_free(kept);
    return NULL;
}

/* False at the end, and when the bytes are none of ours. */
static bool next_entry(struct octets_in *in, struct entry *entry)
{
    if (in->failed || in->length == 0)
        return false;
    entry->kind = (enum stop_kind)octets_take_number(in, 1);
    entry->index = octets_take_number(in, 2);
    entry->focus = octets_take_number(in, 2);
    const unsigned char *step = octets_take(in, sizeof entry->step.bytes);
    if (step)
        memcpy(entry->step.bytes, step, sizeof entry->step.bytes);
    entry->size = octets_take_number(in, 2);
    entry->state = *in;
    octets_take_sparse(in, NULL, entry->size);
    in->failed |= entry->kind <= STOP_TITLE || entry->kind >= STOP_LAST || entry->focus == 0;
    return !in->failed;
}

static struct octets_in entries_of(const struct kept *kept)
{
    struct octets_in in = { kept->answers, kept->answers ? kept->length : 0, false };

    octets_take_number(&in, 1);
    return in;
}

static bool is_of(const struct entry *entry, const struct step *step)
{
    if (!step || activity_of(step)->state_size != entry->size)
        return false;
    const struct fingerprint fingerprint = step_fingerprint(step);
    return fingerprints_equal(&fingerprint, &entry->step);
}

/* Two steps may be the same, then the places tell them apart. */
static struct stop *find_stop(const struct attempt *attempt, const struct entry *entry)
{
    struct stop *stops = attempt->stops;

    if (entry->index < attempt->count && stops[entry->index].kind == entry->kind &&
        is_of(entry, stops[entry->index].step))
        return &stops[entry->index];
    for (size_t i = 0; i < attempt->count; i++)
        if (stops[i].kind == entry->kind && is_of(entry, stops[i].step))
            return &stops[i];
    return NULL;
}

static void take_state(struct stop *stop, const struct entry *entry)
{
    struct octets_in state = entry->state;

    octets_take_sparse(&state, stop->state, entry->size);
    stop->focus = entry->focus;
}

/* Those asked once more, or all others. */
static void take_states(struct attempt *attempt, const struct kept *kept, bool again)
{
    struct octets_in in = entries_of(kept);
    struct entry entry;

    while (next_entry(&in, &entry)) {
        struct stop *stop = (entry.kind == STOP_AGAIN) == again ? find_stop(attempt, &entry) : NULL;
        if (stop)
            take_state(stop, &entry);
    }
}

static const struct step *find_step(const struct lesson *lesson, const struct entry *entry)
{
    for (size_t i = 0; i < lesson->step_count; i++)
        if (is_of(entry, &lesson->steps[i]))
            return &lesson->steps[i];
    return NULL;
}

/* The questions that came again do so, also if she has answered them meanwhile. */
static void ask_again(struct attempt *attempt, const struct kept *kept)
{
    const struct step **steps =
        memory_need(talloc_array(attempt, const struct step *, (unsigned)kept->length));
    struct octets_in in = entries_of(kept);
    struct entry entry;
    size_t count = 0;

    while (next_entry(&in, &entry)) {
        const struct step *step =
            entry.kind == STOP_AGAIN ? find_step(attempt->lesson, &entry) : NULL;
        if (step)
            steps[count++] = step;
    }
    attempt_ask_again(attempt, steps, count);
    talloc_free(steps);
}

static enum resumed how(const struct attempt *attempt, const struct kept *kept)
{
    const struct fingerprint row = row_of(attempt);

    if (!fingerprints_equal(&row, &kept->row))
        return RESUMED_CHANGED;
    return kept->answers && kept->answers[0] == STATES ? RESUMED_WHOLE : RESUMED_PLACE;
}

static bool has_states(const struct kept *kept)
{
    return kept->answers && kept->answers[0] == STATES;
}

void kept_give(struct attempt *attempt, const struct kept *taken)
{
    if (has_states(taken))
        take_states(attempt, taken, false);
}

struct attempt *kept_resume(const void *parent, const struct lesson *lesson,
                            const struct kept *kept)
{
    struct attempt *attempt = attempt_new(parent, lesson, kept->seed);
    bool states = has_states(kept);

    attempt->resumed = how(attempt, kept);
    if (states)
        take_states(attempt, kept, false);
    if (kept->collected && attempt->resumed == RESUMED_WHOLE)
        ask_again(attempt, kept);
    else if (kept->collected)
        attempt_collect(attempt);
    if (states && kept->collected)
        take_states(attempt, kept, true);
    if (attempt->resumed == RESUMED_WHOLE && kept->bookmark.index < attempt->count)
        attempt->at = kept->bookmark.index;
    else
        attempt_go(attempt, &kept->bookmark);
    return attempt;
}

void kept_write(struct octets_out *out, const struct kept *kept, bool answers)
{
    /* Answers longer than their length can say are given up. */
    size_t length = answers && kept->length <= UINT16_MAX ? kept->length : 0;

    octets_put_number(out, kept->seed, 8);
    octets_put_number(out, kept->collected, 1);
    octets_put(out, kept->row.bytes, sizeof kept->row.bytes);
    octets_put_number(out, kept->bookmark.kind, 1);
    octets_put_number(out, kept->bookmark.index, 2);
    octets_put_text(out, kept->bookmark.id);
    octets_put_number(out, kept->bookmark.behind, 2);
    octets_put_number(out, length, 2);
    octets_put(out, kept->answers, length);
}

static void read_bookmark(struct kept *kept, struct octets_in *in)
{
    struct bookmark *bookmark = &kept->bookmark;

    bookmark->kind = (enum stop_kind)octets_take_number(in, 1);
    bookmark->index = octets_take_number(in, 2);
    bookmark->id = octets_take_text(kept, in);
    bookmark->behind = octets_take_number(in, 2);
    in->failed |= bookmark->kind > STOP_LAST || (bookmark->id && !value_is_id(bookmark->id));
}

/* Entries are looked at only in the version that wrote them like this. */
static bool are_answers(const struct kept *kept)
{
    struct octets_in in = entries_of(kept);
    struct entry entry;

    while (kept->answers[0] == STATES && next_entry(&in, &entry))
        continue;
    return !in.failed;
}

static void read_answers(struct kept *kept, struct octets_in *in)
{
    size_t length = octets_take_number(in, 2);
    const unsigned char *answers = octets_take(in, length);

    if (!answers || length == 0)
        return;
    set_answers(kept, answers, length);
    in->failed |= !are_answers(kept);
}

struct kept *kept_read(const void *parent, struct octets_in *in)
{
    struct kept *kept = memory_need(talloc_zero(parent, struct kept));

    kept->seed = octets_take_number(in, 8);
    uint64_t collected = octets_take_number(in, 1);
    in->failed |= collected > 1;
    kept->collected = collected == 1;
    const unsigned char *row = octets_take(in, sizeof kept->row.bytes);
    if (row)
        memcpy(kept->row.bytes, row, sizeof kept->row.bytes);
    read_bookmark(kept, in);
    read_answers(kept, in);
    if (!in->failed)
        return kept;
    talloc_free(kept);
    return NULL;
}
