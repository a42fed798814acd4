/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `find`: searches a directory of services, by city and kind of help or by a word. */
#include <string.h>
#include <unistd.h>

#include <talloc.h>

#include "activities/activity.h"
#include "activities/answering.h"
#include "activities/option.h"
#include "activities/typing.h"
#include "activities/wording.h"
#include "base/language.h"
#include "base/memory.h"
#include "course/directory.h"
#include "view/markdown.h"
#include "view/menu.h"

struct search {
    struct position at;
    struct text stem;
    struct text file;
    const struct directory *directory; /* read with the step */
};

static const struct field fields[] = {
    { .name = "find", .type = FIELD_PAGE, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct search, stem),
      /* TRANSLATORS: explains the field 'find' of a step. */
      .about = N_("what to look for in a directory of services") },
    { .name = "directory", .type = FIELD_PATH, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct search, file), .record = &directory_record,
      /* TRANSLATORS: explains the field 'directory' of a step. */
      .about = N_("the file of the directory, seen from the lesson's folder") },
};

static const struct record record = {
    .name = NC_("record", "search in a directory"),
    .size = sizeof(struct search),
    .fields = fields,
    .field_count = sizeof fields / sizeof fields[0],
};

/* The first entry of the lists of cities and of kinds stands for all of them. */
#define ALL 0

enum level {
    LEVEL_CITIES,
    LEVEL_KINDS,
    LEVEL_SERVICES,
    LEVEL_SERVICE,
};

struct state {
    struct typed typed;
    unsigned char level;
    unsigned short city;    /* ALL, or 1 + index of the first service there */
    unsigned short kind;    /* ALL, or 1 + index */
    unsigned short service; /* index of the one that is shown */
    unsigned short first;   /* entry of the page of a list */
};

/* The directory lies beside the lesson. It is read with it, so that a mistake in
 * it is found as one in the lesson is. */
static bool check(const struct reading *reading, const struct step *step)
{
    struct search *search = (struct search *)(size_t)step->fields;
    char *path = directory_path(reading->parent, reading->file, search->file.bytes);

    if (access(path, R_OK) < 0)
        return reading_refuse(reading, search->file.at,
                              /* TRANSLATORS: the file of a directory of services. */
                              _("there is no such file, or it cannot be read"),
                              /* TRANSLATORS: advice after "there is no such file, …". */
                              _("write its name from the folder of the lesson on"));
    search->directory = directory_read(reading->parent, path, reading->problems);
    return search->directory != NULL;
}

/* What the search leaves, as indexes; cities are represented by the first service
 * of each. */
struct entries {
    unsigned short *items;
    size_t count;
};

static const struct service *service_of(const struct turn *turn, size_t index)
{
    const struct search *search = turn->step->fields;
    return directory_service(search->directory, index);
}

static bool same_city(const struct service *one, const struct service *other)
{
    return strcmp(one->city.bytes, other->city.bytes) == 0;
}

static bool is_in_city(const struct turn *turn, const struct service *service)
{
    const struct state *state = turn->state;
    return state->city == ALL || same_city(service, service_of(turn, state->city - 1u));
}

static bool gives_help(const struct turn *turn, const struct service *service)
{
    const struct search *search = turn->step->fields;
    const struct state *state = turn->state;
    return state->kind == ALL ||
           service_helps(service, directory_kind(search->directory, state->kind - 1u));
}

/* Each of the folded words stands somewhere in what is known of the service. */
static bool has_words(const struct service *service, const char *typed)
{
    void *memory = memory_need(talloc_new(NULL));
    char *known = memory_need(talloc_asprintf(memory, "%s %s %s", service->name.bytes,
                                              service->city.bytes,
                                              service->about.bytes ? service->about.bytes : ""));
    char *folded = wording_fold(memory, known);
    char *words = memory_need(talloc_strdup(memory, typed));
    bool all = true;

    for (char *word = strsep(&words, " "); word && all; word = strsep(&words, " "))
        all = strstr(folded, word) != NULL;
    talloc_free(memory);
    return all;
}

static bool is_left(const struct turn *turn, size_t index, const char *typed)
{
    const struct service *service = service_of(turn, index);
    return is_in_city(turn, service) && gives_help(turn, service) && has_words(service, typed);
}

static bool is_first_of_city(const struct turn *turn, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (same_city(service_of(turn, i), service_of(turn, index)))
            return false;
    return true;
}

static bool is_given_here(const struct turn *turn, size_t kind)
{
    const struct search *search = turn->step->fields;
    for (size_t i = 0; i < search->directory->services.count; i++)
        if (is_in_city(turn, service_of(turn, i)) &&
            service_helps(service_of(turn, i), directory_kind(search->directory, kind)))
            return true;
    return false;
}

/* Typing goes straight to the services. */
static enum level level_of(const struct state *state)
{
    bool lists = state->level < LEVEL_SERVICES;
    return lists && !typing_is_empty(&state->typed) ? LEVEL_SERVICES : (enum level)state->level;
}

static struct entries list_entries(const void *parent, const struct turn *turn)
{
    const struct directory *directory = ((const struct search *)turn->step->fields)->directory;
    const struct state *state = turn->state;
    enum level level = level_of(state);
    char *typed = wording_fold(parent, state->typed.text);
    size_t all = level == LEVEL_KINDS ? directory->kinds.count : directory->services.count;
    struct entries entries = {
        .items = memory_need(talloc_array(parent, unsigned short, (unsigned)all + 1)),
    };

    for (size_t i = 0; i < all; i++)
        if (level == LEVEL_CITIES ? is_first_of_city(turn, i)
            : level == LEVEL_KINDS ? is_given_here(turn, i)
                                   : is_left(turn, i, typed))
            entries.items[entries.count++] = (unsigned short)i;
    talloc_free(typed);
    return entries;
}

/* The lists of cities and kinds begin with an entry for all. */
static bool begins_with_all(const struct turn *turn)
{
    return level_of(turn->state) < LEVEL_SERVICES;
}

struct listing {
    const struct turn *turn;
    struct entries entries;
};

static void add_city(const struct listing *listing, size_t index, struct view *view)
{
    if (index == 0)
        /* TRANSLATORS: first entry of a list of cities: all of them. */
        view_option(view, C_("find", "Everywhere"), MARK_NONE);
    else
        view_option(view,
                    service_of(listing->turn, listing->entries.items[index - 1])->city.bytes,
                    MARK_NONE);
}

static void add_kind(const struct listing *listing, size_t index, struct view *view)
{
    const struct search *search = listing->turn->step->fields;
    if (index == 0)
        /* TRANSLATORS: first entry of a list of kinds of help: all of them. */
        view_option(view, C_("find", "Any kind of help"), MARK_NONE);
    else
        view_option(
            view,
            directory_kind(search->directory, listing->entries.items[index - 1])->text.bytes,
            MARK_NONE);
}

static void add_entry(const void *data, size_t index, struct view *view)
{
    const struct listing *listing = data;
    enum level level = level_of(listing->turn->state);

    if (level == LEVEL_CITIES) {
        add_city(listing, index, view);
    } else if (level == LEVEL_KINDS) {
        add_kind(listing, index, view);
    } else {
        const struct service *service = service_of(listing->turn, listing->entries.items[index]);
        view_option(view, service->name.bytes, MARK_NONE)->aside = service->city.bytes;
    }
}

static struct menu menu_of(const struct turn *turn, const struct entries *entries)
{
    const struct state *state = turn->state;
    return (struct menu){
        .count = entries->count + begins_with_all(turn),
        .first = state->first,
        .focus = *turn->focus,
    };
}

static void show_list(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;
    const struct listing listing = { .turn = turn, .entries = list_entries(view, turn) };
    const struct menu menu = menu_of(turn, &listing.entries);

    if (!typing_is_empty(&state->typed)) {
        /* TRANSLATORS: %s is what the learner typed to search for. */
        view_addf(view, BLOCK_PARAGRAPH, STYLE_BOLD, _("Search: %s"), state->typed.text);
        view_gap(view);
    }
    if (menu.count == 0)
        view_add(view, BLOCK_PARAGRAPH,
                 /* TRANSLATORS: a search in a directory of services found nothing. */
                 _("Nothing was found. Take a letter away, or go back and look elsewhere."),
                 STYLE_PLAIN);
    else
        menu_show(&menu, view, add_entry, &listing);
    view->page = 1u + level_of(state) + 4u * state->first;
    view->input = INPUT_SEARCH;
    view->focus = menu.count > 0 ? menu.focus : 0;
    view_add(view, BLOCK_KEYS,
             /* TRANSLATORS: under a list of cities or services. */
             _("Choose from the list, or type a word to search for it."), STYLE_QUIET);
}

static void add_kind_of(struct view *view, const char *text)
{
    struct block *block = view_item(view, MARK_NONE);
    rich_add(view, &block->text, text, strlen(text), STYLE_PLAIN);
}

static void show_kinds_of(const struct directory *directory, const struct service *service,
                          struct view *view)
{
    for (size_t i = 0; i < directory->kinds.count; i++)
        if (service_helps(service, directory_kind(directory, i)))
            add_kind_of(view, directory_kind(directory, i)->text.bytes);
}

static void add_service(const struct directory *directory, const struct service *service,
                        struct view *view)
{
    view_add(view, BLOCK_HEADING, service->name.bytes, STYLE_HEADING | STYLE_BOLD);
    view_add(view, BLOCK_PARAGRAPH, service->city.bytes, STYLE_PLAIN);
    view_gap(view);
    show_kinds_of(directory, service, view);
    view_gap(view);
    if (service->about.bytes)
        markdown_paragraph(view, service->about.bytes);
    view_gap(view);
    for (size_t i = 0; i < service->contact.count; i++)
        markdown_paragraph(view, service->contact.items[i].bytes);
    view_gap(view);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_QUIET,
              /* TRANSLATORS: month and year of what is known of a service, such as "11.2026". */
              _("As of %1$02d.%2$d. Check that it still exists before you go there."),
              service->as_of.month, service->as_of.year);
}

static void show_service(const struct turn *turn, struct view *view)
{
    const struct search *search = turn->step->fields;
    const struct state *state = turn->state;

    add_service(search->directory, service_of(turn, state->service), view);
    view->page = 5u + 4u * state->service;
    view_hint(view, EVENT_ENTER, C_("key", "back"));
}

static void show(const struct turn *turn, struct view *view)
{
    const struct state *state = turn->state;

    if (state->level == LEVEL_SERVICE) {
        show_service(turn, view);
    } else {
        activity_show_stem(turn->step, view);
        show_list(turn, view);
    }
    view_hint(view, EVENT_ON, C_("key", "go on"));
}

static enum outcome go_to(const struct turn *turn, enum level level)
{
    struct state *state = turn->state;
    state->level = (unsigned char)level;
    state->first = 0;
    *turn->focus = 1;
    return OUTCOME_CHANGED;
}

static enum outcome choose(const struct turn *turn, const struct entries *entries, size_t index)
{
    struct state *state = turn->state;

    switch (level_of(state)) {
    case LEVEL_CITIES:
        state->city = index == 0 ? ALL : (unsigned short)(entries->items[index - 1] + 1);
        return go_to(turn, LEVEL_KINDS);
    case LEVEL_KINDS:
        state->kind = index == 0 ? ALL : (unsigned short)(entries->items[index - 1] + 1);
        return go_to(turn, LEVEL_SERVICES);
    default:
        state->service = entries->items[index];
        state->level = LEVEL_SERVICE;
        return OUTCOME_CHANGED;
    }
}

/* One step up: what was typed goes first, then the kind, then the city. */
static enum outcome go_up(const struct turn *turn)
{
    struct state *state = turn->state;

    if (state->level == LEVEL_SERVICE) {
        bool chosen = state->kind != ALL || state->city != ALL || typing_is_empty(&state->typed);
        return go_to(turn, chosen ? LEVEL_SERVICES : LEVEL_CITIES);
    }
    if (!typing_is_empty(&state->typed)) {
        memset(&state->typed, 0, sizeof state->typed);
        return go_to(turn, (enum level)state->level);
    }
    if (state->level == LEVEL_CITIES)
        return OUTCOME_IGNORED;
    state->kind = ALL;
    if (state->level == LEVEL_KINDS)
        state->city = ALL;
    return go_to(turn, (enum level)(state->level - 1));
}

static enum outcome handle_list(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;
    struct entries entries = list_entries(NULL, turn);
    struct menu menu = menu_of(turn, &entries);
    size_t index;
    enum menu_result result =
        menu.count > 0 ? menu_handle(&menu, event, &index) : MENU_IGNORED;
    enum outcome outcome = result == MENU_IGNORED ? OUTCOME_IGNORED : OUTCOME_CHANGED;

    state->first = (unsigned short)menu.first;
    *turn->focus = menu.focus;
    if (result == MENU_CHOSEN)
        outcome = choose(turn, &entries, index);
    talloc_free(entries.items);
    return outcome;
}

static enum outcome handle(const struct turn *turn, struct event event)
{
    struct state *state = turn->state;

    if (event.kind == EVENT_BACK)
        return go_up(turn);
    if (state->level == LEVEL_SERVICE)
        return activity_go_on(event) == OUTCOME_DONE ? go_up(turn) : OUTCOME_IGNORED;
    if (typing_handle(&state->typed, event, INPUT_SEARCH, VIEW_TYPED)) {
        state->first = 0;
        *turn->focus = 1;
        return OUTCOME_CHANGED;
    }
    return handle_list(turn, event);
}

/* Where she looked for help is nobody's business. */
static void leave(void *data)
{
    memset(data, 0, sizeof(struct state));
}

/* The whole directory. */
static void print(const struct step *step, struct handout *handout)
{
    const struct search *search = step->fields;

    activity_show_stem(step, handout->task);
    for (size_t i = 0; i < search->directory->services.count; i++) {
        view_gap(handout->task);
        add_service(search->directory, directory_service(search->directory, i), handout->task);
    }
}

const struct activity activity_find = {
    .verb = { .name = "find", .record = &record, .check = check },
    .state_size = sizeof(struct state),
    .show = show,
    .handle = handle,
    .leave = leave,
    .print = print,
};
