/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system stops the program from doing. */
#include "commands/doctor.h"

#include "base/language.h"
#include "base/sandbox.h"

static const char *what_is_missing(const struct sandbox *sandbox)
{
    if (sandbox->no_writing)
        /* TRANSLATORS: the kernel cannot stop the program from using the network; it never does. */
        return _("Everything works, but this system does not stop the program from using the "
                 "network or starting programs. It does neither by itself.");
    if (sandbox->no_network)
        /* TRANSLATORS: the kernel cannot stop the program from writing files elsewhere. */
        return _("Everything works, but this system does not stop the program from writing into "
                 "other folders.");
    /* TRANSLATORS: the kernel cannot stop the program from doing what it never does. */
    return _("Everything works, but this system does not stop the program from using the network, "
             "starting programs or writing into other folders.");
}

struct finding doctor_sandbox(const struct visit *visit)
{
    const struct sandbox sandbox = sandbox_enter((const char *const[]){visit->home, NULL});

    if (sandbox.no_network && sandbox.no_writing)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: what the kernel stops the program from doing. */
            _("The system stops the program from using the network, starting programs and writing "
              "into other folders."),
            NULL,
        };
    return (struct finding){
        FINDING_LOOK,
        what_is_missing(&sandbox),
        /* TRANSLATORS: advice; seccomp and Landlock are parts of Linux. */
        _("A newer Linux (5.13 or later), with seccomp and Landlock switched on, does."),
    };
}
