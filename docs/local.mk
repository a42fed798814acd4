# SPDX-License-Identifier: GPL-3.0-or-later
#
# What people read who have only the program. The guides name each other, so
# they are installed side by side.

dist_doc_DATA = \
	docs/architecture.md \
	docs/authors.md \
	docs/commands.md \
	docs/editors.md \
	docs/figures.md \
	docs/lesson-format.md \
	docs/limits.md \
	docs/pooling.md \
	docs/summary.schema.json \
	docs/trainers.md \
	docs/translators.md

# The lessons of the guide for authors, to be copied.
examplesdir = $(docdir)/pictures/course
dist_examples_DATA = \
	docs/pictures/course/course.yaml \
	docs/pictures/course/glossary.yaml
examplesbasicsdir = $(examplesdir)/basics
dist_examplesbasics_DATA = \
	docs/pictures/course/basics/directory.yaml \
	docs/pictures/course/basics/every-verb.yaml \
	docs/pictures/course/basics/mosquito.yaml

# One page for each command, and the one that leads to them.
command_pages = \
	docs/conecta.1 \
	docs/conecta-collect.1 \
	docs/conecta-doctor.1 \
	docs/conecta-export.1 \
	docs/conecta-forget.1 \
	docs/conecta-import.1 \
	docs/conecta-key.1 \
	docs/conecta-lint.1 \
	docs/conecta-new.1 \
	docs/conecta-play.1 \
	docs/conecta-pot.1 \
	docs/conecta-preview.1 \
	docs/conecta-schema.1 \
	docs/conecta-share.1 \
	docs/conecta-summary.1 \
	docs/conecta-translate.1

# Options and fields come from the program itself. A program for another machine
# cannot be run here; then the pages that came with the release are taken, if any.
EXTRA_DIST += $(command_pages:=.in) docs/conecta-lesson.5.in scripts/command-page
if MANUAL_PAGES
dist_man_MANS = $(command_pages) docs/conecta-lesson.5
endif
if !CROSS_COMPILING
CLEANFILES += $(command_pages) docs/conecta-lesson.5
SUFFIXES = .1 .1.in
.1.in.1:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	sh $(srcdir)/scripts/command-page ./conecta$(EXEEXT) $< > $@.new && mv -f $@.new $@
$(command_pages): conecta$(EXEEXT) scripts/command-page

docs/conecta-lesson.5: docs/conecta-lesson.5.in conecta$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	./conecta$(EXEEXT) schema --format man > $@.fields && \
	$(SED) -e '/^@FIELDS@$$/{' -e 'r $@.fields' -e 'd' -e '}' \
	  $(srcdir)/docs/conecta-lesson.5.in > $@.new && \
	rm -f $@.fields && mv -f $@.new $@
endif
