/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/foreign.h"

#include <sys/stat.h>

#include "base/language.h"

bool foreign_read(const void *parent, const char *path, size_t limit, struct bytes *ret_bytes,
                  bool *ret_whole, struct diagnostics *problems)
{
    static const struct position whole_file = {0, 0};
    struct stat status;

    if (stat(path, &status) != 0 || S_ISREG(status.st_mode))
        return file_read_start(parent, path, limit, ret_bytes, ret_whole, problems);
    diagnostics_add(problems, SEVERITY_ERROR, path, whole_file, "%s",
                    S_ISDIR(status.st_mode)
                        /* TRANSLATORS: a folder lies where a file was expected. */
                        ? _("this is a folder, not a file")
                        /* TRANSLATORS: a pipe or device lies where a file was expected. */
                        : _("this is not a regular file"));
    diagnostics_advise(problems, "%s",
                       /* TRANSLATORS: advice after "this is a folder, not a file". */
                       _("give the name of a file in it"));
    return false;
}
