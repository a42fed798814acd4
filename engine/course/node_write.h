/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree of nodes as YAML again. */
#ifndef CONECTA_COURSE_NODE_WRITE_H
#define CONECTA_COURSE_NODE_WRITE_H

#include "base/file.h"
#include "course/node.h"

/* YAML that node_parse makes the same tree of, after `heading`: whole lines that
 * begin with '#'. Scalars with `plain` stay without quotes. The bytes belong to
 * parent. */
struct bytes node_write(const void *parent, const char *heading, const struct node *root);

#endif
