/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/node_write.h"

#include <string.h>

#include <talloc.h>
#include <yaml.h>

#include "base/memory.h"

/* What the emitter wrote so far. */
struct output {
    char *text;
    size_t length;
    size_t room;
};

static int take_output(void *data, unsigned char *buffer, size_t size)
{
    struct output *output = data;

    if (output->room < output->length + size + 1) {
        output->room = (output->length + size + 1) * 2;
        output->text =
            memory_need(talloc_realloc(NULL, output->text, char, (unsigned)output->room));
    }
    memcpy(output->text + output->length, buffer, size);
    output->length += size;
    output->text[output->length] = '\0';
    return 1;
}

/* The emitter fails for want of memory only: the events make a document. */
static void emit(yaml_emitter_t *emitter, yaml_event_t *event)
{
    if (!yaml_emitter_emit(emitter, event))
        memory_need((void *)NULL);
}

static yaml_scalar_style_t style_of(const struct node *node, const char *text)
{
    if (node && node->plain)
        return YAML_PLAIN_SCALAR_STYLE;
    /* Where the first line is indented, YAML has to be told by how much, which not
     * every reader understands. */
    return strchr(text, '\n') && !strchr(" \n", *text) ? YAML_LITERAL_SCALAR_STYLE
                                                        : YAML_DOUBLE_QUOTED_SCALAR_STYLE;
}

static void emit_scalar(yaml_emitter_t *emitter, const char *text, yaml_scalar_style_t style)
{
    yaml_event_t event;
    yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)text,
                                 (int)strlen(text), 1, 1, style);
    emit(emitter, &event);
}

static void emit_node(yaml_emitter_t *emitter, const struct node *node)
{
    yaml_event_t event;
    bool mapping = node->kind == NODE_MAPPING;

    if (node->kind == NODE_SCALAR) {
        emit_scalar(emitter, node->text, style_of(node, node->text));
        return;
    }
    if (mapping)
        yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
    else
        yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
    emit(emitter, &event);
    for (const struct node *child = node->first; child; child = child->next) {
        if (mapping)
            emit_scalar(emitter, child->key, YAML_PLAIN_SCALAR_STYLE);
        emit_node(emitter, child);
    }
    if (mapping)
        yaml_mapping_end_event_initialize(&event);
    else
        yaml_sequence_end_event_initialize(&event);
    emit(emitter, &event);
}

struct bytes node_write(const void *parent, const char *heading, const struct node *root)
{
    struct output output = { .text = NULL };
    yaml_emitter_t emitter;
    yaml_event_t event;

    take_output(&output, (unsigned char *)(size_t)heading, strlen(heading));
    if (!yaml_emitter_initialize(&emitter))
        memory_need((void *)NULL);
    yaml_emitter_set_output(&emitter, take_output, &output);
    yaml_emitter_set_unicode(&emitter, 1);
    yaml_emitter_set_width(&emitter, -1);
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
    emit(&emitter, &event);
    yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
    emit(&emitter, &event);
    emit_node(&emitter, root);
    yaml_document_end_event_initialize(&event, 1);
    emit(&emitter, &event);
    yaml_stream_end_event_initialize(&event);
    emit(&emitter, &event);
    yaml_emitter_delete(&emitter);
    return (struct bytes){ .data = talloc_steal(parent, output.text), .length = output.length };
}
