/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as another process that is played in plain lines, and can be killed. */
#ifndef CONECTA_TESTS_SUPPORT_PLAYER_H
#define CONECTA_TESTS_SUPPORT_PLAYER_H

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/folder.h"

#define PLAYER_PATIENCE_MS 30000

struct player {
    pid_t pid;
    int to, from;
};

/* What is played, from the tests' folder on. */
static inline struct player player_start(const char *program, const char *home, const char *course)
{
    struct player player;
    int in[2], out[2];

    assert_int_equal(pipe2(in, O_CLOEXEC), 0);
    assert_int_equal(pipe2(out, O_CLOEXEC), 0);
    player.pid = fork();
    assert_true(player.pid >= 0);
    if (player.pid == 0) {
        dup2(in[0], STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        execl(program, program, "play", "--plain", "--lang", "en", "--home", home, "--course",
              course, (char *)NULL);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    player.to = in[1];
    player.from = out[0];
    return player;
}

static inline void player_say(const struct player *player, const char *line)
{
    char *whole = talloc_asprintf(NULL, "%s\n", line);
    ssize_t length = (ssize_t)strlen(whole);
    assert_int_equal(write(player->to, whole, (size_t)length), length);
    talloc_free(whole);
}

/* More of what it says; NULL at its end. */
static inline char *player_hear_more(const struct player *player, char *heard)
{
    struct pollfd input = {.fd = player->from, .events = POLLIN};
    char bytes[4096];

    if (poll(&input, 1, PLAYER_PATIENCE_MS) <= 0)
        fail_msg("the program says nothing more after:\n%s", heard);
    ssize_t count = read(player->from, bytes, sizeof bytes);
    assert_true(count >= 0);
    return count == 0 ? NULL : talloc_strndup_append_buffer(heard, bytes, (size_t)count);
}

static inline bool player_asks(const char *heard)
{
    static const char prompt[] = "\n> ";
    size_t length = strlen(heard), end = sizeof prompt - 1;
    return length >= end && strcmp(heard + length - end, prompt) == 0;
}

/* All that it says before it asks for a line. */
static inline char *player_hear(const void *parent, const struct player *player)
{
    char *heard = talloc_strdup(parent, "");
    while (!player_asks(heard)) {
        char *more = player_hear_more(player, heard);
        if (!more)
            fail_msg("the program ended after:\n%s", heard);
        heard = more;
    }
    return heard;
}

/* kill -9; returns what it had said and nobody had heard yet. */
static inline char *player_kill(const void *parent, const struct player *player)
{
    char *heard = talloc_strdup(parent, "");
    int status;

    assert_int_equal(kill(player->pid, SIGKILL), 0);
    assert_int_equal(waitpid(player->pid, &status, 0), player->pid);
    assert_true(WIFSIGNALED(status));
    for (char *more = heard; more; more = player_hear_more(player, heard))
        heard = more;
    close(player->to);
    close(player->from);
    return heard;
}

#endif
