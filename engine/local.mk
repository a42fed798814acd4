# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every room goes into one library, so that a test links what it tests without
# main(). Headers are listed too: a release needs them.

noinst_LIBRARIES += engine/libconecta.a
engine_libconecta_a_SOURCES = \
	engine/base/diagnostic.c \
	engine/base/diagnostic.h \
	engine/base/file.c \
	engine/base/file.h \
	engine/base/language.c \
	engine/base/language.h \
	engine/base/memory.c \
	engine/base/memory.h \
	engine/base/random.c \
	engine/base/random.h \
	engine/base/replace.c \
	engine/base/replace.h \
	engine/base/text.c \
	engine/base/text.h \
	engine/course/alike.c \
	engine/course/alike.h \
	engine/course/compare.c \
	engine/course/compare.h \
	engine/course/course.c \
	engine/course/course.h \
	engine/course/lesson.c \
	engine/course/lesson.h \
	engine/course/library.c \
	engine/course/library.h \
	engine/course/markup.c \
	engine/course/markup.h \
	engine/course/node.c \
	engine/course/node.h \
	engine/course/node_write.c \
	engine/course/node_write.h \
	engine/course/paragraph.c \
	engine/course/paragraph.h \
	engine/course/parallel.c \
	engine/course/parallel.h \
	engine/course/po.c \
	engine/course/po.h \
	engine/course/po_file.c \
	engine/course/po_file.h \
	engine/course/record.c \
	engine/course/record.h \
	engine/course/strings.c \
	engine/course/strings.h \
	engine/course/template.c \
	engine/course/template.h \
	engine/course/translate.c \
	engine/course/translate.h \
	engine/course/translate_course.c \
	engine/course/translate_course.h \
	engine/course/unit.c \
	engine/course/unit.h \
	engine/course/value.c \
	engine/course/value.h \
	engine/view/event.h \
	engine/view/layout.c \
	engine/view/layout.h \
	engine/view/markdown.c \
	engine/view/markdown.h \
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
	engine/activities/choose.c \
	engine/activities/choose_all.c \
	engine/activities/decide.c \
	engine/activities/option.c \
	engine/activities/option.h \
	engine/activities/order.c \
	engine/activities/read.c \
	engine/activities/sort.c \
	engine/play/attempt.c \
	engine/play/attempt.h \
	engine/play/lesson_pages.c \
	engine/play/lesson_pages.h \
	engine/play/menu.c \
	engine/play/menu.h \
	engine/play/session.c \
	engine/play/session.h \
	engine/play/session_pages.c \
	engine/play/session_pages.h \
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
	engine/commands/command.c \
	engine/commands/command.h \
	engine/commands/command_lint.c \
	engine/commands/command_play.c \
	engine/commands/command_pot.c \
	engine/commands/command_translate.c \
	engine/commands/folders.c \
	engine/commands/folders.h \
	engine/commands/help.c \
	engine/commands/help.h \
	engine/commands/problems.c \
	engine/commands/problems.h

bin_PROGRAMS += conecta
conecta_SOURCES = engine/main.c
conecta_LDADD = engine/libconecta.a $(CONECTA_LIBS)
