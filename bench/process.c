/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "process.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The number behind NAME in a file of lines "name: number unit". */
static double read_number(const char *path, const char *name)
{
    char line[256];
    double number = -1;
    FILE *file = fopen(path, "re");

    while (file && number < 0 && fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0)
            number = strtod(line + strlen(name), NULL);
    if (file)
        fclose(file);
    return number;
}

double process_peak_memory(pid_t pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    double kibibytes = read_number(path, "VmHWM:");
    return kibibytes < 0 ? -1 : kibibytes / 1024;
}

double process_sleeps(pid_t pid)
{
    char folder[64], path[512];
    double sum = 0;
    const struct dirent *entry;

    snprintf(folder, sizeof folder, "/proc/%ld/task", (long)pid);
    DIR *threads = opendir(folder);
    if (!threads)
        return -1;
    while ((entry = readdir(threads)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s/status", folder, entry->d_name);
        double sleeps = read_number(path, "voluntary_ctxt_switches:");
        sum += sleeps < 0 ? 0 : sleeps;
    }
    closedir(threads);
    return sum;
}
