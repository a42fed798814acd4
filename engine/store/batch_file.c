/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of batches, and what may be wrong with them in words. */
#include "store/batch.h"

#include <talloc.h>

#include "base/language.h"
#include "store/foreign.h"

struct words {
    const char *message, *advice;
};

static struct words words_of(enum batch_state state)
{
    switch (state) {
    case BATCH_NO_BATCH:
        /* TRANSLATORS: a file was given that should be what a laptop wrote with 'share'. */
        return (struct words){_("this is not a file that 'conecta share' wrote"),
                              /* TRANSLATORS: advice after "this is not a file that …". */
                              _("check the name")};
    case BATCH_NEWER:
        /* TRANSLATORS: a file with answers, written by 'conecta share' on a laptop. */
        return (struct words){_("this was shared by a newer version of this program"),
                              /* TRANSLATORS: advice when a file is of a newer version. */
                              _("use the newer version of Conecta")};
    case BATCH_WRONG_KEY:
        /* TRANSLATORS: a file with answers was written for another trainer. */
        return (struct words){_("this was sealed for another key"),
                              /* TRANSLATORS: advice after "this was sealed for another key". */
                              _("open it with the key that the laptop seals for; 'conecta key "
                                "show' tells there which one it is")};
    case BATCH_DAMAGED:
    case BATCH_OPENED:
        break;
    }
    /* TRANSLATORS: a file with answers, written by 'conecta share' on a laptop. */
    return (struct words){_("this file is damaged: it is not what 'conecta share' wrote"),
                          /* TRANSLATORS: advice when a file was damaged on its way. */
                          _("write it again on the laptop with 'conecta share'; it is kept there "
                            "until 'conecta share --done'")};
}

bool batch_refuse(const char *path, enum batch_state state, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};
    const struct words words = words_of(state);

    if (state == BATCH_OPENED)
        return false;
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s", words.message);
    diagnostics_advise(problems, "%s", words.advice);
    return false;
}

/* One byte more than there may be tells that the file is too long. */
bool batch_read(const void *parent, const char *path, const struct trainer_secret *key,
                enum batch_state *ret_state, struct batch **ret_batch, struct diagnostics *problems)
{
    struct bytes bytes;
    bool whole;

    if (!foreign_read(NULL, path, BATCH_BYTES + 1, &bytes, &whole, problems))
        return false;
    *ret_state =
        batch_open(parent, (const unsigned char *)bytes.data, bytes.length, key, ret_batch);
    talloc_free(bytes.data);
    return *ret_state == BATCH_OPENED || batch_refuse(path, *ret_state, problems);
}
