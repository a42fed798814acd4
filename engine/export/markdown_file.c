/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/markdown_file.h"

#include <string.h>

#include <talloc.h>

#include "base/buffer.h"
#include "base/language.h"
#include "base/memory.h"
#include "view/markdown.h"

#define BLANK "\\_\\_\\_\\_\\_\\_\\_\\_"

struct writing {
    struct buffer out;
    const struct sheet *sheet;
    const char *prefix; /* of every line, such as "> " */
    enum block_kind last; /* what the last block was: entries of a list follow closely */
    bool numbered;        /* the list */
};

static void put(struct writing *writing, const char *text)
{
    buffer_put(&writing->out, text);
}

static void put_indent(struct writing *writing, size_t indent)
{
    put(writing, "\n");
    put(writing, writing->prefix);
    for (size_t i = 0; i < indent; i++)
        put(writing, " ");
}

/* Where a line would begin a list or a heading, a backslash keeps it what it is.
 * Returns the bytes of the line that were written before it. */
static size_t put_begin(struct writing *writing, const char *line, size_t length)
{
    size_t digits = 0;

    while (digits < length && strchr("0123456789", line[digits]))
        digits++;
    if (digits == length || !strchr(digits > 0 ? ".)" : "+-=", line[digits]))
        return 0;
    buffer_add(&writing->out, line, digits);
    put(writing, "\\");
    return digits;
}

/* Signs that mean something stand behind a backslash; so does a line's end that is
 * meant. */
static void put_escaped(struct writing *writing, const char *text, size_t length, size_t indent)
{
    for (size_t i = 0; i < length; i++) {
        const char piece[] = { text[i], '\0' };
        if (strchr("\\`*_[]<>&#~|!\n", text[i]))
            put(writing, "\\");
        if (text[i] != '\n') {
            put(writing, piece);
            continue;
        }
        put_indent(writing, indent);
        i += put_begin(writing, text + i + 1, length - i - 1);
    }
}

/* Signs of bold and emphasis touch the words, not the space around them. */
static void put_run(struct writing *writing, const char *text, size_t length, unsigned style,
                    size_t indent)
{
    size_t before = 0, after = length;
    const char *sign = (style & STYLE_BOLD) ? (style & STYLE_EMPHASIS) ? "***" : "**"
                       : (style & STYLE_EMPHASIS) ? "*"
                                                  : "";

    while (before < length && text[before] == ' ')
        before++;
    while (after > before && text[after - 1] == ' ')
        after--;
    if (before == after)
        sign = "";
    put_escaped(writing, text, before, indent);
    put(writing, sign);
    put_escaped(writing, text + before, after - before, indent);
    put(writing, sign);
    put_escaped(writing, text + after, length - after, indent);
}

/* In a heading, bold says nothing. */
static void put_rich(struct writing *writing, const struct rich *rich, size_t indent,
                     unsigned without)
{
    for (size_t i = 0; i < rich->run_count; i++) {
        const struct run *run = &rich->runs[i];
        unsigned style = run->style & ~without;
        bool marked = style & (STYLE_BOLD | STYLE_EMPHASIS);
        const char *text = rich->text + run->start;
        size_t begun = i == 0 && !marked ? put_begin(writing, text, run->length) : 0;
        put_run(writing, text + begun, run->length - begun, style, indent);
    }
}

static bool is_entry(enum block_kind kind)
{
    return kind == BLOCK_ITEM || kind == BLOCK_OPTION;
}

/* An empty line and the prefix; entries of a list follow each other without one. */
static void begin(struct writing *writing, enum block_kind kind, bool numbered, size_t indent)
{
    size_t length = strlen(writing->prefix);

    if (!is_entry(kind) || writing->last != kind || writing->numbered != numbered) {
        put(writing, "\n");
        buffer_add(&writing->out, writing->prefix,
                   length > 0 && writing->prefix[length - 1] == ' ' ? length - 1 : length);
    }
    put_indent(writing, indent);
    writing->last = kind;
    writing->numbered = numbered;
}

static size_t indent_of(const struct block *block)
{
    return block->depth > 1 ? 3 * (size_t)(block->depth - 1) : 0;
}

static void put_mark(struct writing *writing, enum mark mark)
{
    static const char *const marks[] = {
        [MARK_NONE] = "", [MARK_RIGHT] = "✓ ", [MARK_WRONG] = "✗ ",
        [MARK_OPEN] = "☐ ", [MARK_TICKED] = "☐ ",
    };
    put(writing, marks[mark]);
}

static void put_entry(struct writing *writing, const struct block *block)
{
    size_t indent = indent_of(block);

    begin(writing, block->kind, block->number > 0, indent);
    if (block->kind == BLOCK_OPTION)
        buffer_format(&writing->out, "-  **%c.** ", 'A' + (char)((block->number - 1) % 26));
    else if (block->number > 0)
        buffer_format(&writing->out, "%u. ", block->number);
    else
        put(writing, "-  ");
    put_mark(writing, block->mark);
    put_rich(writing, &block->text, indent + 3, 0);
    if (block->aside) {
        put(writing, " → ");
        put_escaped(writing, block->aside, strlen(block->aside), indent + 3);
    }
}

static void put_paragraph(struct writing *writing, const struct block *block, const char *mark)
{
    size_t indent = 3 * (size_t)block->depth;

    begin(writing, block->kind, false, *mark ? 0 : indent);
    put(writing, mark);
    put_rich(writing, &block->text, *mark ? 0 : indent,
             block->kind == BLOCK_HEADING ? STYLE_BOLD : 0);
}

/* More backquotes than any row of them in the drawing. */
static void put_fence(struct writing *writing, const char *drawing)
{
    size_t longest = 2, length;

    for (const char *at = strchr(drawing, '`'); at; at = strchr(at + length, '`')) {
        length = strspn(at, "`");
        longest = length > longest ? length : longest;
    }
    put_indent(writing, 0);
    for (size_t i = 0; i <= longest; i++)
        put(writing, "`");
}

static void put_drawing(struct writing *writing, const struct block *block)
{
    const char *text = block->text.text;

    put(writing, "\n");
    put_fence(writing, text);
    for (const char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        put_indent(writing, 0);
        buffer_add(&writing->out, line, length);
        line += length + (line[length] == '\n');
    }
    put_fence(writing, text);
    writing->last = BLOCK_DRAWING;
}

static void put_field(struct writing *writing, const struct block *block)
{
    begin(writing, BLOCK_FIELD, false, 0);
    put(writing, BLANK);
    if (!block->aside)
        return;
    put(writing, " ");
    put_escaped(writing, block->aside, strlen(block->aside), 0);
}

static void put_block(struct writing *writing, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        put_paragraph(writing, block, block->place > 0 ? "### " : "## ");
        break;
    case BLOCK_QUOTE:
        put_paragraph(writing, block, "> ");
        break;
    case BLOCK_ITEM:
    case BLOCK_OPTION:
        put_entry(writing, block);
        break;
    case BLOCK_DRAWING:
        put_drawing(writing, block);
        break;
    case BLOCK_FIELD:
        put_field(writing, block);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_VERDICT:
        put_paragraph(writing, block, "");
        break;
    case BLOCK_KEYS:
    case BLOCK_GAP:
        break;
    }
}

static void put_view(struct writing *writing, const struct view *view)
{
    writing->last = BLOCK_GAP;
    for (size_t i = 0; i < view->count; i++)
        put_block(writing, &view->blocks[i]);
}

static void put_quoted(struct writing *writing, const char *name, const struct view *view)
{
    if (!view || view->count == 0)
        return;
    put(writing, "\n\n> **");
    put(writing, name);
    put(writing, "**");
    writing->prefix = "> ";
    put_view(writing, view);
    writing->prefix = "";
}

static void put_heading(struct writing *writing, const char *sign, const char *text)
{
    put(writing, sign);
    put_escaped(writing, text, strlen(text), 0);
}

static void put_step(struct writing *writing, const struct sheet_step *step)
{
    put(writing, "\n\n---");
    put_view(writing, step->handout.task);
    put_quoted(writing, C_("sheet", "Hints"), step->handout.hints);
    put_quoted(writing, C_("sheet", "Answer"), step->handout.answer);
    put_quoted(writing, C_("sheet", "For the facilitator"), step->note);
}

static void put_terms(struct writing *writing)
{
    void *memory = memory_need(talloc_new(NULL));

    if (writing->sheet->term_count > 0)
        put_heading(writing, "\n\n---\n\n## ", _("Words on this page"));
    for (size_t i = 0; i < writing->sheet->term_count; i++) {
        const struct term *term = writing->sheet->terms[i];
        struct rich rich = { .text = NULL };
        rich_add(memory, &rich, term->term.bytes, strlen(term->term.bytes), STYLE_BOLD);
        rich_add(memory, &rich, " — ", strlen(" — "), STYLE_PLAIN);
        markdown_line(memory, term->text.bytes, STYLE_PLAIN, &rich);
        put(writing, i == 0 ? "\n\n-  " : "\n-  ");
        put_rich(writing, &rich, 3, 0);
    }
    talloc_free(memory);
}

static void put_sources(struct writing *writing)
{
    const struct text_list *sources = &writing->sheet->lesson->sources;

    if (sources->count > 0)
        put_heading(writing, "\n\n---\n\n## ", C_("sheet", "Sources"));
    for (size_t i = 0; i < sources->count; i++) {
        put(writing, i == 0 ? "\n\n-  " : "\n-  ");
        put_escaped(writing, sources->items[i].bytes, strlen(sources->items[i].bytes), 3);
    }
}

char *markdown_write(const void *parent, const struct sheet *sheet)
{
    struct writing writing = {
        .out = buffer_new(parent),
        .sheet = sheet,
        .prefix = "",
    };
    put_heading(&writing, "# ", sheet->lesson->title.bytes);
    put_view(&writing, sheet->facts);
    for (size_t i = 0; i < sheet->count; i++)
        put_step(&writing, &sheet->steps[i]);
    put_terms(&writing);
    put_sources(&writing);
    put(&writing, "\n");
    return writing.out.text;
}
