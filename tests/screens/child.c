/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static struct winsize window_size(int rows, int columns)
{
    return (struct winsize){.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
}

/* Terminals that speak UTF-8 set IUTF8, so that erasing in line mode erases whole characters. */
static bool set_up_terminal(int slave, int rows, int columns)
{
    struct winsize size = window_size(rows, columns);
    struct termios modes;

    if (ioctl(slave, TIOCSWINSZ, &size) != 0 || tcgetattr(slave, &modes) != 0)
        return false;
    modes.c_iflag |= IUTF8;
    return tcsetattr(slave, TCSANOW, &modes) == 0;
}

static void close_terminal(struct child *child)
{
    if (child->master >= 0)
        close(child->master);
    if (child->slave >= 0)
        close(child->slave);
    child->master = child->slave = -1;
}

static bool open_terminal(struct child *child, int rows, int columns)
{
    const char *name;

    child->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (child->master < 0 || grantpt(child->master) != 0 || unlockpt(child->master) != 0)
        return false;
    name = ptsname(child->master);
    if (name == NULL)
        return false;
    child->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    return child->slave >= 0 && set_up_terminal(child->slave, rows, columns);
}

/* A test may be run with signals ignored or blocked, which a program would inherit. */
static void restore_signals(void)
{
    static const int numbers[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGPIPE, SIGALRM, SIGTERM,
                                  SIGTSTP, SIGTTIN, SIGTTOU, SIGCHLD, SIGWINCH};
    sigset_t none;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        signal(numbers[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void become_program(int slave, char *const *arguments, char *const *environment)
{
    restore_signals();
    if (setsid() < 0 || ioctl(slave, TIOCSCTTY, 0) != 0 || dup2(slave, 0) < 0 ||
        dup2(slave, 1) < 0 || dup2(slave, 2) < 0)
        _exit(127);
    execvpe(arguments[0], arguments, environment);
    dprintf(2, "cannot run %s: %s\n", arguments[0], strerror(errno));
    _exit(127);
}

bool child_start(struct child *child, char *const *arguments, char *const *environment, int rows,
                 int columns)
{
    int reason;

    *child = (struct child)CHILD_NONE;
    if (open_terminal(child, rows, columns)) {
        child->pid = fork();
        if (child->pid == 0)
            become_program(child->slave, arguments, environment);
    }
    if (child->pid > 0)
        return true;
    reason = errno;
    close_terminal(child);
    errno = reason;
    return false;
}

void child_wait_output(const struct child *child, int milliseconds)
{
    struct pollfd output = {.fd = child->master, .events = POLLIN};

    poll(&output, 1, milliseconds);
}

/* Polls first: that makes the kernel pass on what is under way inside the terminal. */
size_t child_read(const struct child *child, char *bytes, size_t size)
{
    ssize_t length;

    child_wait_output(child, 0);
    length = read(child->master, bytes, size);
    return length > 0 ? (size_t)length : 0;
}

size_t child_write(const struct child *child, const char *bytes, size_t length)
{
    ssize_t written = write(child->master, bytes, length);

    return written > 0 ? (size_t)written : 0;
}

/* FIONREAD alone would miss bytes that are still on their way to the queue: see child_read(). */
bool child_has_read(const struct child *child)
{
    struct pollfd input = {.fd = child->slave, .events = POLLIN};
    int waiting = 0;

    if (poll(&input, 1, 0) > 0)
        return false;
    return ioctl(child->slave, FIONREAD, &waiting) == 0 && waiting == 0;
}

/* The state follows the name of the program in parentheses, which may contain parentheses. */
bool child_is_asleep(const struct child *child)
{
    char path[64], stat[512];
    const char *name_end;
    size_t length = 0;
    FILE *file;

    snprintf(path, sizeof path, "/proc/%ld/stat", (long)child->pid);
    file = fopen(path, "re");
    if (file != NULL) {
        length = fread(stat, 1, sizeof stat - 1, file);
        fclose(file);
    }
    stat[length] = '\0';
    name_end = strrchr(stat, ')');
    return name_end != NULL && strlen(name_end) > 2 && strchr("StTZ", name_end[2]) != NULL;
}

bool child_resize(const struct child *child, int rows, int columns)
{
    struct winsize size = window_size(rows, columns);

    return ioctl(child->master, TIOCSWINSZ, &size) == 0;
}

bool child_signal(const struct child *child, int number)
{
    return kill(child->pid, number) == 0;
}

void child_hang_up(struct child *child)
{
    close(child->master);
    child->master = -1;
}

void child_check_end(struct child *child)
{
    siginfo_t end = {0};

    if (child->ended || waitid(P_PID, (id_t)child->pid, &end, WEXITED | WNOWAIT | WNOHANG) != 0 ||
        end.si_pid == 0)
        return;
    child->ended = true;
    child->killed = end.si_code != CLD_EXITED;
    child->status = end.si_status;
}

void child_finish(struct child *child)
{
    if (child->pid > 0) {
        /* Right after the fork the group may not exist yet. */
        kill(-child->pid, SIGKILL);
        kill(child->pid, SIGKILL);
        while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    close_terminal(child);
    *child = (struct child)CHILD_NONE;
}
