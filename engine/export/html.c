/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/html.h"

#include <string.h>

#include <talloc.h>

#include "base/html.h"
#include "base/language.h"
#include "base/memory.h"
#include "export/html_blocks.h"
#include "view/markdown.h"

/* Nothing but the styles of the page itself may be loaded, whatever gets into it. */
static const char policy[] =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/* Drawings shrink: a letter of theirs is a little more than half as wide as high. On
 * paper every fold is open, and nothing is told by colour. */
static const char styles[] =
    ":root{color-scheme:light dark;--ink:#1b1d20;--paper:#fff;--quiet:#53585f;--line:#c4c8cd;"
    "--fold:#f2f3f5;--right:#0a612a;--wrong:#9c1c1c;--link:#0b4c98}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e9eaec;--paper:#16181b;--quiet:#aeb4bb;"
    "--line:#4a4f56;--fold:#212429;--right:#7fd79a;--wrong:#ff9d94;--link:#8fc1ff}}\n"
    "*{box-sizing:border-box}\n"
    "html{font:100%/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\","
    "sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}\n"
    "body{max-width:40rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}\n"
    "h1,h2,h3{line-height:1.25;margin:1.2em 0 .5em}\n"
    "h1{font-size:1.6rem;margin-top:.3em}\nh2{font-size:1.25rem}\nh3{font-size:1.05rem}\n"
    "section{border-top:1px solid var(--line);padding:.6rem 0}\n"
    "ul,ol{padding-left:1.7rem;margin:.6rem 0}\nli{margin:.3rem 0}\nli::marker{font-weight:600}\n"
    "a{color:var(--link)}\n"
    "blockquote{margin:.8rem 0;padding:.1rem 0 .1rem .9rem;border-left:.25rem solid "
    "var(--line)}\n"
    "pre{font-family:ui-monospace,\"DejaVu Sans Mono\",monospace;line-height:1.25;margin:.8rem 0;"
    "font-size:min(.95rem,calc((min(100vw,40rem) - 2.6rem)/var(--columns)/.62));"
    "white-space:pre;overflow:hidden}\n"
    "details,aside{background:var(--fold);border:1px solid var(--line);border-radius:.4rem;"
    "padding:0 .8rem;margin:.8rem 0}\n"
    "summary{cursor:pointer;font-weight:600;padding:.6rem 0}\n"
    "aside h2{font-size:1rem}\n"
    ".quiet{color:var(--quiet)}\n.right{color:var(--right);font-weight:700}\n"
    ".wrong{color:var(--wrong);font-weight:700}\n"
    ".field span{display:inline-block;width:min(14rem,60%);height:1.5em;"
    "border-bottom:1px solid var(--ink)}\n"
    "dt{font-weight:600;margin-top:.6rem}\ndd{margin-left:1.2rem}\ndfn{font-style:normal}\n"
    "@page{size:A4;margin:18mm 16mm}\n"
    "@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#333;--line:#888;"
    "--fold:#fff;--right:#000;--wrong:#000;--link:#000}\n"
    "html{font-size:11pt}\nbody{max-width:none;padding:0}\na{text-decoration:none}\n"
    "li,pre,blockquote,summary,dt{break-inside:avoid}\nh1,h2,h3,summary,dt{break-after:avoid}\n"
    "details::details-content{display:block;content-visibility:visible;block-size:auto}\n"
    "summary{list-style:none}\nsummary::-webkit-details-marker{display:none}}\n";

struct writing {
    struct buffer out;
    const struct sheet *sheet;
};

static void put(struct writing *writing, const char *text)
{
    buffer_put(&writing->out, text);
}

static void put_text(struct writing *writing, const char *text)
{
    html_text(&writing->out, text, strlen(text));
}

static void put_around(struct writing *writing, const char *open, const char *text,
                       const char *close)
{
    put(writing, open);
    put_text(writing, text);
    put(writing, close);
}

/* A title is one line without marks. */
static void put_head(struct writing *writing)
{
    const struct lesson *lesson = writing->sheet->lesson;

    put_around(writing, "<!DOCTYPE html>\n<html lang=\"", lesson->language, "\">\n<head>\n");
    put(writing, "<meta charset=\"utf-8\">\n");
    put(writing, "<meta http-equiv=\"Content-Security-Policy\" content=\"");
    put(writing, policy);
    put(writing, "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    put(writing, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    put_around(writing, "<title>", lesson->title.bytes, "</title>\n<style>\n");
    put(writing, styles);
    put(writing, "</style>\n</head>\n<body>\n<main>\n");
}

static void put_fold(struct writing *writing, const char *name, size_t step,
                     const struct view *view)
{
    if (view->count == 0)
        return;
    put_around(writing, "<details>\n<summary>", name, "</summary>\n");
    html_blocks(&writing->out, writing->sheet, step, view);
    put(writing, "</details>\n");
}

static void put_note(struct writing *writing, size_t step, const struct view *note)
{
    if (!note)
        return;
    /* TRANSLATORS: heading above a note in a lesson on paper, for who leads the group. */
    put_around(writing, "<aside>\n<h2>", C_("sheet", "For the facilitator"), "</h2>\n");
    html_blocks(&writing->out, writing->sheet, step, note);
    put(writing, "</aside>\n");
}

static void put_step(struct writing *writing, size_t index)
{
    const struct sheet_step *step = &writing->sheet->steps[index];

    put(writing, "<section>\n");
    html_blocks(&writing->out, writing->sheet, index + 1, step->handout.task);
    /* TRANSLATORS: on paper, above the hints of a question; they can be folded away. */
    put_fold(writing, C_("sheet", "Hints"), index + 1, step->handout.hints);
    /* TRANSLATORS: on paper, above the answer of a question; it can be folded away. */
    put_fold(writing, C_("sheet", "Answer"), index + 1, step->handout.answer);
    put_note(writing, index + 1, step->note);
    put(writing, "</section>\n");
}

static void put_term(struct writing *writing, size_t index)
{
    const struct term *term = writing->sheet->terms[index];
    void *memory = memory_need(talloc_new(NULL));
    struct rich rich = { .text = NULL };

    buffer_format(&writing->out, "<dt id=\"word-%zu\">", index + 1);
    put_around(writing, "<dfn>", term->term.bytes, "</dfn></dt>\n<dd>");
    markdown_line(memory, term->text.bytes, STYLE_PLAIN, &rich);
    html_rich(&writing->out, writing->sheet, &rich);
    put(writing, "</dd>\n");
    talloc_free(memory);
}

static void put_terms(struct writing *writing)
{
    if (writing->sheet->term_count == 0)
        return;
    put_around(writing, "<section>\n<h2>", _("Words on this page"), "</h2>\n<dl>\n");
    for (size_t i = 0; i < writing->sheet->term_count; i++)
        put_term(writing, i);
    put(writing, "</dl>\n</section>\n");
}

/* An address among them is text: who opens the page asks nobody for anything. */
static void put_sources(struct writing *writing)
{
    const struct text_list *sources = &writing->sheet->lesson->sources;

    if (sources->count == 0)
        return;
    /* TRANSLATORS: on paper, above the list of where the facts of a lesson come from. */
    put_around(writing, "<section>\n<h2>", C_("sheet", "Sources"), "</h2>\n<ul>\n");
    for (size_t i = 0; i < sources->count; i++)
        put_around(writing, "<li>", sources->items[i].bytes, "</li>\n");
    put(writing, "</ul>\n</section>\n");
}

char *html_write(const void *parent, const struct sheet *sheet)
{
    struct writing writing = { buffer_new(parent), sheet };

    put_head(&writing);
    put_around(&writing, "<h1>", sheet->lesson->title.bytes, "</h1>\n");
    html_blocks(&writing.out, sheet, 0, sheet->facts);
    for (size_t i = 0; i < sheet->count; i++)
        put_step(&writing, i);
    put_terms(&writing);
    put_sources(&writing);
    put(&writing, "</main>\n</body>\n</html>\n");
    return writing.out.text;
}
