/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A YAML file as a tree of nodes with their places, before anybody asks what
 * they mean. Every scalar is text. Whatever the format does not allow (tags,
 * anchors, aliases, merge keys, duplicate keys, several documents, characters
 * that must not reach a terminal, endless nesting) is refused here.
 */
#ifndef CONECTA_COURSE_NODE_H
#define CONECTA_COURSE_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diagnostic.h"
#include "base/file.h"

enum node_kind {
    NODE_SCALAR,
    NODE_SEQUENCE,
    NODE_MAPPING,
};

struct node {
    enum node_kind kind;
    struct position at;
    const char *text;        /* of a scalar, ended by NUL; else NULL */
    const char *key;         /* of an entry of a mapping; else NULL */
    struct position key_at;
    size_t count;            /* of children */
    struct node *first;      /* child */
    struct node *last;
    struct node *next;       /* sibling */
    bool stopped;            /* of the root: reading ended at stop_key */
    bool plain;              /* of a scalar: written without quotes, in one piece */
};

/* Limits of the format. One file is read whole, so they bound the memory. */
#define NODE_FILE_BYTES ((size_t)1 << 20)
#define NODE_SCALAR_BYTES ((size_t)16 << 10)
#define NODE_DEPTH 16
#define NODE_EVENTS 20000
#define NODE_KEYS 64

/* Parses one document whose root is a mapping. The tree belongs to parent.
 *
 * With stop_key, reading ends where that key of the root begins: the tree then
 * holds what stands before it, and what comes after is not looked at.
 *
 * A byte order mark at the beginning is skipped.
 *
 * NULL, with problems added, when the file breaks a rule above; syntax errors
 * end the reading at once, all others are collected. */
struct node *node_parse(const void *parent, const char *file, struct bytes bytes,
                        const char *stop_key, struct diagnostics *problems);

/* Takes out of a list what `keep` does not want; it is asked in the order of the list. */
void node_filter(struct node *list, bool (*keep)(void *data, struct node *), void *data);

/* The entry of a mapping under key, or NULL. */
const struct node *node_find(const struct node *mapping, const char *key);

#endif
