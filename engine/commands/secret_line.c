/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/secret_line.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <sodium.h>
#include <talloc.h>

#include "base/memory.h"

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/* What a signal puts back; a handler can be given nothing. */
static struct termios before;
static int hidden = -1; /* the terminal; -1: nothing is hidden */

static void put_back_and_end(int number)
{
    tcsetattr(hidden, TCSANOW, &before);
    signal(number, SIG_DFL);
    raise(number);
}

static void handle(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++)
        sigaction(ending[i], &action, NULL);
}

void secret_line_hide(int file)
{
    if (tcgetattr(file, &before) != 0)
        return;
    struct termios quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    /* Put into the background it would leave a terminal that shows nothing. */
    quiet.c_cc[VSUSP] = _POSIX_VDISABLE;
#ifdef IUTF8
    /* Backspace takes a whole letter, also where two bytes make one. */
    quiet.c_iflag |= IUTF8;
#endif
    hidden = file;
    handle(put_back_and_end);
    memory_on_exhaustion(secret_line_show);
    tcsetattr(file, TCSAFLUSH, &quiet);
}

void secret_line_show(void)
{
    if (hidden < 0)
        return;
    tcsetattr(hidden, TCSAFLUSH, &before);
    handle(SIG_DFL);
    memory_on_exhaustion(NULL);
    hidden = -1;
}

struct secret *secret_line_read(const void *parent, int file)
{
    struct secret *line = secret_new(parent, SECRET_LINE_BYTES);
    size_t length = 0;
    char byte = '\0';
    ssize_t got;

    memset(line->bytes, 0, line->length);
    while ((got = read(file, &byte, 1)) != 0 && byte != '\n') {
        if (got < 0 && errno != EINTR)
            break;
        if (got > 0 && length < SECRET_LINE_BYTES - 1)
            line->bytes[length++] = (unsigned char)byte;
    }
    bool ended = got <= 0 && length == 0;
    sodium_memzero(&byte, sizeof byte);
    if (!ended)
        return line;
    talloc_free(line);
    return NULL;
}
