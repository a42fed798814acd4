/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a trainer's ballots add up to: the file figures.db in her data folder.
 *
 * Ballots are counted in heaps of their own. Of each heap some *wait* and the others are
 * *released*; reports know only what was released. After a batch was folded, a heap in which at
 * least COUNTS_BLOCK ballots wait is released, all at once. So between any two reports each heap
 * grew by nothing, or by all of what at least ten ballots say, and no report can be subtracted
 * from another to find a person.
 *
 * The heaps are, for each revision of a lesson:
 *
 *   learners   ballots of one learner each;
 *   groups     ballots of groups. A group is one completion, and it is one of the ten, whatever
 *              the number of its hands: they were raised in one room, and everybody there saw
 *              them, so ten hands of one group would be a report about that group. For the
 *              same reason it does not count for the ten of the learners, nor they for it: who was
 *              in the group could take its hands away, and see a block of nine. Among groups,
 *              who takes away her own has nine others left, as a learner has;
 *   rests      the sums of item and rest (report/tally.h) of the same learners' ballots, in blocks
 *              of COUNTS_REST_BLOCK. They say more of a person than any other figure: with one of
 *              ten who got an item right, the sums are her score in the rest. They are released
 *              only together with the learners' heap, so that their blocks are made of whole ones
 *              of the learners: else the one taken from the other would leave fewer than ten;
 *
 * and over the whole course two of languages, of learners and of groups. They are not released
 * together with a lesson: that would be a table of languages by lesson.
 *
 * Whether anything waits is never told. Ballots that wait can be read in the file by who can
 * read the folder; see docs/limits.md.
 */
#ifndef CONECTA_REPORT_COUNTS_H
#define CONECTA_REPORT_COUNTS_H

#include <stddef.h>

#include "base/diagnostic.h"
#include "course/ballot.h"
#include "report/figures_file.h"
#include "report/summary.h"
#include "report/tally.h"

#define COUNTS_BLOCK 10
#define COUNTS_REST_BLOCK SUMMARY_DISCRIMINATION_LEAST

struct counts;

/* The figures in this folder, which need not be there: nothing is made before the first
 * batch. A damaged file gets another name, with a warning, and counting begins anew. NULL, with a
 * problem added, when what is there cannot be used: unreadable, or of a newer version. */
struct counts *counts_open(const void *parent, const char *folder, struct diagnostics *problems);

enum counts_fold {
    COUNTS_NEW,    /* all of it counts now, and is on the disk */
    COUNTS_SEEN,   /* it was counted before; nothing changed */
    COUNTS_FAILED, /* nothing of it counts; see the problem */
};

/* Counts the ballots of the batch with this id, all of them or none, and once. Their order leaves
 * no trace. Keeps nothing of them: the caller wipes them. */
enum counts_fold counts_fold_batch(struct counts *counts, const unsigned char id[FIGURES_BATCH_ID],
                                   const struct ballot *const *ballots, size_t count,
                                   struct diagnostics *problems);

/* What reports may know. */
struct counts_released {
    struct tally **lessons; /* a tally for each revision of which something was released, by
                             * lesson and revision; learners and groups together */
    size_t count;
    struct tally *languages; /* the options of its only item; no item when there is none */
};

/* Belongs to parent. NULL, with a problem added, when it cannot be read. */
struct counts_released *counts_released(const void *parent, struct counts *counts,
                                        struct diagnostics *problems);

#endif
