/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course that is opened when none is named. */
#include "commands/doctor.h"

#include "activities/activity.h"
#include "base/language.h"
#include "commands/folders.h"
#include "course/library.h"

static size_t count_lessons(const struct library *library)
{
    size_t lessons = 0;
    for (size_t i = 0; i < library->course->modules.count; i++)
        lessons += course_module(library->course, i)->lessons.count;
    return lessons;
}

struct finding doctor_course(const struct visit *visit)
{
    struct diagnostics *problems = diagnostics_new(visit->memory);
    struct library *library =
        library_open(visit->memory, folder_lessons(), activity_verbs(), problems);

    if (library) {
        size_t lessons = count_lessons(library);
        return (struct finding){
            FINDING_FINE,
            doctor_say(visit,
                       /* TRANSLATORS: the name of the course, and how many lessons it has. */
                       P_("%1$s: %2$zu lesson.", "%1$s: %2$zu lessons.", (unsigned long)lessons),
                       library_title(library), lessons),
            NULL,
        };
    }
    return (struct finding){
        FINDING_WRONG,
        /* TRANSLATORS: the first %s is a folder, the second one says why. */
        doctor_say(visit, _("The course in %s cannot be opened: %s."), folder_lessons(),
                   problems->items[0].message),
        doctor_say(visit,
                   /* TRANSLATORS: advice; 'conecta lint %s' is a command, %s a folder. */
                   _("Install the program again; or, for a course of your own, see what "
                     "'conecta lint %s' says."),
                   folder_lessons()),
    };
}
