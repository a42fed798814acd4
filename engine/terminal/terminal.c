/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/terminal.h"

void terminal_run(struct terminal *terminal, struct session *session)
{
    unsigned wishes = SESSION_REDRAW;

    while (!(wishes & SESSION_LEAVE)) {
        if (wishes & SESSION_REDRAW)
            terminal->kind->show(terminal, session_view(session, terminal));
        terminal->awaited = session_awaited(session);
        wishes = session_handle(session, terminal->kind->next(terminal));
    }
}
