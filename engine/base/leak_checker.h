/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leak checker of a test build (CHECKS_LEAKS) starts a process at the very end and looks
 * into this one. */
#ifndef CONECTA_BASE_LEAK_CHECKER_H
#define CONECTA_BASE_LEAK_CHECKER_H

#if defined(__SANITIZE_ADDRESS__)
#define CHECKS_LEAKS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHECKS_LEAKS 1
#endif
#endif

#endif
