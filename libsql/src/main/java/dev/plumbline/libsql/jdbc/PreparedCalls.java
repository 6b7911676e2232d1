// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import dev.plumbline.libsql.hrana.HranaStatement;
import dev.plumbline.libsql.hrana.HranaStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link java.sql.PreparedStatement}: the text and the parameters go to the server together, each time. */
final class PreparedCalls extends StatementCalls {
    private final String sql;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    PreparedCalls(Session session, Connection connection, String sql) {
        super(session, connection);
        this.sql = sql;
    }

    private HranaStatement statement() {
        return new HranaStatement(sql, new ArrayList<>(parameters));
    }

    private void set(int index, @Nullable Object value) throws SQLException {
        requireOpen();
        if (index < 1) {
            throw new SQLException("parameters are counted from 1", "22023");
        }
        while (parameters.size() < index) {
            parameters.add(null);
        }
        parameters.set(index - 1, JdbcValues.toDatabase(value));
    }

    public boolean execute() throws SQLException {
        return run(statement());
    }

    public ResultSet executeQuery() throws SQLException {
        execute();
        return rows();
    }

    public int executeUpdate() throws SQLException {
        return (int) executeLargeUpdate();
    }

    public long executeLargeUpdate() throws SQLException {
        execute();
        return changed();
    }

    public void addBatch() throws SQLException {
        add(statement());
    }

    public void clearParameters() {
        parameters.clear();
    }

    public void setNull(int index, int type) throws SQLException {
        set(index, null);
    }

    public void setObject(int index, @Nullable Object value) throws SQLException {
        set(index, value);
    }

    public void setObject(int index, @Nullable Object value, int type) throws SQLException {
        set(index, value);
    }

    public void setBoolean(int index, boolean value) throws SQLException {
        set(index, value);
    }

    public void setByte(int index, byte value) throws SQLException {
        set(index, value);
    }

    public void setShort(int index, short value) throws SQLException {
        set(index, value);
    }

    public void setInt(int index, int value) throws SQLException {
        set(index, value);
    }

    public void setLong(int index, long value) throws SQLException {
        set(index, value);
    }

    public void setFloat(int index, float value) throws SQLException {
        set(index, value);
    }

    public void setDouble(int index, double value) throws SQLException {
        set(index, value);
    }

    public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        set(index, value);
    }

    public void setString(int index, @Nullable String value) throws SQLException {
        set(index, value);
    }

    public void setNString(int index, @Nullable String value) throws SQLException {
        set(index, value);
    }

    public void setBytes(int index, byte @Nullable [] value) throws SQLException {
        set(index, value);
    }

    public void setDate(int index, @Nullable Date value) throws SQLException {
        set(index, value);
    }

    public void setTime(int index, @Nullable Time value) throws SQLException {
        set(index, value);
    }

    public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        set(index, value);
    }

    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        HranaStream.Description description = session().describe(sql);
        if (description.error().isPresent()) {
            throw SqlErrors.of(description.error().get());
        }
        List<HranaResult.Column> columns = description.columns();
        return columns.isEmpty() ? null : Facade.of(ResultSetMetaData.class, new RowsMetaDataCalls(columns, List.of()));
    }
}
