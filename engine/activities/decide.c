/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `decide`: a story that goes on as the learner decides. */
#include <string.h>

#include <talloc.h>

#include "activities/answering.h"
#include "activities/option.h"
#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

/* Scenes of one story; their numbers fit a byte of the state. */
#define SCENES_MAX 60

/* Decisions that can be taken back. */
#define TRAIL_MAX 32

struct choice {
    struct position at;
    struct text id;
    struct text text;
    struct text then;
    struct text next;
};

struct scene {
    struct position at;
    struct text id;
    struct text text;
    struct record_list choices; /* struct choice */
    bool end;
};

struct story {
    struct position at;
    struct text stem;
    struct record_list scenes; /* struct scene; the first begins the story */
};

struct decision {
    unsigned char scene;
    unsigned char choice;
};

struct state {
    struct decision trail[TRAIL_MAX]; /* how she came here, the newest last */
    unsigned char count;              /* of trail */
    unsigned char scene;              /* where she is */
    unsigned char begun;              /* past the introduction */
};

static const struct field choice_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct choice, id),
      /* TRANSLATORS: explains the field 'id' of a choice in a story. */
      .about = N_("the short name of the choice; it stays the same when the text changes") },
    { .name = "text", .type = FIELD_LINE,
      .flags = FIELD_REQUIRED | FIELD_TRANSLATED | FIELD_DISTINCT,
      .offset = offsetof(struct choice, text),
      /* TRANSLATORS: explains the field 'text' of a choice in a story. */
      .about = N_("what one can do, as the learner reads it") },
    { .name = "then", .type = FIELD_LINE, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct choice, then),
      /* TRANSLATORS: explains the field 'then' of a choice in a story. */
      .about = N_("what happens right after, before the next scene") },
    { .name = "next", .type = FIELD_ID, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct choice, next),
      /* TRANSLATORS: explains the field 'next' of a choice in a story. */
      .about = N_("the id of the scene that follows") },
};

static const struct record choice_record = {
    .name = NC_("record", "choice"),
    .size = sizeof(struct choice),
    .fields = choice_fields,
    .field_count = sizeof choice_fields / sizeof choice_fields[0],
};

static const struct field scene_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct scene, id),
      /* TRANSLATORS: explains the field 'id' of a scene in a story. */
      .about = N_("the short name of the scene; choices name it") },
    { .name = "text", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct scene, text),
      /* TRANSLATORS: explains the field 'text' of a scene in a story. */
      .about = N_("what happens, as the learner reads it") },
    { .name = "choices", .type = FIELD_RECORDS, .offset = offsetof(struct scene, choices),
      .record = &choice_record, .least = 1, .most = ACTIVITY_LIST_MAX,
      /* TRANSLATORS: explains the field 'choices' of a scene in a story. */
      .about = N_("what one can do here") },
    { .name = "end", .type = FIELD_YES_NO, .offset = offsetof(struct scene, end),
      /* TRANSLATORS: explains the field 'end' of a scene in a story; yes stays English. */
      .about = N_("'yes' ends the story here") },
};

static const struct record scene_record = {
    .name = NC_("record", "scene"),
    .size = sizeof(struct scene),
    .fields = scene_fields,
    .field_count = sizeof scene_fields / sizeof scene_fields[0],
};

static const struct field fields[] = {
    { .name = "decide", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct story, stem),
      /* TRANSLATORS: explains the field 'decide' of a step. */
      .about = N_("the beginning of a story in which the learner decides") },
    { .name = "scenes", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct story, scenes), .record = &scene_record,
      .least = 2, .most = SCENES_MAX,
      /* TRANSLATORS: explains the field 'scenes' of a step. */
      .about = N_("the scenes of the story; it begins with the first") },
};

static const struct record record = {
    .name = NC_("record", "story"),
    .size = sizeof(struct story),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

static const struct scene *scene_of(const struct story *story, size_t index)
{
    return (const struct scene *)story->scenes.items + index;
}

static const struct choice *choice_of(const struct scene *scene, size_t index)
{
    return (const struct choice *)scene->choices.items + index;
}

static size_t find_scene(const struct story *story, const char *id)
{
    size_t index = 0;
    while (index < story->scenes.count && strcmp(scene_of(story, index)->id.bytes, id) != 0)
        index++;
    return index;
}

static bool check_next(const struct reading *reading, const struct story *story,
                       const struct scene *scene)
{
    bool good = true;
    for (size_t i = 0; i < scene->choices.count; i++) {
        const struct text *next = &choice_of(scene, i)->next;
        if (find_scene(story, next->bytes) == story->scenes.count)
            good = reading_refuse(reading, next->at,
                                  /* TRANSLATORS: a choice leads to a scene that is missing. */
                                  _("no scene of this story has this id"),
                                  /* TRANSLATORS: advice after "no scene … has this id". */
                                  _("write the id of the scene that follows, or add that scene"));
    }
    return good;
}

static bool check_scene(const struct reading *reading, const struct story *story,
                        const struct scene *scene)
{
    if (scene->end && scene->choices.count > 0)
        return reading_refuse(reading, scene->at,
                              /* TRANSLATORS: a scene of a story has both 'end' and 'choices'. */
                              _("this scene ends the story and offers choices"),
                              /* TRANSLATORS: advice after "this scene ends the story and …". */
                              _("take 'end' or 'choices' away"));
    if (!scene->end && scene->choices.count == 0)
        return reading_refuse(reading, scene->at,
                              /* TRANSLATORS: a scene of a story has no 'end' and no 'choices'. */
                              _("the story stops here without an end"),
                              /* TRANSLATORS: advice after "the story stops here …". */
                              _("add 'choices', or 'end: yes' if it ends here"));
    return check_next(reading, story, scene);
}

/* Marks what can be reached from the scenes marked already, until nothing is
 * new. Backwards: marks the scenes from which a marked one can be reached. */
static void spread(const struct story *story, bool *marked, bool backwards)
{
    bool again = true;
    while (again) {
        again = false;
        for (size_t i = 0; i < story->scenes.count; i++) {
            const struct scene *scene = scene_of(story, i);
            for (size_t j = 0; j < scene->choices.count; j++) {
                size_t next = find_scene(story, choice_of(scene, j)->next.bytes);
                size_t from = backwards ? next : i;
                size_t to = backwards ? i : next;
                again |= marked[from] && !marked[to];
                marked[to] |= marked[from];
            }
        }
    }
}

static bool check_ways(const struct reading *reading, const struct story *story)
{
    bool reached[SCENES_MAX] = { [0] = true };
    bool ending[SCENES_MAX] = { false };
    bool good = true;

    for (size_t i = 0; i < story->scenes.count; i++)
        ending[i] = scene_of(story, i)->end;
    spread(story, reached, false);
    spread(story, ending, true);
    for (size_t i = 0; i < story->scenes.count; i++) {
        if (!reached[i])
            good = reading_refuse(reading, scene_of(story, i)->at,
                                  /* TRANSLATORS: a scene of a story that cannot be reached. */
                                  _("no choice leads to this scene"),
                                  /* TRANSLATORS: advice after "no choice leads to this scene". */
                                  _("let a choice of another scene lead here with 'next'"));
        else if (!ending[i])
            good = reading_refuse(reading, scene_of(story, i)->at,
                                  /* TRANSLATORS: from this scene the story goes round for ever. */
                                  _("no way leads from this scene to an end"),
                                  /* TRANSLATORS: advice after "no way leads … to an end". */
                                  _("let a choice lead on to a scene with 'end: yes'"));
    }
    return good;
}

static bool check(const struct reading *reading, const struct step *step)
{
    const struct story *story = step->fields;
    bool good = true;

    for (size_t i = 0; i < story->scenes.count; i++)
        good &= check_scene(reading, story, scene_of(story, i));
    return good && check_ways(reading, story);
}

static size_t length_above(const struct choice *choice)
{
    return strlen(choice->text.bytes) + (choice->then.bytes ? strlen(choice->then.bytes) : 0);
}

/* The decision that leads to a scene and shows most above it. False: none does. */
static bool longest_way(const struct story *story, size_t index, struct decision *ret_way)
{
    size_t longest = 0;

    for (size_t i = 0; i < story->scenes.count; i++) {
        const struct scene *scene = scene_of(story, i);
        for (size_t j = 0; j < scene->choices.count; j++) {
            const struct choice *choice = choice_of(scene, j);
            if (find_scene(story, choice->next.bytes) != index || length_above(choice) <= longest)
                continue;
            longest = length_above(choice);
            *ret_way = (struct decision){ (unsigned char)i, (unsigned char)j };
        }
    }
    return longest > 0;
}

static const struct text *page(const struct step *step, size_t index, void *data)
{
    const struct story *story = step->fields;
    struct state *state = data;

    if (index >= story->scenes.count)
        return NULL;
    state->begun = 1;
    state->scene = (unsigned char)index;
    state->count = longest_way(story, index, &state->trail[0]);
    return &scene_of(story, index)->text;
}

static const struct scene *current_scene(const struct turn *turn)
{
    const struct state *state = turn->state;
    return scene_of(turn->step->fields, state->scene);
}

/* What her last decision brought about. */
static void show_consequence(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;
    if (state->count == 0)
        return;
    const struct decision *last = &state->trail[state->count - 1];
    const struct choice *choice =
        choice_of(scene_of(turn->step->fields, last->scene), last->choice);
    struct block *block = view_add(view, BLOCK_QUOTE, "", STYLE_PLAIN);
    markdown_line(view, choice->text.bytes, STYLE_BOLD, &block->text);
    if (choice->then.bytes) {
        block = view_add(view, BLOCK_QUOTE, "", STYLE_PLAIN);
        markdown_line(view, choice->then.bytes, STYLE_PLAIN, &block->text);
    }
    view_gap(view);
}

static void show_end(struct view *view)
{
    view_gap(view);
    /* TRANSLATORS: two options at the end of a story. */
    view_option(view, _("Go on with the lesson"), MARK_NONE);
    /* TRANSLATORS: option at the end of a story: back to the last decision. */
    view_option(view, _("Go back and decide differently"), MARK_NONE);
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    if (!state->begun) {
        markdown_page(view, step_stem(turn->step)->bytes);
        return;
    }
    const struct scene *scene = current_scene(turn);
    show_consequence(turn, view);
    markdown_page(view, scene->text.bytes);
    view_gap(view);
    for (size_t i = 0; i < scene->choices.count; i++)
        markdown_option(view, choice_of(scene, i)->text.bytes, MARK_NONE);
    if (scene->end)
        show_end(view);
    view->page = 1u + state->scene + SCENES_MAX * state->count;
    view->input = INPUT_PICK;
    view->focus = *turn->focus;
    view_hint(view, EVENT_ENTER, C_("key", "decide"));
    view_hint(view, EVENT_PICK, C_("key", "decide"));
}

/* A way longer than the trail forgets its beginning. */
static void remember(struct state *state, size_t choice)
{
    if (state->count == TRAIL_MAX)
        memmove(state->trail, state->trail + 1, --state->count * sizeof state->trail[0]);
    state->trail[state->count++] =
        (struct decision){ .scene = state->scene, .choice = (unsigned char)choice };
}

static enum outcome undo(const struct turn *turn)
{
    struct state *state = turn->state;

    if (!state->begun)
        return OUTCOME_IGNORED;
    *turn->focus = 1;
    if (state->count == 0)
        state->begun = 0;
    else
        state->scene = state->trail[--state->count].scene;
    return OUTCOME_CHANGED;
}

static enum outcome pick(const struct turn *turn, size_t number)
{
    const struct story *story = turn->step->fields;
    const struct scene *scene = current_scene(turn);
    struct state *state = turn->state;

    if (scene->end)
        return number == 1 ? OUTCOME_DONE : number == 2 ? undo(turn) : OUTCOME_IGNORED;
    if (number < 1 || number > scene->choices.count)
        return OUTCOME_IGNORED;
    remember(state, number - 1);
    state->scene = (unsigned char)find_scene(story, choice_of(scene, number - 1)->next.bytes);
    *turn->focus = 1;
    return OUTCOME_CHANGED;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;

    if (event.kind == EVENT_BACK)
        return undo(turn);
    if (!state->begun) {
        state->begun = activity_go_on(event) == OUTCOME_DONE;
        return state->begun ? OUTCOME_CHANGED : OUTCOME_IGNORED;
    }
    return pick(turn, activity_picked(turn, event));
}

/* What each decision that leads to a scene brought about. */
static void print_ways(const struct story *story, size_t index, struct view *view)
{
    for (size_t i = 0; i < story->scenes.count; i++) {
        const struct scene *scene = scene_of(story, i);
        for (size_t j = 0; j < scene->choices.count; j++) {
            const struct choice *choice = choice_of(scene, j);
            if (!choice->then.bytes || find_scene(story, choice->next.bytes) != index)
                continue;
            struct block *block = view_add(view, BLOCK_QUOTE, "", STYLE_PLAIN);
            activity_add_why(view, &block->text, NULL, &choice->text, &choice->then);
        }
    }
}

static void print_choices(const struct story *story, const struct scene *scene, struct view *view)
{
    for (size_t i = 0; i < scene->choices.count; i++) {
        const struct choice *choice = choice_of(scene, i);
        size_t next = find_scene(story, choice->next.bytes) + 1;
        struct block *block = view_item(view, MARK_NONE);
        markdown_line(view, choice->text.bytes, STYLE_PLAIN, &block->text);
        /* TRANSLATORS: behind a choice of a story on paper; %zu is the number of a scene. */
        block->aside = memory_need(talloc_asprintf(view, C_("story", "go to scene %zu"), next));
        block->place = (unsigned)next;
    }
    if (scene->end)
        /* TRANSLATORS: under the last scene of a story on paper. */
        view_add(view, BLOCK_PARAGRAPH, C_("story", "The story ends here."), STYLE_QUIET);
}

/* All scenes, numbered, for who turns the pages herself. */
static void print(const struct step *step, struct handout *handout)
{
    const struct story *story = step->fields;
    struct view *view = handout->task;

    markdown_page(view, story->stem.bytes);
    for (size_t i = 0; i < story->scenes.count; i++) {
        view_gap(view);
        /* TRANSLATORS: heading of a scene of a story on paper. */
        view_addf(view, BLOCK_HEADING, STYLE_HEADING | STYLE_BOLD, C_("story", "Scene %zu"),
                  i + 1)->place = (unsigned)i + 1;
        print_ways(story, i, view);
        markdown_page(view, scene_of(story, i)->text.bytes);
        view_gap(view);
        print_choices(story, scene_of(story, i), view);
    }
}

const struct activity activity_decide = {
    .verb = { .name = "decide", .record = &record, .counted = true, .check = check },
    .state_size = sizeof(struct state),
    .page = page,
    .show = show,
    .handle = handle,
    .print = print,
};
