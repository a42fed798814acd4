# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every room goes into one library, so that a test links what it tests without
# main(). Headers are listed too: a release needs them.

noinst_LIBRARIES += engine/libconecta.a
engine_libconecta_a_SOURCES = \
	engine/base/buffer.c \
	engine/base/buffer.h \
	engine/base/create.c \
	engine/base/create.h \
	engine/base/diagnostic.c \
	engine/base/diagnostic.h \
	engine/base/durable.c \
	engine/base/durable.h \
	engine/base/file.c \
	engine/base/file.h \
	engine/base/language.c \
	engine/base/language.h \
	engine/base/mdoc.c \
	engine/base/mdoc.h \
	engine/base/memory.c \
	engine/base/memory.h \
	engine/base/random.c \
	engine/base/random.h \
	engine/base/repeats.c \
	engine/base/repeats.h \
	engine/base/replace.c \
	engine/base/replace.h \
	engine/base/sandbox.c \
	engine/base/sandbox.h \
	engine/base/text.c \
	engine/base/text.h \
	engine/base/today.c \
	engine/base/today.h \
	engine/base/watch.c \
	engine/base/watch.h \
	engine/words/lists.h \
	engine/words/phrase.c \
	engine/words/phrase.h \
	engine/words/walk.c \
	engine/words/walk.h \
	engine/words/words.c \
	engine/words/words.h \
	engine/course/alike.c \
	engine/course/alike.h \
	engine/course/around.c \
	engine/course/around.h \
	engine/course/compare.c \
	engine/course/compare.h \
	engine/course/course.c \
	engine/course/course.h \
	engine/course/directory.c \
	engine/course/directory.h \
	engine/course/gift.c \
	engine/course/gift.h \
	engine/course/gift_lesson.c \
	engine/course/gift_lesson.h \
	engine/course/gift_write.c \
	engine/course/gift_write.h \
	engine/course/glossary.c \
	engine/course/glossary.h \
	engine/course/draft.c \
	engine/course/draft.h \
	engine/course/format.c \
	engine/course/format.h \
	engine/course/lesson.c \
	engine/course/lesson.h \
	engine/course/library.c \
	engine/course/library.h \
	engine/course/lint.h \
	engine/course/lint_directory_terms.c \
	engine/course/lint_glossary.c \
	engine/course/lint_review_by.c \
	engine/course/lint_same_texts.c \
	engine/course/lint_sentences.c \
	engine/course/lint_terms.c \
	engine/course/manual.c \
	engine/course/manual.h \
	engine/course/markup.c \
	engine/course/markup.h \
	engine/course/named_files.c \
	engine/course/named_files.h \
	engine/course/node.c \
	engine/course/node.h \
	engine/course/node_write.c \
	engine/course/node_write.h \
	engine/course/paragraph.c \
	engine/course/paragraph.h \
	engine/course/parallel.c \
	engine/course/parallel.h \
	engine/course/place.c \
	engine/course/place.h \
	engine/course/po.c \
	engine/course/po.h \
	engine/course/po_file.c \
	engine/course/po_file.h \
	engine/course/record.c \
	engine/course/record.h \
	engine/course/record_file.c \
	engine/course/texts.c \
	engine/course/texts.h \
	engine/course/schema.c \
	engine/course/schema.h \
	engine/course/schema_value.c \
	engine/course/schema_value.h \
	engine/course/strings.c \
	engine/course/strings.h \
	engine/course/template.c \
	engine/course/template.h \
	engine/course/translate.c \
	engine/course/translate.h \
	engine/course/translate_course.c \
	engine/course/translate_course.h \
	engine/course/translate_glossary.c \
	engine/course/translate_glossary.h \
	engine/course/unit.c \
	engine/course/unit.h \
	engine/course/value.c \
	engine/course/value.h \
	engine/view/event.h \
	engine/view/layout.c \
	engine/view/layout.h \
	engine/view/markdown.c \
	engine/view/markdown.h \
	engine/view/menu.c \
	engine/view/menu.h \
	engine/view/pager.c \
	engine/view/pager.h \
	engine/view/rich.c \
	engine/view/rich.h \
	engine/view/signs.c \
	engine/view/signs.h \
	engine/view/view.c \
	engine/view/view.h \
	engine/view/wrap.c \
	engine/view/wrap.h \
	engine/activities/activity.c \
	engine/activities/activity.h \
	engine/activities/answering.c \
	engine/activities/answering.h \
	engine/activities/choose.c \
	engine/activities/choose_all.c \
	engine/activities/decide.c \
	engine/activities/find.c \
	engine/activities/number.c \
	engine/activities/lint_questions.c \
	engine/activities/lint_questions.h \
	engine/activities/discuss.c \
	engine/activities/match.c \
	engine/activities/option.c \
	engine/activities/option.h \
	engine/activities/order.c \
	engine/activities/plan.c \
	engine/activities/rate.c \
	engine/activities/read.c \
	engine/activities/reflect.c \
	engine/activities/sort.c \
	engine/activities/ticking.c \
	engine/activities/ticking.h \
	engine/activities/typing.c \
	engine/activities/typing.h \
	engine/activities/wording.c \
	engine/activities/wording.h \
	engine/activities/write.c \
	engine/play/attempt.c \
	engine/play/attempt.h \
	engine/play/kept.c \
	engine/play/kept.h \
	engine/play/lesson_pages.c \
	engine/play/lesson_pages.h \
	engine/play/octets.c \
	engine/play/octets.h \
	engine/play/printer.h \
	engine/play/progress.c \
	engine/play/progress.h \
	engine/play/progress_bytes.c \
	engine/play/session.c \
	engine/play/session.h \
	engine/play/session_pages.c \
	engine/play/session_pages.h \
	engine/play/terms.c \
	engine/play/terms.h \
	engine/play/word_entry.c \
	engine/play/word_entry.h \
	engine/play/word_entry_inside.h \
	engine/play/word_entry_page.c \
	engine/play/word_show.c \
	engine/play/word_show.h \
	engine/export/gift_file.c \
	engine/export/gift_file.h \
	engine/export/html.c \
	engine/export/html.h \
	engine/export/html_blocks.c \
	engine/export/html_blocks.h \
	engine/export/markdown_file.c \
	engine/export/markdown_file.h \
	engine/export/sheet.c \
	engine/export/sheet.h \
	engine/terminal/capability.c \
	engine/terminal/capability.h \
	engine/terminal/footer.c \
	engine/terminal/footer.h \
	engine/terminal/interrupts.c \
	engine/terminal/interrupts.h \
	engine/terminal/keys.c \
	engine/terminal/keys.h \
	engine/terminal/lines.c \
	engine/terminal/lines.h \
	engine/terminal/look.c \
	engine/terminal/look.h \
	engine/terminal/paint.c \
	engine/terminal/paint.h \
	engine/terminal/plain.c \
	engine/terminal/screen.c \
	engine/terminal/terminal.c \
	engine/terminal/terminal.h \
	engine/store/aside.c \
	engine/store/box.c \
	engine/store/box.h \
	engine/store/cost.h \
	engine/store/database.c \
	engine/store/database.h \
	engine/store/failure.c \
	engine/store/failure.h \
	engine/store/folder.c \
	engine/store/folder.h \
	engine/store/graft.c \
	engine/store/graft.h \
	engine/store/inside.h \
	engine/store/key.c \
	engine/store/key.h \
	engine/store/load.c \
	engine/store/quarter.c \
	engine/store/quarter.h \
	engine/store/rows.c \
	engine/store/secret.c \
	engine/store/secret.h \
	engine/store/settings.c \
	engine/store/statement.c \
	engine/store/statement.h \
	engine/store/store.c \
	engine/store/store.h \
	engine/commands/command.c \
	engine/commands/command.h \
	engine/commands/command_doctor.c \
	engine/commands/command_export.c \
	engine/commands/command_forget.c \
	engine/commands/command_import.c \
	engine/commands/command_lint.c \
	engine/commands/command_new.c \
	engine/commands/command_play.c \
	engine/commands/command_pot.c \
	engine/commands/command_preview.c \
	engine/commands/command_schema.c \
	engine/commands/command_translate.c \
	engine/commands/doctor.h \
	engine/commands/doctor_clock.c \
	engine/commands/doctor_course.c \
	engine/commands/doctor_folder.c \
	engine/commands/doctor_key.c \
	engine/commands/doctor_language.c \
	engine/commands/doctor_memory.c \
	engine/commands/doctor_sandbox.c \
	engine/commands/doctor_store.c \
	engine/commands/doctor_terminal.c \
	engine/commands/export_course.c \
	engine/commands/export_course.h \
	engine/commands/folders.c \
	engine/commands/folders.h \
	engine/commands/forget_words.c \
	engine/commands/forget_words.h \
	engine/commands/help.c \
	engine/commands/help.h \
	engine/commands/lint_course.c \
	engine/commands/lint_editions.c \
	engine/commands/lint_editions.h \
	engine/commands/lint_estimate.c \
	engine/commands/lint_estimate.h \
	engine/commands/lint_files.c \
	engine/commands/lint_files.h \
	engine/commands/lint_fit.c \
	engine/commands/lint_fit.h \
	engine/commands/lint_format.c \
	engine/commands/lint_format.h \
	engine/commands/lint_kind.c \
	engine/commands/lint_kind.h \
	engine/commands/lint_lesson.c \
	engine/commands/lint_pages.c \
	engine/commands/lint_rules.c \
	engine/commands/lint_rules.h \
	engine/commands/lint_unnamed.c \
	engine/commands/linting.h \
	engine/commands/manual.c \
	engine/commands/manual.h \
	engine/commands/print_file.c \
	engine/commands/print_file.h \
	engine/commands/problems.c \
	engine/commands/problems.h \
	engine/commands/secret_line.c \
	engine/commands/secret_line.h \
	engine/commands/seed.c \
	engine/commands/seed.h \
	engine/commands/store_files.c \
	engine/commands/store_files.h \
	engine/commands/swap.c \
	engine/commands/swap.h \
	engine/commands/template.c \
	engine/commands/template.h

# Words that open a record: each list becomes a table in C. They are made in the
# build folder, by what every system has, so that nothing is needed but a compiler.
nodist_engine_libconecta_a_SOURCES = words/en.c words/ru.c words/uk.c
CLEANFILES += $(nodist_engine_libconecta_a_SOURCES)
EXTRA_DIST += \
	engine/words/README.md \
	engine/words/en.candidates engine/words/en.denied engine/words/en.txt \
	engine/words/ru.candidates engine/words/ru.denied engine/words/ru.txt \
	engine/words/uk.candidates engine/words/uk.denied engine/words/uk.txt \
	scripts/make-words

words/%.c: engine/words/%.txt
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	{ echo '#include "words/lists.h"'; \
	  echo 'static const char table[][WORDS_BYTES] = {'; \
	  $(SED) -e '/^#/d' -e 's/.*/    "&",/' $<; \
	  echo '};'; \
	  echo 'const struct words words_$* = { "$*", sizeof table / sizeof table[0], table };'; \
	} >$@.new && mv -f $@.new $@

# Makes the lists again from what was proposed and denied; needs hunspell.
.PHONY: words
words:
	$(srcdir)/scripts/make-words

bin_PROGRAMS += conecta
conecta_SOURCES = engine/main.c
conecta_LDADD = engine/libconecta.a $(CONECTA_LIBS)
