/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What `conecta doctor` looks at. A check is one function that looks at one thing, changes
 * nothing and prints nothing; the table in command_doctor.c says which there are.
 */
#ifndef CONECTA_COMMANDS_DOCTOR_H
#define CONECTA_COMMANDS_DOCTOR_H

enum finding_state {
    FINDING_FINE,
    FINDING_LOOK,  /* works, but somebody should know of it */
    FINDING_WRONG, /* does not work, or not as it must */
};

struct finding {
    enum finding_state state;
    const char *text;   /* whole sentences; NULL: there is nothing to say */
    const char *advice; /* what to do, a whole sentence; NULL when all is fine */
};

struct visit {
    const void *memory; /* owns what a finding says */
    const char *home;   /* the folder of what is saved; NULL: none is known */
};

typedef struct finding doctor_check(const struct visit *visit);

doctor_check doctor_terminal;
doctor_check doctor_size;
doctor_check doctor_colours;
doctor_check doctor_locale;
doctor_check doctor_languages;
doctor_check doctor_course;
doctor_check doctor_folder;
doctor_check doctor_rights;
doctor_check doctor_room;
doctor_check doctor_store;
doctor_check doctor_aside;
doctor_check doctor_key;
doctor_check doctor_locked_memory;
doctor_check doctor_swap;
doctor_check doctor_hibernation;
doctor_check doctor_crashes;
doctor_check doctor_clock;

/* Shuts the program in, so it comes last. */
doctor_check doctor_sandbox;

/* A text for a finding, from a printf format; belongs to the visit. Safe for a terminal,
 * whatever the values hold. */
const char *doctor_say(const struct visit *visit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
