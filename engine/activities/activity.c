/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activities/activity.h"

extern const struct activity activity_read;
extern const struct activity activity_choose;
extern const struct activity activity_choose_all;
extern const struct activity activity_order;
extern const struct activity activity_match;
extern const struct activity activity_sort;
extern const struct activity activity_rate;
extern const struct activity activity_decide;
extern const struct activity activity_number;
extern const struct activity activity_write;
extern const struct activity activity_reflect;
extern const struct activity activity_discuss;
extern const struct activity activity_plan;
extern const struct activity activity_find;

const struct activity *const activities[] = {
    &activity_read,    &activity_choose,  &activity_choose_all, &activity_order,
    &activity_match,   &activity_sort,    &activity_number,     &activity_write,
    &activity_rate,    &activity_reflect, &activity_decide,     &activity_discuss,
    &activity_plan,    &activity_find,
    NULL,
};

#define ACTIVITY_COUNT (sizeof activities / sizeof activities[0] - 1)

const struct activity *activity_of(const struct step *step)
{
    for (size_t i = 0; i < ACTIVITY_COUNT; i++)
        if (&activities[i]->verb == step->verb)
            return activities[i];
    return NULL;
}

const struct verb_table *activity_verbs(void)
{
    static const struct verb *verbs[ACTIVITY_COUNT];
    static const struct verb_table table = { verbs, ACTIVITY_COUNT };

    for (size_t i = 0; i < ACTIVITY_COUNT; i++)
        verbs[i] = &activities[i]->verb;
    return &table;
}
