# SPDX-License-Identifier: GPL-3.0-or-later
#
# What people read who have only the program. The guides name each other, so
# they are installed side by side.

dist_man_MANS = docs/conecta.1
dist_doc_DATA = \
	docs/architecture.md \
	docs/commands.md \
	docs/figures.md \
	docs/lesson-format.md \
	docs/limits.md \
	docs/translating.md
