/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line, as a shell sees it: what is printed where, and the status. */
#include "commands/command.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include "../support/course_folder.h"

extern const struct command *const commands[];
extern char **environ;

struct finished {
    int status;
    char *out;
    char *error;
};

static char *read_all(const void *parent, const char *path)
{
    struct bytes bytes;
    assert_true(file_read(parent, path, 1 << 20, &bytes, diagnostics_new(parent)));
    return bytes.data;
}

/* Runs the program with these words; NULL ends them. Its input is the line. */
static struct finished run_with(const char *input, const char *const *words)
{
    const char *program = getenv("CONECTA_PROGRAM");
    char *arguments[16] = {(char *)(size_t)program};
    char *in = folder_add(folder, "in", input);
    char *out = talloc_asprintf(folder, "%s/out", folder);
    char *error = talloc_asprintf(folder, "%s/error", folder);
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;

    if (!program)
        fail_msg("CONECTA_PROGRAM names no program");
    for (size_t i = 0; words[i]; i++)
        arguments[i + 1] = (char *)(size_t)words[i];
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, in, O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_int_equal(posix_spawn(&child, program, &actions, NULL, arguments, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return (struct finished){WEXITSTATUS(status), read_all(folder, out), read_all(folder, error)};
}

#define RUN(...) run_with("", (const char *const[]){__VA_ARGS__, NULL})

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("\"%s\" is not in:\n%s", part, text);
}

/* Wrong use: nothing on standard output, one line that begins with the name of
 * the program, and the status for errors. */
static void assert_wrong_use(struct finished run, const char *message, const char *advice)
{
    assert_int_equal(run.status, STATUS_ERROR);
    assert_string_equal(run.out, "");
    assert_int_equal(strncmp(run.error, "conecta: ", strlen("conecta: ")), 0);
    assert_string_equal(strchr(run.error, '\n'), "\n");
    assert_has(run.error, message);
    assert_has(run.error, advice);
}

static void help_names_every_command(void **state)
{
    struct finished run = RUN("--help");
    (void)state;
    assert_int_equal(run.status, STATUS_DONE);
    assert_string_equal(run.error, "");
    for (size_t i = 0; commands[i]; i++) {
        assert_has(run.out, commands[i]->name);
        assert_has(run.out, commands[i]->about);
    }
    assert_has(run.out, "--version");
}

static void help_of_a_command_names_every_option(void **state)
{
    (void)state;
    for (size_t i = 0; commands[i]; i++) {
        struct finished run = RUN(commands[i]->name, "--help");
        assert_int_equal(run.status, STATUS_DONE);
        assert_string_equal(run.error, "");
        assert_has(run.out, commands[i]->about);
        for (size_t j = 0; j < commands[i]->option_count; j++) {
            char *name = talloc_asprintf(folder, "--%s", commands[i]->options[j].name);
            assert_has(run.out, name);
            assert_has(run.out, commands[i]->options[j].about);
        }
        assert_has(run.out, "--help");
    }
}

/* What must be given stands without brackets. */
static void help_tells_what_must_be_given(void **state)
{
    (void)state;
    for (size_t i = 0; commands[i]; i++) {
        struct finished run = RUN(commands[i]->name, "--help");
        for (size_t j = 0; j < commands[i]->option_count; j++) {
            char *optional = talloc_asprintf(folder, "[--%s", commands[i]->options[j].name);
            assert_int_equal(strstr(run.out, optional) != NULL, j >= commands[i]->required);
        }
    }
}

static void every_command_is_well_formed(void **state)
{
    (void)state;
    assert_string_equal(commands[0]->name, "play");
    for (size_t i = 0; commands[i]; i++) {
        assert_true(commands[i]->option_count <= COMMAND_OPTIONS);
        assert_true(commands[i]->required <= commands[i]->option_count);
        assert_true(commands[i]->least <= commands[i]->most);
        assert_int_equal(commands[i]->operands != NULL, commands[i]->most > 0);
        assert_non_null(commands[i]->run);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(commands[i]->name, commands[j]->name);
    }
}

static void version_is_one_line(void **state)
{
    struct finished run = RUN("--version");
    (void)state;
    assert_int_equal(run.status, STATUS_DONE);
    assert_int_equal(strncmp(run.out, "conecta ", strlen("conecta ")), 0);
    assert_string_equal(strchr(run.out, '\n'), "\n");
}

static void an_unknown_command_is_refused_with_a_guess(void **state)
{
    (void)state;
    assert_wrong_use(RUN("paly"), "there is no command 'paly'", "did you mean 'play'?");
    assert_wrong_use(RUN("lnit"), "there is no command 'lnit'", "did you mean 'lint'?");
    assert_wrong_use(RUN("dance"), "there is no command 'dance'", "conecta --help");
}

static void an_unknown_option_is_named(void **state)
{
    (void)state;
    assert_wrong_use(RUN("play", "--colour"), "--colour", "conecta play --help");
    assert_wrong_use(RUN("--colour"), "--colour", "conecta play --help");
    assert_wrong_use(RUN("lint", "--plain", "x"), "--plain", "conecta lint --help");
    assert_wrong_use(RUN("play", "-x"), "-x", "conecta play --help");
    assert_wrong_use(RUN("play", "-xy"), "option -x", "conecta play --help");
}

static void an_option_needs_its_value(void **state)
{
    (void)state;
    assert_wrong_use(RUN("play", "--lang"), "--lang needs a value", "conecta play --help");
    assert_wrong_use(RUN("--course"), "--course needs a value", "conecta play --help");
}

static void operands_are_counted(void **state)
{
    (void)state;
    assert_wrong_use(RUN("lint"), "something is missing", "conecta lint --help");
    assert_wrong_use(RUN("play", "word"), "a word too many", "conecta play --help");
}

static void an_unknown_language_is_refused_with_all_there_are(void **state)
{
    struct finished run = RUN("--lang", "xx", "--plain");
    (void)state;
    assert_wrong_use(run, "there is no language 'xx'", "en");
    assert_has(run.error, "ru");
    assert_has(run.error, "uk");
}

static void an_unknown_lesson_is_refused(void **state)
{
    (void)state;
    assert_wrong_use(RUN("--plain", "--course", folder, "--lesson", "four"),
                     "there is no lesson 'four'", "lesson:");
}

static void a_missing_course_is_a_problem_with_its_name(void **state)
{
    struct finished run = RUN("--plain", "--course", "/nowhere/at/all");
    (void)state;
    assert_int_equal(run.status, STATUS_ERROR);
    assert_string_equal(run.out, "");
    assert_has(run.error, "/nowhere/at/all");
}

static void without_a_terminal_there_is_a_way(void **state)
{
    (void)state;
    assert_wrong_use(RUN("--course", folder), "terminal", "--plain");
}

static void a_word_is_not_needed_to_play(void **state)
{
    struct finished run = RUN("--plain", "--lang", "en", "--course", folder);
    (void)state;
    assert_int_equal(run.status, STATUS_DONE);
    assert_string_equal(run.error, "");
    assert_has(run.out, "A test course");
    assert_has(run.out, "1. The short module");
    struct finished same = RUN("play", "--plain", "--lang=en", "--course", folder);
    assert_string_equal(same.out, run.out);
}

static void a_lesson_can_be_opened_at_once(void **state)
{
    struct finished run = RUN("--plain", "--lang", "en", "--course", folder, "--lesson", "three");
    (void)state;
    assert_int_equal(run.status, STATUS_DONE);
    assert_has(run.out, "--- The third lesson");
}

static void plain_lines_play_a_lesson(void **state)
{
    const char *const words[] = {"--plain", "--lang",   "en",  "--course",
                                 folder,    "--lesson", "one", NULL};
    struct finished run = run_with("\n9\n2\n\n1\n\n1\n\n\n.\n", words);
    (void)state;
    assert_int_equal(run.status, STATUS_DONE);
    assert_has(run.out, "Compared?");
    assert_has(run.out, "Asked once?");
    assert_has(run.out, "Right at the first try: 2 of 2 questions.");
    assert_has(run.out, "Before the lesson: 0 of 1. After it: 1 of 1.");
    assert_has(run.out, "finished");
}

static void lint_says_what_is_wrong_and_counts(void **state)
{
    struct finished good = RUN("lint", talloc_asprintf(folder, "%s/one.yaml", folder));
    struct finished bad = RUN("lint", talloc_asprintf(folder, "%s/broken.yaml", folder));
    struct finished course = RUN("lint", folder);
    struct finished missing = RUN("lint", "/nowhere/lesson.yaml");
    (void)state;
    assert_int_equal(good.status, STATUS_DONE);
    assert_has(good.out, "0 errors");
    assert_int_equal(bad.status, STATUS_NO);
    assert_has(bad.out, "broken.yaml:5:");
    assert_has(bad.out, "did you mean 'read'?");
    assert_int_equal(course.status, STATUS_NO);
    assert_has(course.out, "broken.yaml:5:");
    assert_int_equal(missing.status, STATUS_ERROR);
    assert_has(missing.out, "/nowhere/lesson.yaml");
}

static void import_writes_a_lesson_and_says_what_it_left_out(void **state)
{
    folder_add(folder, "good.gift", "Who? {=she#Yes. ~he#No.}\n");
    folder_add(folder, "half.gift", "Who? {=she#Yes. ~he#No.}\n\nHalf? {#0.5}\n");
    struct finished good = RUN("import", talloc_asprintf(folder, "%s/good.gift", folder));
    struct finished half = RUN("import", talloc_asprintf(folder, "%s/half.gift", folder));
    struct finished missing = RUN("import", "/nowhere/quiz.gift");
    (void)state;
    assert_int_equal(good.status, STATUS_DONE);
    assert_has(good.out, "lesson: good\n");
    assert_has(good.out, "  - choose: |-\n      Who?\n");
    assert_int_equal(half.status, STATUS_NO);
    assert_has(half.out, "lesson: half\n");
    assert_has(half.error, "half.gift:3:1: warning: this question was left out");
    assert_int_equal(missing.status, STATUS_ERROR);
    assert_has(missing.error, "/nowhere/quiz.gift");
}

static void schema_describes_what_it_is_asked_for(void **state)
{
    struct finished lesson = RUN("schema");
    struct finished course = RUN("schema", "--course", "--format", "json");
    (void)state;
    assert_int_equal(lesson.status, 0);
    assert_has(lesson.out, "\"title\": \"Conecta lesson\"");
    assert_has(lesson.out, "\"choose-all\"");
    assert_string_equal(lesson.error, "");
    assert_int_equal(course.status, 0);
    assert_has(course.out, "\"title\": \"Conecta course\"");
    assert_has(course.out, "\"modules\"");
    assert_null(strstr(course.out, "\"steps\""));
    assert_has(RUN("schema", "--glossary").out, "\"title\": \"Conecta glossary\"");
    assert_has(RUN("schema", "--directory").out, "\"title\": \"Conecta directory of services\"");
    assert_wrong_use(RUN("schema", "--course", "--directory"),
                     "--course does not go with --directory", "one kind of file at a time");
    assert_wrong_use(RUN("schema", "--format", "xml"), "there is no such format",
                     "write --format json or --format man");
    assert_wrong_use(RUN("schema", "--format", "man", "--course"),
                     "--course does not go with --format man", "one kind of file at a time");
}

static void output_that_cannot_be_written_is_no_success(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    char *line =
        talloc_asprintf(folder, "'%s' --help >/dev/full 2>/dev/null", getenv("CONECTA_PROGRAM"));
    int status = system(line);
    assert_int_equal(WEXITSTATUS(status), STATUS_ERROR);
}

static void a_value_is_found_by_the_name_of_its_option(void **state)
{
    static const struct option_entry options[] = {{.name = "one"}, {.name = "two"}};
    const struct command command = {.options = options, .option_count = 2};
    const char *const values[] = {NULL, "x"};
    (void)state;
    assert_null(command_value(&command, values, "one"));
    assert_string_equal(command_value(&command, values, "two"), "x");
    assert_null(command_value(&command, values, "three"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_names_every_command),
        cmocka_unit_test(help_of_a_command_names_every_option),
        cmocka_unit_test(help_tells_what_must_be_given),
        cmocka_unit_test(every_command_is_well_formed),
        cmocka_unit_test(version_is_one_line),
        cmocka_unit_test(an_unknown_command_is_refused_with_a_guess),
        cmocka_unit_test(an_unknown_option_is_named),
        cmocka_unit_test(an_option_needs_its_value),
        cmocka_unit_test(operands_are_counted),
        cmocka_unit_test(an_unknown_language_is_refused_with_all_there_are),
        cmocka_unit_test(an_unknown_lesson_is_refused),
        cmocka_unit_test(a_missing_course_is_a_problem_with_its_name),
        cmocka_unit_test(without_a_terminal_there_is_a_way),
        cmocka_unit_test(a_word_is_not_needed_to_play),
        cmocka_unit_test(a_lesson_can_be_opened_at_once),
        cmocka_unit_test(plain_lines_play_a_lesson),
        cmocka_unit_test(lint_says_what_is_wrong_and_counts),
        cmocka_unit_test(import_writes_a_lesson_and_says_what_it_left_out),

        cmocka_unit_test(schema_describes_what_it_is_asked_for),
        cmocka_unit_test(output_that_cannot_be_written_is_no_success),
        cmocka_unit_test(a_value_is_found_by_the_name_of_its_option),
    };
    return cmocka_run_group_tests(tests, make_course, remove_course);
}
