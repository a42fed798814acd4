/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "course/directory.h"

#include <string.h>

#include <talloc.h>

#include "base/language.h"
#include "base/memory.h"

static const struct field kind_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct help_kind, id),
      /* TRANSLATORS: explains the field 'id' of a kind of help in a directory. */
      .about = N_("the short name of this kind of help; services name it") },
    { .name = "text", .type = FIELD_PLAIN, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct help_kind, text),
      /* TRANSLATORS: explains the field 'text' of a kind of help in a directory. */
      .about = N_("the kind of help as the learner reads it, such as HIV tests") },
};

static const struct record kind_record = {
    .name = NC_("record", "kind of help"),
    .size = sizeof(struct help_kind),
    .fields = kind_fields,
    .field_count = sizeof kind_fields / sizeof kind_fields[0],
};

static const struct field service_fields[] = {
    { .name = "id", .type = FIELD_ID, .flags = FIELD_REQUIRED | FIELD_UNIQUE,
      .offset = offsetof(struct service, id),
      /* TRANSLATORS: explains the field 'id' of a service in a directory. */
      .about = N_("the short name of the service") },
    { .name = "name", .type = FIELD_PLAIN, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct service, name),
      /* TRANSLATORS: explains the field 'name' of a service in a directory. */
      .about = N_("what the service is called") },
    { .name = "city", .type = FIELD_PLAIN, .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
      .offset = offsetof(struct service, city),
      /* TRANSLATORS: explains the field 'city' of a service in a directory. */
      .about = N_("where it is; written the same way for every service there") },
    { .name = "help", .type = FIELD_IDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct service, help), .least = 1, .most = 20,
      /* TRANSLATORS: explains the field 'help' of a service in a directory. */
      .about = N_("the ids of the kinds of help that it gives") },
    { .name = "about", .type = FIELD_LINE, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct service, about),
      /* TRANSLATORS: explains the field 'about' of a service in a directory. */
      .about = N_("what else a person should know before going there") },
    { .name = "contact", .type = FIELD_LINES, .flags = FIELD_TRANSLATED,
      .offset = offsetof(struct service, contact), .least = 1, .most = 8,
      /* TRANSLATORS: explains the field 'contact' of a service in a directory. */
      .about = N_("address, telephone, hours, each an entry") },
    { .name = "as-of", .type = FIELD_MONTH, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct service, as_of),
      /* TRANSLATORS: explains the field 'as-of' of a service in a directory. */
      .about = N_("the month in which this was last known to be right, such as 2026-11") },
};

static const struct record service_record = {
    .name = NC_("record", "service"),
    .size = sizeof(struct service),
    .fields = service_fields,
    .field_count = sizeof service_fields / sizeof service_fields[0],
};

static const struct field directory_fields[] = {
    { .name = "directory", .type = FIELD_ID, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct directory, id),
      /* TRANSLATORS: explains the field 'directory' of a directory of services. */
      .about = N_("the short name of the directory") },
    { .name = "kinds", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct directory, kinds), .record = &kind_record, .least = 1,
      .most = 40,
      /* TRANSLATORS: explains the field 'kinds' of a directory of services. */
      .about = N_("the kinds of help that one can look for") },
    { .name = "services", .type = FIELD_RECORDS, .flags = FIELD_REQUIRED,
      .offset = offsetof(struct directory, services), .record = &service_record, .least = 1,
      .most = 500,
      /* TRANSLATORS: explains the field 'services' of a directory of services. */
      .about = N_("the services, in the order in which they are listed") },
};

const struct record directory_record = {
    .name = NC_("record", "directory"),
    .size = sizeof(struct directory),
    .fields = directory_fields,
    .field_count = sizeof directory_fields / sizeof directory_fields[0],
};

static bool is_kind(const struct directory *directory, const char *id)
{
    for (size_t i = 0; i < directory->kinds.count; i++)
        if (strcmp(directory_kind(directory, i)->id.bytes, id) == 0)
            return true;
    return false;
}

static bool check(const struct reading *reading, const void *into)
{
    const struct directory *directory = into;
    bool good = true;

    for (size_t i = 0; i < directory->services.count; i++) {
        const struct text_list *help = &directory_service(directory, i)->help;
        for (size_t j = 0; j < help->count; j++)
            if (!is_kind(directory, help->items[j].bytes))
                good = reading_refuse(reading, help->items[j].at,
                                      /* TRANSLATORS: a service names an unknown kind of help. */
                                      _("no kind of help has this id"),
                                      /* TRANSLATORS: advice after "no kind of help …". */
                                      _("write the id of one of the 'kinds'"));
    }
    return good;
}

struct directory *directory_read(const void *parent, const char *path,
                                 struct diagnostics *problems)
{
    return record_read_file(parent, path, &directory_record, check, problems);
}

struct directory *directory_parse(const void *parent, const char *file, struct bytes bytes,
                                  struct diagnostics *problems)
{
    return record_parse(parent, file, bytes, &directory_record, check, problems);
}

char *directory_path(const void *parent, const char *lesson_file, const char *name)
{
    const char *slash = strrchr(lesson_file, '/');
    int length = slash ? (int)(slash - lesson_file) + 1 : 0;
    return memory_need(
        talloc_asprintf(parent, "%.*s%s", length, lesson_file, name));
}

const struct help_kind *directory_kind(const struct directory *directory, size_t index)
{
    return (const struct help_kind *)directory->kinds.items + index;
}

const struct service *directory_service(const struct directory *directory, size_t index)
{
    return (const struct service *)directory->services.items + index;
}

bool service_helps(const struct service *service, const struct help_kind *kind)
{
    for (size_t i = 0; i < service->help.count; i++)
        if (strcmp(service->help.items[i].bytes, kind->id.bytes) == 0)
            return true;
    return false;
}
