/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bare_yaml COURSE: the least that reading a course can cost. Parses the course file and every
 * lesson of the folder COURSE with libyaml and throws the events away.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#include <yaml.h>

static int parse(const char *path)
{
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type = YAML_NO_EVENT;
    FILE *file = fopen(path, "re");

    if (!file || !yaml_parser_initialize(&parser))
        return 1;
    yaml_parser_set_input_file(&parser, file);
    while (type != YAML_STREAM_END_EVENT && yaml_parser_parse(&parser, &event)) {
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return type != YAML_STREAM_END_EVENT;
}

static int parse_all(const char *folder, const char *pattern)
{
    char path[4096];
    glob_t found;
    int bad = 0;

    snprintf(path, sizeof path, "%s/%s", folder, pattern);
    if (glob(path, 0, NULL, &found) != 0)
        return 1;
    for (size_t i = 0; i < found.gl_pathc; i++)
        bad |= parse(found.gl_pathv[i]);
    globfree(&found);
    return bad;
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    return parse_all(arguments[1], "course.yaml") | parse_all(arguments[1], "*/*.yaml");
}
