# SPDX-License-Identifier: GPL-3.0-or-later
#
# Languages come from locale/LINGUAS. In the build tree one folder, locale/,
# holds both the translations and the private locales, and the program can be
# pointed at it with CONECTA_LOCALE_DIR; installed they part, because the private
# locales depend on the machine and belong under lib.

translations = $(patsubst %,locale/%/LC_MESSAGES/conecta.mo,$(CONECTA_LANGUAGES))
if PRIVATE_LOCALE
private_locales = $(patsubst %,locale/%/LC_MESSAGES/SYS_LC_MESSAGES,$(CONECTA_LANGUAGES))
else
private_locales =
endif

noinst_DATA += $(translations) $(private_locales)
CLEANFILES += $(translations) $(private_locales)
EXTRA_DIST += \
	locale/LINGUAS \
	locale/messages.src \
	locale/program/conecta.pot \
	$(patsubst %,locale/program/%.po,$(CONECTA_LANGUAGES))

# --check: a damaged or ill-formed translation must not reach a learner.
locale/%/LC_MESSAGES/conecta.mo: locale/program/%.po
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	$(MSGFMT) --check --output-file=$@.new $< && mv -f $@.new $@

# localedef exits with 1 because the locale is described only in part; what
# counts is the file. Everything else that it writes (350 KiB) is thrown away.
locale/%/LC_MESSAGES/SYS_LC_MESSAGES: locale/messages.src
	$(AM_V_GEN)$(MKDIR_P) $(@D) && rm -rf locale/tmp-$* && $(MKDIR_P) locale/tmp-$* && \
	{ $(LOCALEDEF) --no-archive -c -i $< -f UTF-8 locale/tmp-$*/$* >/dev/null 2>&1; \
	  mv -f locale/tmp-$*/$*/LC_MESSAGES/SYS_LC_MESSAGES $@; } && \
	rm -rf locale/tmp-$*

install-data-local: install-translations
install-translations: $(translations)
	@for language in $(CONECTA_LANGUAGES); do \
	  to='$(DESTDIR)$(localedir)'/$$language/LC_MESSAGES; \
	  $(MKDIR_P) "$$to" && \
	  $(INSTALL_DATA) locale/$$language/LC_MESSAGES/conecta.mo "$$to" || exit 1; \
	done

install-exec-local: install-private-locales
install-private-locales: $(private_locales)
if PRIVATE_LOCALE
	@for language in $(CONECTA_LANGUAGES); do \
	  to='$(DESTDIR)$(pkglibdir)'/locale/$$language/LC_MESSAGES; \
	  $(MKDIR_P) "$$to" && \
	  $(INSTALL_DATA) locale/$$language/LC_MESSAGES/SYS_LC_MESSAGES "$$to" || exit 1; \
	done
endif

uninstall-local: uninstall-languages
uninstall-languages:
	@for language in $(CONECTA_LANGUAGES); do \
	  rm -f '$(DESTDIR)$(localedir)'/$$language/LC_MESSAGES/conecta.mo \
	    '$(DESTDIR)$(pkglibdir)'/locale/$$language/LC_MESSAGES/SYS_LC_MESSAGES; \
	done

.PHONY: install-translations install-private-locales uninstall-languages

# Lessons in other languages: lessons-LL/ holds those that are complete, and in .made
# what is missing in the others. The program that was just built makes them, so there
# are none when it cannot run here.
if RUNS_HERE
translated_lessons = $(patsubst %,lessons-%/.made,$(CONECTA_LANGUAGES))
else
translated_lessons =
endif
noinst_DATA += $(translated_lessons)

# Status 1 says that lessons are incomplete: those are played as they were written.
lessons-%/.made: conecta$(EXEEXT) $(nobase_dist_pkgdata_DATA) \
		$(wildcard $(srcdir)/locale/course/*/*.po)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	{ LC_ALL=C LANGUAGE= $(abs_builddir)/conecta$(EXEEXT) translate $(srcdir)/lessons --lang $* \
	    --po $(srcdir)/locale/course/$* --out $(@D) >$@.new || test $$? = 1; } && \
	mv -f $@.new $@

install-data-local: install-translated-lessons
install-translated-lessons: $(translated_lessons)
	@for made in $(translated_lessons); do \
	  find $${made%/*} -name '*.yaml' -print | while read -r file; do \
	    to='$(DESTDIR)$(pkgdatadir)'/$$file; \
	    $(MKDIR_P) "$${to%/*}" && $(INSTALL_DATA) $$file "$$to" || exit 1; \
	  done || exit 1; \
	done

uninstall-local: uninstall-translated-lessons
uninstall-translated-lessons:
	@for language in $(CONECTA_LANGUAGES); do \
	  rm -rf '$(DESTDIR)$(pkgdatadir)'/lessons-$$language; \
	done

clean-local: clean-translated-lessons
clean-translated-lessons:
	@for language in $(CONECTA_LANGUAGES); do rm -rf lessons-$$language; done

.PHONY: install-translated-lessons uninstall-translated-lessons clean-translated-lessons

# Takes new and changed strings from the sources and the lessons into the PO files.
.PHONY: update-po
update-po: conecta$(EXEEXT)
	sh $(srcdir)/scripts/update-po
	sh $(srcdir)/scripts/update-lessons-po $(abs_builddir)/conecta$(EXEEXT)
