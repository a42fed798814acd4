/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/markdown.h"

#include <string.h>

#include <md4c.h>
#include <talloc.h>

#include "base/memory.h"

#define LIST_DEPTH 8

/* What is open while the parser calls back. */
struct page {
    struct view *view;  /* NULL: only inline text is wanted */
    const void *parent; /* of inline text */
    struct rich *rich;  /* where inline text goes */
    unsigned base_style;
    unsigned bold;      /* how deep in strong, emphasis, headings */
    unsigned emphasis;
    unsigned term;
    unsigned heading;
    unsigned quotes;
    unsigned lists;
    unsigned numbers[LIST_DEPTH]; /* of the next item; 0: bullets */
    bool item_begins;             /* the next paragraph carries the item's mark */
    bool part_begins;             /* of a line: the next text is of another block */
    size_t parts;                 /* of a line: blocks that had text */
};

static void begin_block(struct page *page, enum block_kind kind)
{
    struct block *block = view_add(page->view, kind, "", STYLE_PLAIN);
    block->depth = page->lists + page->quotes;
    page->rich = &block->text;
}

/* A paragraph inside an item or quote takes that block's kind. */
static void begin_text(struct page *page)
{
    if (!page->item_begins) {
        begin_block(page, page->quotes ? BLOCK_QUOTE : BLOCK_PARAGRAPH);
        return;
    }
    unsigned *number = &page->numbers[(page->lists - 1) % LIST_DEPTH];
    begin_block(page, BLOCK_ITEM);
    page->view->blocks[page->view->count - 1].number = *number;
    if (*number)
        ++*number;
    page->item_begins = false;
}

static void enter_list(struct page *page, unsigned first_number)
{
    if (page->lists == 0)
        view_gap(page->view);
    page->numbers[page->lists % LIST_DEPTH] = first_number;
    page->lists++;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct page *page = userdata;

    switch (type) {
    case MD_BLOCK_H:
        page->heading++;
        if (!page->item_begins) {
            view_gap(page->view);
            begin_block(page, BLOCK_HEADING);
        }
        break;
    case MD_BLOCK_QUOTE:
        view_gap(page->view);
        page->quotes++;
        break;
    case MD_BLOCK_UL:
        enter_list(page, 0);
        break;
    case MD_BLOCK_OL:
        enter_list(page, ((MD_BLOCK_OL_DETAIL *)detail)->start);
        break;
    case MD_BLOCK_LI:
        page->item_begins = true;
        page->rich = NULL;
        break;
    case MD_BLOCK_P:
        if (page->lists == 0 || !page->item_begins)
            view_gap(page->view);
        begin_text(page);
        break;
    case MD_BLOCK_CODE:
        view_gap(page->view);
        begin_block(page, BLOCK_DRAWING);
        break;
    case MD_BLOCK_HTML:
        view_gap(page->view);
        begin_block(page, BLOCK_PARAGRAPH);
        break;
    case MD_BLOCK_HR:
        view_gap(page->view);
        break;
    default:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct page *page = userdata;
    (void)detail;

    page->heading -= type == MD_BLOCK_H;
    page->quotes -= type == MD_BLOCK_QUOTE;
    page->lists -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    if (type == MD_BLOCK_LI) /* without a text */
        page->item_begins = false;
    page->rich = NULL;
    return 0;
}

/* Text directly in an item, without a paragraph, begins the item. */
static void need_block(struct page *page)
{
    if (page->view && (!page->rich || page->item_begins))
        begin_text(page);
}

static void begin_term(struct page *page, const MD_SPAN_WIKILINK_DETAIL *detail)
{
    need_block(page);
    rich_add_term(page->view ? page->view : page->parent, page->rich, detail->target.text,
                  detail->target.size);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct page *page = userdata;
    page->bold += type == MD_SPAN_STRONG;
    page->emphasis += type == MD_SPAN_EM;
    if (type == MD_SPAN_WIKILINK) {
        page->term++;
        begin_term(page, detail);
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *userdata)
{
    struct page *page = userdata;
    (void)detail;
    page->bold -= type == MD_SPAN_STRONG;
    page->emphasis -= type == MD_SPAN_EM;
    page->term -= type == MD_SPAN_WIKILINK;
    return 0;
}

static unsigned current_style(const struct page *page)
{
    return page->base_style | (page->bold ? STYLE_BOLD : 0) |
           (page->emphasis ? STYLE_EMPHASIS : 0) | (page->heading ? STYLE_HEADING : 0) |
           (page->term ? STYLE_TERM : 0);
}

static void add_text(struct page *page, const char *text, size_t length)
{
    need_block(page);
    rich_add(page->view ? page->view : page->parent, page->rich, text, length,
             current_style(page));
}

static int add_span(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata)
{
    struct page *page = userdata;

    switch (type) {
    case MD_TEXT_NULLCHAR:
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        /* A line that the author broke is still one paragraph. */
        add_text(page, type == MD_TEXT_BR ? "\n" : " ", 1);
        break;
    default:
        add_text(page, text, size);
        break;
    }
    return 0;
}

#define FLAGS (MD_FLAG_NOHTML | MD_FLAG_WIKILINKS | MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_NOINDENTEDCODEBLOCKS)

static void parse(struct page *page, const MD_PARSER *parser, const char *source)
{
    if (md_parse(source, (MD_SIZE)strlen(source), parser, page) < 0)
        memory_need((void *)NULL);
}

void markdown_page(struct view *view, const char *source)
{
    static const MD_PARSER parser = {
        .flags = FLAGS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = add_span,
    };
    struct page page = { .view = view };
    parse(&page, &parser, source);
}

/* Blocks of one line stand apart by a space. */
static int enter_part(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    struct page *page = userdata;
    (void)detail;
    page->part_begins |= type == MD_BLOCK_P || type == MD_BLOCK_LI || type == MD_BLOCK_H ||
                         type == MD_BLOCK_CODE;
    return 0;
}

static int leave_part(MD_BLOCKTYPE type, void *detail, void *userdata)
{
    (void)type, (void)detail, (void)userdata;
    return 0;
}

static int add_part(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *userdata)
{
    struct page *page = userdata;

    if (page->part_begins && page->parts++ > 0)
        add_text(page, " ", 1);
    page->part_begins = false;
    if (type == MD_TEXT_BR || (type == MD_TEXT_CODE && size == 1 && *text == '\n'))
        type = MD_TEXT_SOFTBR;
    return add_span(type, text, size, userdata);
}

static void parse_parts(struct page *page, const char *source)
{
    static const MD_PARSER parser = {
        .flags = FLAGS,
        .enter_block = enter_part,
        .leave_block = leave_part,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = add_part,
    };
    if (!page->rich->text)
        rich_add(page->parent, page->rich, "", 0, page->base_style);
    parse(page, &parser, source);
}

/* "***" and "- - -" are a line across the page. */
static bool is_rule(const char *text)
{
    size_t signs = 0;
    const char *at = text;
    for (; *at == *text || *at == ' '; at++)
        signs += *at == *text;
    return strchr("*-_", *text) && signs >= 3 && (*at == '\0' || *at == '\n');
}

/* Where a text that is one line would begin a heading, a list or a quote, and
 * a backslash keeps it what it is; else its end. */
static size_t find_block_mark(const char *text)
{
    if (*text && (is_rule(text) || (*text == '[' && strstr(text, "]:"))))
        return 0;
    size_t digits = strspn(text, "0123456789");
    if (digits > 0 && text[digits] && strchr(".)", text[digits]))
        return digits;
    if (*text && strchr("#>-+=*`~|", *text) && strncmp(text, "**", 2) != 0 &&
        !(*text == '*' && text[1] != ' '))
        return 0;
    return strlen(text);
}

void markdown_line(const void *parent, const char *source, unsigned style, struct rich *rich)
{
    struct page page = { .parent = parent, .rich = rich, .base_style = style };

    source += strspn(source, " \n");
    size_t mark = find_block_mark(source);
    char *escaped = NULL;
    if (source[mark])
        escaped = memory_need(
            talloc_asprintf(parent, "%.*s\\%s", (int)mark, source, source + mark));
    parse_parts(&page, escaped ? escaped : source);
    talloc_free(escaped);
}

void markdown_flat(const void *parent, const char *source, struct rich *rich)
{
    struct page page = { .parent = parent, .rich = rich };
    parse_parts(&page, source);
}

struct block *markdown_option(struct view *view, const char *source, enum mark mark)
{
    struct block *block = view_option(view, "", mark);
    markdown_line(view, source, STYLE_PLAIN, &block->text);
    return block;
}

struct block *markdown_paragraph(struct view *view, const char *source)
{
    struct block *block = view_add(view, BLOCK_PARAGRAPH, "", STYLE_PLAIN);
    markdown_line(view, source, STYLE_PLAIN, &block->text);
    return block;
}
