/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/share_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <talloc.h>

#include "base/durable.h"
#include "base/language.h"
#include "base/replace.h"
#include "store/batch.h"
#include "store/foreign.h"
#include "store/quarter.h"

/* The file of another laptop may have the same name on the same stick. */
static bool refuse_other(const char *path, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};

    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s",
                    /* TRANSLATORS: of a file that would be made. */
                    _("there is a file of this name already"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "there is a file of this name already". */
                       _("nothing was changed; choose another name"));
    return false;
}

static bool is_same(const char *path, const unsigned char *bytes)
{
    struct diagnostics *unheard = diagnostics_new(NULL);
    struct bytes found;
    bool whole;
    bool same = foreign_read(unheard, path, BATCH_BYTES + 1, &found, &whole, unheard) &&
                found.length == BATCH_BYTES && memcmp(found.data, bytes, BATCH_BYTES) == 0;

    talloc_free(unheard);
    return same;
}

bool share_file_may(const char *path, const unsigned char *bytes, struct diagnostics *problems)
{
    struct stat status;
    char *folder = durable_folder(NULL, path);
    int error = access(folder, W_OK | X_OK) == 0 ? 0 : errno;

    talloc_free(folder);
    if (error)
        return replace_refuse(path, error, problems);
    if (lstat(path, &status) != 0)
        return true;
    if (S_ISDIR(status.st_mode))
        return replace_refuse(path, EISDIR, problems);
    return (bytes && is_same(path, bytes)) || refuse_other(path, problems);
}

/* Some sticks know no rights; then everybody who has the stick has the file. */
static bool fill(void *data, const char *path, struct diagnostics *problems)
{
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);

    if (file >= 0)
        fchmod(file, 0600);
    if (file < 0 || !durable_write(file, data, BATCH_BYTES))
        return replace_refuse(path, errno, problems);
    quarter_stamp(path, quarter_now());
    return true;
}

bool share_file_write(const char *path, const unsigned char *bytes, struct diagnostics *problems)
{
    return replace_file(path, fill, (void *)(size_t)bytes, problems);
}
