/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terminal/paint.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"
#include "base/text.h"
#include "terminal/footer.h"
#include "view/wrap.h"

/* With fewer rows the page needs the empty ones itself. */
#define AIRY_ROWS 18

#define BAR_CELLS 10

static bool too_small(void)
{
    return COLS < PAINT_LEAST_COLUMNS || LINES < PAINT_LEAST_ROWS;
}

size_t paint_width(int columns)
{
    return (size_t)(columns - 2 < PAINT_COLUMN ? columns - 2 : PAINT_COLUMN);
}

static int top_of(int rows)
{
    return rows >= AIRY_ROWS ? 2 : 1;
}

size_t paint_height(int rows)
{
    return (size_t)(rows - 1 - top_of(rows));
}

static int column_width(void)
{
    return (int)paint_width(COLS);
}

static int column_left(void)
{
    return (COLS - column_width()) / 2;
}

static int page_top(void)
{
    return top_of(LINES);
}

static int page_height(void)
{
    return (int)paint_height(LINES);
}

void paint_layout(struct paint *paint)
{
    if (!paint->view || too_small())
        return;
    memory_release(paint->layout, paint->view->secret);
    paint->layout =
        layout_new(paint->parent, paint->view, (size_t)column_width(), paint->signs);
    pager_show(&paint->pager, paint->view, paint->layout, (size_t)page_height());
}

void paint_take(struct paint *paint, struct view *view)
{
    bool secret = paint->view && paint->view->secret;

    memory_release(paint->layout, secret);
    memory_release(paint->view, secret);
    paint->layout = NULL;
    paint->view = view;
    paint_layout(paint);
}

bool paint_scroll(struct paint *paint, struct event event)
{
    return paint->layout && pager_take(&paint->pager, paint->view, paint->layout, event);
}

static void put(const struct paint *paint, const char *text, size_t length, unsigned style)
{
    attrset((int)look_attributes(paint->look, style));
    addnstr(text, (int)length);
}

static void put_rich(const struct paint *paint, const struct rich *rich)
{
    for (size_t i = 0; i < rich->run_count; i++)
        put(paint, rich->text + rich->runs[i].start, rich->runs[i].length,
            rich->runs[i].style);
}

/* How far she is: "3/12" and a bar. Returns the cells it took at the right. */
static size_t draw_progress(const struct paint *paint)
{
    const struct view *view = paint->view;
    if (view->steps == 0)
        return 0;
    char *count = talloc_asprintf(paint->layout, "%zu/%zu ", view->step, view->steps);
    size_t full = view->step * BAR_CELLS / view->steps;
    size_t width = strlen(count) + BAR_CELLS + 1;

    move(0, COLS - (int)width);
    addstr(count);
    for (size_t i = 0; i < BAR_CELLS; i++)
        addstr(i < full ? paint->signs->full : paint->signs->empty);
    return width;
}

/* The part of a title that fits, with an ellipsis where it does not. */
static const char *fit_title(const void *parent, const char *title, size_t width)
{
    size_t length = strlen(title);
    if (text_width(title, length) <= width)
        return title;
    while (length > 0 && text_width(title, length) + 1 > width)
        length = text_cut(title, length, length - 1);
    return talloc_asprintf(parent, "%.*s…", (int)length, title);
}

static void draw_title(const struct paint *paint)
{
    attrset((int)look_title(paint->look));
    mvhline(0, 0, ' ' | look_title(paint->look), COLS);
    size_t used = draw_progress(paint);
    mvaddstr(0, 1, fit_title(paint->layout, paint->view->title, (size_t)COLS - used - 3));
}

static void draw_line(const struct paint *paint, int row, const struct line *line)
{
    move(row, column_left());
    for (size_t i = 0; i < line->count; i++)
        put(paint, line->segments[i].text, line->segments[i].length, line->segments[i].style);
}

/* The sign of the focus stands on the option's first line only. */
static bool begins_focus(const struct paint *paint, size_t index)
{
    const struct line *lines = paint->layout->lines;
    return paint->view->focus && lines[index].option == paint->view->focus &&
           (index == 0 || lines[index - 1].option != paint->view->focus);
}

static void draw_page(const struct paint *paint)
{
    int right = column_left() + column_width();

    for (int row = 0; row < page_height(); row++) {
        size_t index = paint->pager.top + (size_t)row;
        if (index >= paint->layout->count)
            break;
        draw_line(paint, page_top() + row, &paint->layout->lines[index]);
        if (begins_focus(paint, index)) {
            move(page_top() + row, column_left());
            put(paint, paint->signs->focus, strlen(paint->signs->focus),
                STYLE_BOLD | STYLE_KEY);
        }
    }
    attrset((int)look_attributes(paint->look, STYLE_KEY | STYLE_BOLD));
    if (pager_more_above(&paint->pager))
        mvaddstr(page_top(), right, paint->signs->above);
    if (pager_more_below(&paint->pager, paint->layout))
        mvaddstr(page_top() + page_height() - 1, right, paint->signs->below);
}

static void draw_call(const struct paint *paint)
{
    move(LINES - 1, 1);
    put(paint, paint->call, strlen(paint->call), STYLE_BOLD | STYLE_KEY);
}

static void draw_footer(const struct paint *paint)
{
    if (paint->call) {
        draw_call(paint);
        return;
    }
    bool more = pager_more_below(&paint->pager, paint->layout);
    struct rich text = footer_text(paint->layout, paint->view, more, (size_t)COLS - 2);
    move(LINES - 1, 1);
    put_rich(paint, &text);
}

static bool is_field(const struct paint *paint, size_t line)
{
    return paint->view->blocks[paint->layout->lines[line].block].kind == BLOCK_FIELD;
}

/* Behind what was typed; the unit follows on the same line or the next. */
static int field_column(const struct paint *paint, size_t line)
{
    const struct line *typed = &paint->layout->lines[line];
    size_t cells = 0;
    for (size_t i = 0; i < typed->count; i++)
        if (i == 0 || typed->segments[i].style & STYLE_BOLD)
            cells += text_width(typed->segments[i].text, typed->segments[i].length);
    return column_left() + (int)cells;
}

/* Screen readers and magnifiers follow the cursor. */
static void place_cursor(const struct paint *paint)
{
    size_t first, last;
    layout_find_option(paint->layout, paint->view->focus, &first, &last);
    bool seen = paint->view->focus && first >= paint->pager.top &&
                first < paint->pager.top + paint->pager.height;
    curs_set(seen);
    if (seen && is_field(paint, first))
        move(page_top() + (int)(first - paint->pager.top), field_column(paint, first));
    else if (seen)
        move(page_top() + (int)(first - paint->pager.top), column_left());
    else
        move(page_top(), column_left());
}

static void draw_too_small(void)
{
    /* TRANSLATORS: the window has less than 40 columns or 12 lines. At most 90 letters: there is
     * little room. 'conecta --plain' is a command. */
    const char *text = _("This window is too small. Enlarge it to 40×12, or use: conecta --plain");
    size_t count;
    struct slice *lines = wrap_text(NULL, text, strlen(text), (size_t)COLS, &count);

    for (size_t i = 0; i < count && (int)i < LINES; i++)
        mvaddnstr((int)i, 0, text + lines[i].start, (int)lines[i].length);
    talloc_free(lines);
}

void paint_draw(struct paint *paint)
{
    bkgdset(' ' | look_background(paint->look));
    erase();
    if (too_small()) {
        draw_too_small();
    } else {
        if (!paint->layout)
            paint_layout(paint);
        draw_title(paint);
        draw_page(paint);
        draw_footer(paint);
        place_cursor(paint);
    }
    refresh();
}
