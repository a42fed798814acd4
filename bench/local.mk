# SPDX-License-Identifier: GPL-3.0-or-later
#
# "make bench" measures the program next to its neighbours; docs/figures.md says
# what comes out. Nothing here is built or run by any other goal.

bench_programs = bench/measure bench/bare bench/bare_yaml
EXTRA_PROGRAMS += $(bench_programs)

bench_measure_SOURCES = \
	bench/child.c \
	bench/child.h \
	bench/clock.c \
	bench/clock.h \
	bench/courses.c \
	bench/courses.h \
	bench/figures.h \
	bench/figures_crowd.c \
	bench/figures_files.c \
	bench/figures_play.c \
	bench/figures_report.c \
	bench/figures_start.c \
	bench/figures_store.c \
	bench/figures_tools.c \
	bench/measure.c \
	bench/process.c \
	bench/process.h \
	bench/report.c \
	bench/report.h \
	bench/scratch.c \
	bench/scratch.h
# The room of the store is measured from within.
bench_measure_LDADD = engine/libconecta.a $(CONECTA_LIBS) $(UTIL_LIBS)

# The libraries of the program, so that loading them costs the same.
bench_bare_SOURCES = bench/bare.c
bench_bare_LDADD = $(CONECTA_LIBS)

bench_bare_yaml_SOURCES = bench/bare_yaml.c
bench_bare_yaml_LDADD = $(YAML_LIBS)

CLEANFILES += \
	bench/bare$(EXEEXT) \
	bench/bare_yaml$(EXEEXT) \
	bench/measure$(EXEEXT)

.PHONY: bench
bench:
	@$(MAKE) $(AM_MAKEFLAGS) -s --no-print-directory all $(bench_programs:=$(EXEEXT))
	@CONECTA_LOCALE_DIR='$(abs_builddir)/locale' \
	  $(abs_builddir)/bench/measure$(EXEEXT) $(abs_builddir)/conecta$(EXEEXT) \
	  $(abs_builddir)/bench/bare$(EXEEXT) $(abs_builddir)/bench/bare_yaml$(EXEEXT) \
	  $(abs_srcdir)/bench/validate.py
