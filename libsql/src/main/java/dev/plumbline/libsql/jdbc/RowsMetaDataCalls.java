// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@link ResultSetMetaData}. A value's type is its own in SQLite, so that of the first row stands for its column. */
final class RowsMetaDataCalls {
    private final List<HranaResult.Column> columns;
    private final List<@Nullable Object[]> rows;

    RowsMetaDataCalls(List<HranaResult.Column> columns, List<@Nullable Object[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    private HranaResult.Column column(int number) throws SQLException {
        if (number < 1 || number > columns.size()) {
            throw new SQLException("there is no column " + number, "42703");
        }
        return columns.get(number - 1);
    }

    public int getColumnCount() {
        return columns.size();
    }

    public String getColumnName(int number) throws SQLException {
        return column(number).name();
    }

    public String getColumnLabel(int number) throws SQLException {
        return column(number).name();
    }

    public String getColumnTypeName(int number) throws SQLException {
        String declared = column(number).type();
        return declared.isEmpty() ? ofValue(number) : declared;
    }

    private String ofValue(int number) {
        Object first = rows.isEmpty() ? null : rows.get(0)[number - 1];
        if (first instanceof Long) {
            return "INTEGER";
        }
        if (first instanceof Double) {
            return "REAL";
        }
        return first instanceof byte[] ? "BLOB" : "TEXT";
    }

    /** By the affinity of the declared type (SQLite documentation, "Datatypes In SQLite", 3.1). */
    public int getColumnType(int number) throws SQLException {
        return typeOf(getColumnTypeName(number));
    }

    static int typeOf(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return Types.BIGINT;
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return Types.VARCHAR;
        }
        if (type.isEmpty() || type.contains("BLOB")) {
            return Types.BLOB;
        }
        return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? Types.DOUBLE : Types.NUMERIC;
    }

    public int isNullable(int number) {
        return ResultSetMetaData.columnNullableUnknown;
    }

    public String getTableName(int number) {
        return "";
    }

    public String getSchemaName(int number) {
        return "";
    }

    public String getCatalogName(int number) {
        return "";
    }

    public boolean isAutoIncrement(int number) {
        return false;
    }

    public boolean isReadOnly(int number) {
        return true;
    }

    public boolean isWritable(int number) {
        return false;
    }
}
