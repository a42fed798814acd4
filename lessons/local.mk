# SPDX-License-Identifier: GPL-3.0-or-later
#
# nobase_: the folders are part of the course and are installed with it.

nobase_dist_pkgdata_DATA = \
	lessons/course.yaml \
	lessons/hiv-sti/condoms-and-lubricant.yaml \
	lessons/hiv-sti/how-hiv-is-passed-on.yaml \
	lessons/rights/rights-you-always-have.yaml \
	lessons/rights/when-police-stop-you.yaml \
	lessons/safety/what-counts-as-violence.yaml
