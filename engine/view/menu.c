/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/menu.h"

#include "base/language.h"

static size_t page_length(const struct menu *menu)
{
    if (menu->count <= MENU_SHORT)
        return menu->count;
    size_t rest = menu->count - menu->first;
    return rest < MENU_PAGE ? rest : MENU_PAGE;
}

static bool has_later(const struct menu *menu)
{
    return menu->first + page_length(menu) < menu->count;
}

static bool has_earlier(const struct menu *menu)
{
    return menu->first > 0;
}

static size_t option_count(const struct menu *menu)
{
    return page_length(menu) + has_later(menu) + has_earlier(menu);
}

struct menu menu_new(size_t count, size_t index)
{
    struct menu menu = { .count = count, .focus = 1 };
    if (count > MENU_SHORT)
        menu.first = index / MENU_PAGE * MENU_PAGE;
    menu.focus = index - menu.first + 1;
    return menu;
}

static void show_place(const struct menu *menu, struct view *view)
{
    view_gap(view);
    view_addf(view, BLOCK_PARAGRAPH, STYLE_QUIET,
              /* TRANSLATORS: which entries of a long list are shown: "8 to 14 of 40". */
              C_("menu", "%1$zu to %2$zu of %3$zu"), menu->first + 1,
              menu->first + page_length(menu), menu->count);
}

void menu_show(const struct menu *menu, struct view *view,
               void (*add)(const void *data, size_t index, struct view *view), const void *data)
{
    for (size_t i = 0; i < page_length(menu); i++)
        add(data, menu->first + i, view);
    if (has_later(menu))
        view_option(view, C_("menu", "Later in the list"), MARK_NONE);
    if (has_earlier(menu))
        view_option(view, C_("menu", "Earlier in the list"), MARK_NONE);
    if (menu->count > MENU_SHORT)
        show_place(menu, view);
    view->input = INPUT_PICK;
    view->focus = menu->focus;
    view->page = (unsigned)menu->first;
    view_hint(view, EVENT_ENTER, C_("key", "choose"));
    view_hint(view, EVENT_PICK, C_("key", "choose"));
}

static enum menu_result turn_page(struct menu *menu, bool later)
{
    if (later ? !has_later(menu) : !has_earlier(menu))
        return MENU_IGNORED;
    menu->first = later ? menu->first + MENU_PAGE : menu->first - MENU_PAGE;
    menu->focus = 1;
    return MENU_CHANGED;
}

static enum menu_result pick(struct menu *menu, size_t number, size_t *ret_index)
{
    size_t entries = page_length(menu);

    if (number < 1 || number > option_count(menu))
        return MENU_IGNORED;
    if (number > entries)
        return turn_page(menu, number == entries + 1 && has_later(menu));
    menu->focus = number;
    *ret_index = menu->first + number - 1;
    return MENU_CHOSEN;
}

static enum menu_result move_focus(struct menu *menu, bool down)
{
    size_t options = option_count(menu);
    if (down)
        menu->focus = menu->focus < options ? menu->focus + 1 : 1;
    else
        menu->focus = menu->focus > 1 ? menu->focus - 1 : options;
    return MENU_CHANGED;
}

enum menu_result menu_handle(struct menu *menu, struct event event, size_t *ret_index)
{
    switch (event.kind) {
    case EVENT_UP:
    case EVENT_DOWN:
        return move_focus(menu, event.kind == EVENT_DOWN);
    case EVENT_PAGE_UP:
    case EVENT_PAGE_DOWN:
        return turn_page(menu, event.kind == EVENT_PAGE_DOWN);
    case EVENT_ENTER:
    case EVENT_SPACE:
    case EVENT_ON:
        return pick(menu, menu->focus, ret_index);
    case EVENT_PICK:
        return pick(menu, event.number, ret_index);
    default:
        return MENU_IGNORED;
    }
}
