// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import dev.plumbline.libsql.hrana.HranaStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@link DatabaseMetaData}: what the database is, its tables, columns and primary keys. */
final class MetaDataCalls {
    private static final String TABLES = """
            SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, name AS TABLE_NAME, upper(type) AS TABLE_TYPE, NULL AS REMARKS,
                   NULL AS TYPE_CAT, NULL AS TYPE_SCHEM, NULL AS TYPE_NAME, NULL AS SELF_REFERENCING_COL_NAME,
                   NULL AS REF_GENERATION
            FROM main.sqlite_schema
            WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name LIKE ? ESCAPE '\\'
            ORDER BY TABLE_TYPE, name
            """;
    private static final String COLUMNS = """
            SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, s.name AS TABLE_NAME, c.name AS COLUMN_NAME, 0 AS DATA_TYPE,
                   c.type AS TYPE_NAME, 0 AS COLUMN_SIZE, NULL AS BUFFER_LENGTH, NULL AS DECIMAL_DIGITS,
                   10 AS NUM_PREC_RADIX, 1 - c."notnull" AS NULLABLE, NULL AS REMARKS, c.dflt_value AS COLUMN_DEF,
                   0 AS SQL_DATA_TYPE, 0 AS SQL_DATETIME_SUB, 0 AS CHAR_OCTET_LENGTH, c.cid + 1 AS ORDINAL_POSITION,
                   CASE c."notnull" WHEN 0 THEN 'YES' ELSE 'NO' END AS IS_NULLABLE
            FROM main.sqlite_schema AS s JOIN pragma_table_xinfo(s.name, 'main') AS c
            WHERE s.type IN ('table', 'view') AND s.name LIKE ? ESCAPE '\\' AND c.name LIKE ? ESCAPE '\\'
            ORDER BY s.name, c.cid
            """;
    private static final int TYPE_NUMBER = 4;
    private static final int TYPE_NAME = 5;
    private static final String PRIMARY_KEYS = """
            SELECT NULL AS TABLE_CAT, NULL AS TABLE_SCHEM, ?1 AS TABLE_NAME, name AS COLUMN_NAME, pk AS KEY_SEQ,
                   NULL AS PK_NAME
            FROM pragma_table_info(?1, 'main') WHERE pk > 0 ORDER BY name
            """;

    private final Session session;
    private final Connection connection;
    private final String version;

    MetaDataCalls(Session session, Connection connection, String version) {
        this.session = session;
        this.connection = connection;
        this.version = version;
    }

    private HranaResult query(String sql, @Nullable Object... arguments) throws SQLException {
        return session.run(new HranaStatement(sql, new ArrayList<@Nullable Object>(Arrays.asList(arguments))));
    }

    private ResultSet rows(HranaResult result) {
        return RowsCalls.of(
                result.columns().stream().map(HranaResult.Column::name).toList(), result.rows());
    }

    private static String pattern(@Nullable String pattern) {
        return pattern == null ? "%" : pattern;
    }

    public ResultSet getTables(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, String @Nullable [] types)
            throws SQLException {
        HranaResult all = query(TABLES, pattern(table));
        List<String> wanted = types == null
                ? List.of("TABLE", "VIEW")
                : Arrays.stream(types)
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .toList();
        List<@Nullable Object[]> kept = all.rows().stream()
                .filter(row -> wanted.contains(String.valueOf(row[3])))
                .toList();
        return RowsCalls.of(all.columns().stream().map(HranaResult.Column::name).toList(), kept);
    }

    public ResultSet getColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        HranaResult all = query(COLUMNS, pattern(table), pattern(column));
        all.rows().forEach(row -> row[TYPE_NUMBER] = (long) RowsMetaDataCalls.typeOf(String.valueOf(row[TYPE_NAME])));
        return rows(all);
    }

    public ResultSet getPrimaryKeys(@Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        return rows(query(PRIMARY_KEYS, table));
    }

    public ResultSet getSchemas() {
        return RowsCalls.of(List.of("TABLE_SCHEM", "TABLE_CATALOG"), List.of());
    }

    public ResultSet getCatalogs() {
        return RowsCalls.of(List.of("TABLE_CAT"), List.of());
    }

    public ResultSet getTableTypes() {
        return RowsCalls.of(
                List.of("TABLE_TYPE"), List.<@Nullable Object[]>of(new Object[] {"TABLE"}, new Object[] {"VIEW"}));
    }

    public Connection getConnection() {
        return connection;
    }

    public String getURL() {
        return LibsqlDriver.PREFIX + session.endpoint();
    }

    public @Nullable String getUserName() {
        return null;
    }

    public String getDatabaseProductName() {
        return "libSQL";
    }

    public String getDatabaseProductVersion() {
        return version;
    }

    public int getDatabaseMajorVersion() {
        return part(0);
    }

    public int getDatabaseMinorVersion() {
        return part(1);
    }

    private int part(int number) {
        String[] parts = version.split("\\.", -1);
        return parts.length > number && parts[number].matches("\\d{1,6}") ? Integer.parseInt(parts[number]) : 0;
    }

    public String getDriverName() {
        return "Plumbline's JDBC driver for libSQL";
    }

    public String getDriverVersion() {
        return "0.1";
    }

    public int getDriverMajorVersion() {
        return 0;
    }

    public int getDriverMinorVersion() {
        return 1;
    }

    public int getJDBCMajorVersion() {
        return 4;
    }

    public int getJDBCMinorVersion() {
        return 3;
    }

    public String getIdentifierQuoteString() {
        return "\"";
    }

    public String getSearchStringEscape() {
        return "\\";
    }

    public boolean isReadOnly() {
        return session.queryOnly();
    }

    public boolean supportsTransactions() {
        return true;
    }

    public boolean supportsBatchUpdates() {
        return true;
    }

    public boolean supportsSavepoints() {
        return true;
    }

    public boolean supportsGetGeneratedKeys() {
        return true;
    }

    public boolean supportsTransactionIsolationLevel(int level) {
        return level == Connection.TRANSACTION_SERIALIZABLE;
    }

    public int getDefaultTransactionIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    public boolean supportsDataDefinitionAndDataManipulationTransactions() {
        return true;
    }

    public boolean supportsMixedCaseIdentifiers() {
        return false;
    }

    public boolean storesMixedCaseIdentifiers() {
        return true;
    }

    public boolean storesUpperCaseIdentifiers() {
        return false;
    }

    public boolean storesLowerCaseIdentifiers() {
        return false;
    }
}
