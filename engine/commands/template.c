/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/template.h"

#include <talloc.h>

#include "base/memory.h"

char *template_lesson(const void *parent, const char *id, const char *title,
                      struct template_month now)
{
    char *text = talloc_asprintf(
        parent,
        "# A lesson. Lines that begin with '#' are notes for you; nobody else sees them.\n"
        "# While you write:  conecta preview FILE   shows every save at once.\n"
        "# When you think it is done:  conecta lint FILE   says what is wrong.\n"
        "#\n"
        "# Indent with spaces, never with tabs. Put a text in \"quotes\" when it has\n"
        "# a ': ' or a ' #' in it.\n"
        "\n"
        "lesson: %s            # its id: never change it once people play\n"
        "title: %s\n"
        "about: One sentence on what the learner takes home.\n"
        "minutes: 3                     # how long it takes, in a group rather more\n"
        "reviewed: %04d-%02d              # when somebody last checked the facts\n"
        "review-by: %04d-%02d             # when somebody should check them again\n"
        "sources:                       # where the facts come from, one a line\n"
        "  - Conecta, guide for those who write lessons\n"
        "\n"
        "steps:\n"
        "  # Each step begins with '- ' and a word that says what the learner does.\n"
        "  # 'read' is a page. After '|' come its lines, indented, in Markdown.\n"
        "  - read: |\n"
        "      ## One idea a page\n"
        "\n"
        "      Write as you would speak to a friend. Mark the **important words**.\n"
        "\n"
        "      - Short sentences are easier in a second language.\n"
        "      - A page should fit on the screen.\n"
        "    note: What only the facilitator sees. Ask who has written for others before.\n"
        "\n"
        "  # 'choose' asks a question with one right answer.\n"
        "  - choose: How many ideas belong on one page?\n"
        "    id: ideas-on-a-page        # answers are counted under this name\n"
        "    rev: 1                     # raise it when old answers no longer compare\n"
        "    options:\n"
        "      - id: as-many-as-fit\n"
        "        text: As many as fit on it\n"
        "        why: A full page is hard to read and harder to remember.\n"
        "      - id: only-one\n"
        "        text: Only one\n"
        "        right: yes\n"
        "        why: One idea is easy to read, to talk about and to remember.\n"
        "      - id: none-at-all\n"
        "        text: None, pages are for pictures\n"
        "        why: Drawings help, but a page still needs something to say.\n"
        "    hints:                     # shown one at a time before a second try\n"
        "      - Think of a page that you still remember.\n"
        "\n"
        "  # 'choose-all' has several right answers; every option says why.\n"
        "  - choose-all: What helps a learner who reads slowly?\n"
        "    id: slow-reader\n"
        "    rev: 1\n"
        "    shuffle: yes               # another order for every learner\n"
        "    options:\n"
        "      - id: short-sentences\n"
        "        text: Short sentences\n"
        "        right: yes\n"
        "        why: She need not hold much in mind.\n"
        "      - id: everyday-words\n"
        "        text: Everyday words\n"
        "        right: yes\n"
        "        why: She knows them already.\n"
        "      - id: capital-letters\n"
        "        text: Everything in capital letters\n"
        "        why: Words in capitals all look alike.\n"
        "\n"
        "  # A last page says what she can do now. Other words than read, choose and\n"
        "  # choose-all, such as order and sort, stand in the guide for authors.\n"
        "  - read: |\n"
        "      ## Now your own lesson\n"
        "\n"
        "      Change these pages one by one, and save after each.\n",
        id, title, now.year, now.month, now.year + 1, now.month);
    return memory_need(text);
}

char *template_course(const void *parent, const char *id, const char *title)
{
    char *text = talloc_asprintf(
        parent,
        "# A course: which modules it has, and which lessons in them.\n"
        "# Play it:   conecta --course DIR    with the folder of this file as DIR\n"
        "# Check it:  conecta lint DIR\n"
        "\n"
        "format: 1                      # of this file; leave it as it is\n"
        "course: %s            # its id: never change it once people play\n"
        "title: %s\n"
        "language: en                   # the language you write in: en, ru or uk\n"
        "licence: CC-BY-SA-4.0          # what others may do with it\n"
        "\n"
        "modules:\n"
        "  - id: basics\n"
        "    title: Basics\n"
        "    lessons:                   # their files, from this folder on, in order\n"
        "      - " TEMPLATE_LESSON_FILE "\n"
        "      # conecta new lesson DIR/basics/second-lesson.yaml   makes another one\n",
        id, title);
    return memory_need(text);
}
