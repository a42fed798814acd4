# SPDX-License-Identifier: GPL-3.0-or-later
#
# A new unit test tests/ROOM/NAME_test.c is one new line here, a new script too.

# Each is one cmocka program, made from the file of its name.
unit_tests = \
	tests/activities/activity_test \
	tests/activities/choose_all_test \
	tests/activities/choose_test \
	tests/activities/decide_test \
	tests/activities/discuss_test \
	tests/activities/match_test \
	tests/activities/order_test \
	tests/activities/write_test \
	tests/activities/wording_test \
	tests/activities/typing_test \
	tests/activities/reflect_test \
	tests/activities/find_test \
	tests/activities/number_test \
	tests/activities/plan_test \
	tests/activities/rate_test \
	tests/activities/read_test \
	tests/activities/sort_test \
	tests/base/buffer_test \
	tests/base/create_test \
	tests/base/diagnostic_test \
	tests/base/file_test \
	tests/base/language_c_library_test \
	tests/base/language_test \
	tests/base/memory_test \
	tests/base/random_test \
	tests/base/repeats_test \
	tests/base/replace_test \
	tests/base/sandbox_test \
	tests/base/text_test \
	tests/base/today_test \
	tests/base/watch_test \
	tests/commands/command_test \
	tests/commands/lint_format_test \
	tests/commands/swap_test \
	tests/course/around_test \
	tests/course/compare_test \
	tests/course/course_test \
	tests/course/draft_test \
	tests/course/gift_test \
	tests/course/gift_write_test \
	tests/course/glossary_test \
	tests/course/lesson_test \
	tests/course/library_test \
	tests/course/node_test \
	tests/course/one_table_test \
	tests/course/paragraph_test \
	tests/course/po_test \
	tests/course/record_test \
	tests/course/strings_test \
	tests/course/translate_test \
	tests/export/gift_file_test \
	tests/export/html_test \
	tests/export/markdown_file_test \
	tests/export/sheet_test \
	tests/play/attempt_test \
	tests/play/keeping_test \
	tests/play/killed_play_test \
	tests/play/kept_test \
	tests/play/octets_test \
	tests/play/editions_test \
	tests/play/preview_test \
	tests/play/printing_test \
	tests/play/progress_test \
	tests/play/random_walk_test \
	tests/play/session_test \
	tests/play/word_entry_test \
	tests/play/word_show_test \
	tests/store/box_test \
	tests/store/damage_test \
	tests/store/failure_test \
	tests/store/kill_test \
	tests/store/memory_test \
	tests/store/power_test \
	tests/store/store_test \
	tests/terminal/footer_test \
	tests/terminal/keys_test \
	tests/terminal/lines_test \
	tests/view/layout_test \
	tests/view/markdown_test \
	tests/view/menu_test \
	tests/view/pager_test \
	tests/view/rich_test \
	tests/view/view_test \
	tests/view/wrap_test \
	tests/words/phrase_test \
	tests/words/walk_test \
	tests/words/words_test

script_tests = \
	tests/bad-input/bad-input.sh \
	tests/commands/doctor.sh \
	tests/commands/forget.sh \
	tests/commands/new.sh \
	tests/commands/print.sh \
	tests/docs/links.sh \
	tests/docs/pages.sh \
	tests/docs/pictures.sh \
	tests/export/export.sh \
	tests/lint/lint.sh \
	tests/play/idle.sh \
	tests/play/traces.sh \
	tests/rules/cppcheck.sh \
	tests/rules/documented.sh \
	tests/rules/includes.sh \
	tests/rules/licences.sh \
	tests/rules/listed.sh \
	tests/rules/selftest.sh \
	tests/rules/translations.sh \
	tests/same-answers/same-answers.sh \
	tests/schema/manual.sh \
	tests/schema/schema.sh \
	tests/screens/run.sh \
	tests/screens/selftest.sh \
	tests/spelling/spelling.sh \
	tests/store/full-disk.sh \
	tests/store/inject.sh \
	tests/translation/needs.sh \
	tests/translation/translation.sh \
	tests/valgrind.sh \
	tests/words/words.sh

# What several unit tests share.
test_headers = \
	tests/support/expect.sh \
	tests/support/learner.sh \
	tests/base/folder.h \
	tests/base/language_world.h \
	tests/course/problem_check.h \
	tests/support/course.h \
	tests/support/course_folder.h \
	tests/support/doing.h \
	tests/support/everything.h \
	tests/support/lesson.h \
	tests/support/memory_keeper.h \
	tests/support/model.h \
	tests/support/player.h \
	tests/support/seen.h \
	tests/support/traced.sh \
	tests/support/visit.h \
	tests/store/logging_vfs.h \
	tests/store/store_world.h

# The terminal emulator with which the screens are tested.
screen_sources = \
	tests/screens/child.c \
	tests/screens/child.h \
	tests/screens/commands-end.c \
	tests/screens/commands-files.c \
	tests/screens/commands-golden.c \
	tests/screens/commands-look.c \
	tests/screens/commands-send.c \
	tests/screens/commands-start.c \
	tests/screens/deadline.c \
	tests/screens/deadline.h \
	tests/screens/emulator.c \
	tests/screens/emulator.h \
	tests/screens/environment.c \
	tests/screens/environment.h \
	tests/screens/golden.c \
	tests/screens/golden.h \
	tests/screens/home.c \
	tests/screens/home.h \
	tests/screens/keys.c \
	tests/screens/keys.h \
	tests/screens/picture.c \
	tests/screens/picture.h \
	tests/screens/screen.c \
	tests/screens/script.c \
	tests/screens/script.h \
	tests/screens/sequence.c \
	tests/screens/sequence.h \
	tests/screens/session.c \
	tests/screens/session.h \
	tests/screens/signals.c \
	tests/screens/string-list.c \
	tests/screens/string-list.h \
	tests/screens/text.c \
	tests/screens/text.h \
	tests/screens/words.c \
	tests/screens/words.h

.PHONY: check-html fuzz prove

# The fuzzed sources are compiled by another compiler with other options.
fuzz_environment = \
	CC_FLAGS='-D_GNU_SOURCE -I$(abs_builddir) -I$(abs_srcdir)/engine $(NCURSES_CFLAGS) $(YAML_CFLAGS) $(TALLOC_CFLAGS) $(MD4C_CFLAGS) $(JANSSON_CFLAGS)' \
	CC_LIBS='$(CONECTA_LIBS) $(LIBS)'

TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = sh
EXTRA_DIST += $(script_tests) $(test_headers) tests/rules/rules.sh tests/docs/formatter.sh \
	tests/prove.sh tests/html/html.sh tests/html/page.py tests/export/moodle.py \
	tests/export/same.py tests/schema/both.py tests/fuzz/fuzz.sh tests/fuzz/lesson_fuzz.c \
	tests/fuzz/gift_fuzz.c tests/fuzz/po_fuzz.c tests/fuzz/progress_fuzz.c tests/fuzz/tables_fuzz.c

# The locale of the machine must not decide whether a test passes. Tests are run
# from the build folder and must not write into the source folder.
AM_TESTS_ENVIRONMENT = \
	unset LANGUAGE LC_MESSAGES CONECTA_HOME COLUMNS LINES NO_COLOR; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	CONECTA_LOCALE_DIR='$(abs_builddir)/locale'; export CONECTA_LOCALE_DIR; \
	CONECTA_LESSONS_DIR='$(abs_srcdir)/lessons'; export CONECTA_LESSONS_DIR; \
	CONECTA_TRANSLATED_DIR='$(abs_builddir)'; export CONECTA_TRANSLATED_DIR; \
	CONECTA_TEST_DATA='$(abs_srcdir)/tests'; export CONECTA_TEST_DATA; \
	CONECTA_PROGRAM='$(abs_builddir)/conecta$(EXEEXT)'; export CONECTA_PROGRAM; \
	CONECTA_SCREEN='$(abs_builddir)/tests/screens/screen$(EXEEXT)'; export CONECTA_SCREEN; \
	SCREEN="$$CONECTA_SCREEN"; export SCREEN; \
	CONECTA_SOURCE='$(abs_srcdir)'; export CONECTA_SOURCE; \
	CONECTA_SANITIZERS='$(CONECTA_SANITIZERS)'; export CONECTA_SANITIZERS; \
	CONECTA_UNIT_TESTS='$(unit_tests)'; export CONECTA_UNIT_TESTS;

# For every program that does not say otherwise, which is every unit test.
LDADD = engine/libconecta.a $(CONECTA_LIBS) $(CMOCKA_LIBS)

if HAVE_TEST_LIBRARIES

check_PROGRAMS += $(unit_tests) tests/screens/screen tests/store/step $(quick_programs)
TESTS = $(unit_tests) $(script_tests)

tests_screens_screen_SOURCES = $(screen_sources)
tests_screens_screen_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_screens_screen_LDADD = $(VTERM_LIBS) $(UTIL_LIBS)

# Saves or opens one record, for the scripts.
tests_store_step_SOURCES = tests/store/step.c
tests_store_step_LDADD = engine/libconecta.a $(CONECTA_LIBS)
tests_store_power_test_SOURCES = tests/store/power_test.c tests/store/logging_vfs.c

# The whole program, but for what would take too long; see there.
quick_programs = tests/play/quick tests/play/impatient tests/play/slow
tests_play_quick_SOURCES = tests/play/quick.c
tests_play_quick_LDADD = engine/libconecta.a $(CONECTA_LIBS)
tests_play_impatient_SOURCES = tests/play/quick.c
tests_play_impatient_CPPFLAGS = $(AM_CPPFLAGS) -DQUICK_IMPATIENT
tests_play_impatient_LDADD = engine/libconecta.a $(CONECTA_LIBS)
tests_play_slow_SOURCES = tests/play/quick.c
tests_play_slow_CPPFLAGS = $(AM_CPPFLAGS) -DQUICK_SLOW
tests_play_slow_LDADD = engine/libconecta.a $(CONECTA_LIBS)

# A minute for each kind of file; CI does this.
FUZZ_SECONDS = 60
fuzz: all
	@$(AM_TESTS_ENVIRONMENT) $(fuzz_environment) \
	  sh $(srcdir)/tests/fuzz/fuzz.sh $(FUZZ_SECONDS)

# Exported pages in a browser.
check-html: all
	@$(AM_TESTS_ENVIRONMENT) sh $(srcdir)/tests/html/html.sh

# Proofs that take too long for every change.
prove: $(check_PROGRAMS) conecta$(EXEEXT) all
	@$(AM_TESTS_ENVIRONMENT) $(fuzz_environment) sh $(srcdir)/tests/prove.sh

else

# "0 tests passed" would look like a success.
check-local:
	@echo "The tests cannot be built. These are missing:" >&2
	@sh $(srcdir)/scripts/packages message $(missing_for_tests) >&2
	@echo "Then configure again." >&2
	@exit 1

endif
