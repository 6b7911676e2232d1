// SPDX-License-Identifier: Apache-2.0
/**
 * A JDBC driver for libSQL: {@code jdbc:libsql:http://host:port}. It does what migrations and schema tools need, one
 * statement at a time, transactions and batches; what it does not do throws {@link
 * java.sql.SQLFeatureNotSupportedException}. Begin with {@link dev.plumbline.libsql.jdbc.LibsqlDriver}; what a
 * connection does stands in {@code Session}.
 */
@NullMarked
package dev.plumbline.libsql.jdbc;

import org.jspecify.annotations.NullMarked;
