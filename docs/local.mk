# SPDX-License-Identifier: GPL-3.0-or-later
#
# What people read who have only the program. The guides name each other, so
# they are installed side by side.

dist_man_MANS = docs/conecta.1
dist_doc_DATA = \
	docs/architecture.md \
	docs/commands.md \
	docs/editors.md \
	docs/figures.md \
	docs/lesson-format.md \
	docs/limits.md \
	docs/translating.md

# The lists of fields come from the program itself. A program for another machine
# cannot be run here; then the page that came with the release is taken, if any.
EXTRA_DIST += docs/conecta-lesson.5.in
if LESSON_PAGE
dist_man_MANS += docs/conecta-lesson.5
endif
if !CROSS_COMPILING
CLEANFILES += docs/conecta-lesson.5
docs/conecta-lesson.5: docs/conecta-lesson.5.in conecta$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	./conecta$(EXEEXT) schema --format man > $@.fields && \
	$(SED) -e '/^@FIELDS@$$/{' -e 'r $@.fields' -e 'd' -e '}' \
	  $(srcdir)/docs/conecta-lesson.5.in > $@.new && \
	rm -f $@.fields && mv -f $@.new $@
endif
