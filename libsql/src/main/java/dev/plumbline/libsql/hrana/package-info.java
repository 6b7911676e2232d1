// SPDX-License-Identifier: Apache-2.0
/**
 * A client of the Hrana protocol, version 3 over HTTP with JSON (libSQL, {@code docs/HRANA_3_SPEC.md}). Takes requests,
 * gives what the server answered; knows nothing of JDBC and never tries anything a second time.
 */
@NullMarked
package dev.plumbline.libsql.hrana;

import org.jspecify.annotations.NullMarked;
