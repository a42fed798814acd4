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

# Takes new and changed strings from the sources into the PO files.
.PHONY: update-po
update-po:
	sh $(srcdir)/scripts/update-po
