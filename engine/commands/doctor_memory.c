/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what is in memory may come onto the disk. */
#include "commands/doctor.h"

#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "commands/swap.h"

#define FILE_MOST 16384

/* What the kernel tells in a file whose size it does not know; belongs to the visit. NULL: it
 * tells nothing. */
static char *kernel_says(const struct visit *visit, const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return NULL;
    char *text = memory_need(talloc_zero_array(visit->memory, char, FILE_MOST));
    ssize_t length = read(file, text, FILE_MOST - 1);
    close(file);
    return length < 0 ? NULL : text;
}

static bool is_encrypted(const char *device, const void *data)
{
    const struct visit *visit = data;
    const char *node =
        strncmp(device, "/dev/mapper/", 12) == 0 ? swap_real_path(visit->memory, device) : device;
    const char *name = strrchr(node, '/');
    char *path = memory_need(
        talloc_asprintf(visit->memory, "/sys/class/block/%s/dm/uuid", name ? name + 1 : node));
    const char *uuid = kernel_says(visit, path);

    return uuid && strncmp(uuid, "CRYPT-", strlen("CRYPT-")) == 0;
}

static struct finding not_told(const char *text)
{
    return (struct finding){
        FINDING_LOOK,
        text,
        /* TRANSLATORS: advice when a program cannot find out whether memory goes to the disk. */
        _("Look at the settings of this system, or ask whoever looks after the computer."),
    };
}

struct finding doctor_swap(const struct visit *visit)
{
    const char *swaps = kernel_says(visit, "/proc/swaps");

    if (!swaps)
        /* TRANSLATORS: swap is where the system puts memory on the disk. */
        return not_told(_("This system does not tell whether memory is swapped to the disk."));
    const char *open_places = swap_open_places(visit->memory, swaps, is_encrypted, visit);
    if (!open_places)
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: swap is where the system puts memory on the disk. */
            _("No memory is swapped to the disk as it is: swap is off, encrypted or in memory."),
            NULL,
        };
    return (struct finding){
        FINDING_LOOK,
        doctor_say(
            visit,
            /* TRANSLATORS: swap is where the system puts memory on the disk; %s are names of files. */
            _("When memory is short, the system writes it to the disk, and that does "
              "not look encrypted: %s. Pages that she read and answers that she gave "
              "may be found there."),
            open_places),
        /* TRANSLATORS: advice; 'swapoff -a' is a command. Root is the account of who looks after
         * the computer. */
        _("Type 'swapoff -a' as root, or encrypt swap. An encrypted disk helps, too, once the "
          "computer is off."),
    };
}

struct finding doctor_hibernation(const struct visit *visit)
{
    const char *states = kernel_says(visit, "/sys/power/state");

    if (!states || !strstr(states, "disk"))
        return (struct finding){
            FINDING_FINE,
            /* TRANSLATORS: to hibernate: to write all memory to the disk and switch off. */
            _("The computer does not hibernate, as far as the system tells."),
            NULL,
        };
    return (struct finding){
        FINDING_LOOK,
        /* TRANSLATORS: to hibernate: to write all memory to the disk and switch off. */
        _("The computer can hibernate. Then all its memory is written to the disk."),
        /* TRANSLATORS: advice about hibernation. */
        _("Leave the course and turn the computer off, rather than closing its lid."),
    };
}

static bool writes_cores(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur > 0;
}

/* A program that gets the memory gets it whatever the limit is. */
struct finding doctor_crashes(const struct visit *visit)
{
    char *pattern = kernel_says(visit, "/proc/sys/kernel/core_pattern");

    if (pattern)
        pattern[strcspn(pattern, "\n")] = '\0';
    if (pattern && pattern[0] == '|')
        return (struct finding){
            FINDING_LOOK,
            doctor_say(visit,
                       /* TRANSLATORS: %s is the command line of a program. */
                       _("When a program crashes, the system gives its memory to another "
                         "one, which may keep it: %s"),
                       pattern + 1),
            /* TRANSLATORS: advice; the command stays as it is. Root is the account of who looks
             * after the computer. */
            _("Type 'sysctl kernel.core_pattern=core' as root, or remove the program that collects "
              "crashes."),
        };
    if (writes_cores())
        return (struct finding){
            FINDING_LOOK,
            /* TRANSLATORS: what a crash leaves behind. */
            _("When a program crashes, the system may write its memory into a file."),
            /* TRANSLATORS: advice; 'ulimit -c 0' is a command. */
            _("Type 'ulimit -c 0' before you start the program."),
        };
    return (struct finding){
        FINDING_FINE,
        /* TRANSLATORS: what a crash leaves behind. */
        _("When a program crashes, nothing of its memory is written to the disk."),
        NULL,
    };
}
