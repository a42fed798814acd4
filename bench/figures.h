/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is measured. Each function prints its lines of the table. */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

/* Paths. Those of neighbours that are not installed are NULL. */
struct world {
    const char *conecta;
    const char *bare;
    const char *bare_yaml;
    const char *vis;
    const char *dialog;
    const char *yamllint;
    const char *python; /* with the modules that validate.py needs */
    const char *msgen;
    const char *msgfmt;
    const char *validate; /* validate.py */
    const char *small_course; /* 20 lessons */
    const char *large_course; /* 1,000 lessons */
    const char *text;         /* a page of plain text, with TEXT_WORD on it */
    const char *scratch;
};

#define SMALL_COUNT 20
#define LARGE_COUNT 1000
#define TEXT_WORD "neighbourly"

/* From exec to the last byte of the first page. */
void figures_start(const struct world *world);

/* A key in a list; the memory of a long visit; sleep. */
void figures_play(const struct world *world);

/* Reading many files, and bad ones. */
void figures_files(const struct world *world);

/* What who writes and who translates lessons waits for. */
void figures_tools(const struct world *world);

/* Saved progress. */
void figures_store(const struct world *world);

/* Starting where ten thousand have saved theirs. */
void figures_crowd(const struct world *world);

/* Counting what laptops shared, and the summary of it. */
void figures_report(const struct world *world);

#endif
