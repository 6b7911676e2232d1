// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link ResultSet}: rows that are there already, read forward. */
final class RowsCalls {
    private final List<HranaResult.Column> columns;
    private final List<@Nullable Object[]> rows;
    private final @Nullable StatementCalls statement;
    private final Map<String, Integer> byName = new TreeMap<>();
    private int at = -1;
    private boolean closed;
    private boolean lastWasNull;

    private RowsCalls(
            List<HranaResult.Column> columns, List<@Nullable Object[]> rows, @Nullable StatementCalls statement) {
        this.columns = columns;
        this.rows = rows;
        this.statement = statement;
        for (int i = columns.size(); i > 0; i--) {
            byName.put(columns.get(i - 1).name().toLowerCase(Locale.ROOT), i);
        }
    }

    /** Returns the rows of an answer, at most so many where that is not zero. */
    static ResultSet of(HranaResult result, long most, StatementCalls statement) {
        List<@Nullable Object[]> rows =
                most > 0 && result.rows().size() > most ? result.rows().subList(0, (int) most) : result.rows();
        return Facade.of(ResultSet.class, new RowsCalls(result.columns(), rows, statement));
    }

    /** Returns rows that were made here. */
    static ResultSet of(List<String> names, List<@Nullable Object[]> rows) {
        List<HranaResult.Column> columns =
                names.stream().map(name -> new HranaResult.Column(name, "")).toList();
        return Facade.of(ResultSet.class, new RowsCalls(columns, rows, null));
    }

    private @Nullable Object value(int column) throws SQLException {
        requireOpen();
        if (at < 0 || at >= rows.size()) {
            throw new SQLException("there is no row here", "24000");
        }
        if (column < 1 || column > columns.size()) {
            throw new SQLException("there is no column " + column, "42703");
        }
        Object value = rows.get(at)[column - 1];
        lastWasNull = value == null;
        return value;
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.closed("result set");
        }
    }

    public boolean next() throws SQLException {
        requireOpen();
        at = Math.min(at + 1, rows.size());
        return at < rows.size();
    }

    public int findColumn(String name) throws SQLException {
        requireOpen();
        Integer column = byName.get(name.toLowerCase(Locale.ROOT));
        if (column == null) {
            throw new SQLException("there is no column '" + name + "'", "42703");
        }
        return column;
    }

    public boolean wasNull() {
        return lastWasNull;
    }

    public @Nullable Object getObject(int column) throws SQLException {
        return value(column);
    }

    public @Nullable Object getObject(String column) throws SQLException {
        return value(findColumn(column));
    }

    public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
        return JdbcValues.as(value(column), type);
    }

    public <T> @Nullable T getObject(String column, Class<T> type) throws SQLException {
        return JdbcValues.as(value(findColumn(column)), type);
    }

    public @Nullable String getString(int column) throws SQLException {
        return JdbcValues.text(value(column));
    }

    public @Nullable String getString(String column) throws SQLException {
        return getString(findColumn(column));
    }

    public boolean getBoolean(int column) throws SQLException {
        return JdbcValues.truth(value(column));
    }

    public boolean getBoolean(String column) throws SQLException {
        return getBoolean(findColumn(column));
    }

    public int getInt(int column) throws SQLException {
        return (int) JdbcValues.integer(value(column), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    public int getInt(String column) throws SQLException {
        return getInt(findColumn(column));
    }

    public short getShort(int column) throws SQLException {
        return (short) JdbcValues.integer(value(column), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    public short getShort(String column) throws SQLException {
        return getShort(findColumn(column));
    }

    public long getLong(int column) throws SQLException {
        return JdbcValues.integer(value(column), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    public long getLong(String column) throws SQLException {
        return getLong(findColumn(column));
    }

    public double getDouble(int column) throws SQLException {
        return JdbcValues.number(value(column)).doubleValue();
    }

    public double getDouble(String column) throws SQLException {
        return getDouble(findColumn(column));
    }

    public float getFloat(int column) throws SQLException {
        return (float) getDouble(column);
    }

    public float getFloat(String column) throws SQLException {
        return (float) getDouble(column);
    }

    public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
        Object value = value(column);
        return value == null ? null : JdbcValues.number(value);
    }

    public @Nullable BigDecimal getBigDecimal(String column) throws SQLException {
        return getBigDecimal(findColumn(column));
    }

    public byte @Nullable [] getBytes(int column) throws SQLException {
        return JdbcValues.bytes(value(column));
    }

    public byte @Nullable [] getBytes(String column) throws SQLException {
        return getBytes(findColumn(column));
    }

    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return Facade.of(ResultSetMetaData.class, new RowsMetaDataCalls(columns, rows));
    }

    public boolean isBeforeFirst() {
        return at < 0 && !rows.isEmpty();
    }

    public boolean isFirst() {
        return at == 0 && !rows.isEmpty();
    }

    public boolean isLast() {
        return at == rows.size() - 1 && !rows.isEmpty();
    }

    public boolean isAfterLast() {
        return at >= rows.size() && !rows.isEmpty();
    }

    public int getRow() {
        return at >= 0 && at < rows.size() ? at + 1 : 0;
    }

    public @Nullable Statement getStatement() {
        return statement == null ? null : Facade.of(Statement.class, statement);
    }

    public int getType() {
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    public int getConcurrency() {
        return ResultSet.CONCUR_READ_ONLY;
    }

    public int getFetchSize() {
        return 0;
    }

    public void setFetchSize(int rowCount) {
        // All rows are there.
    }

    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {
        // There are none.
    }
}
