// SPDX-License-Identifier: Apache-2.0
/** Scratch databases for libSQL: on a server that makes namespaces, or in memory with stand-ins for what SQLite lacks. */
@NullMarked
package dev.plumbline.libsql;

import org.jspecify.annotations.NullMarked;
