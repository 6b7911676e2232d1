// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.alignment.ColumnShape.Nulls;
import dev.plumbline.alignment.ColumnShape.Source;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.script.SqlDialect;

/** The columns of a SQLite table as an application meets them. */
final class SqliteShapes {
    private final SqliteTable table;

    SqliteShapes(SqliteTable table) {
        this.table = table;
    }

    ColumnShape of(SqliteColumn column) {
        String checks = column.definition() + ", " + String.join(", ", table.constraints());
        boolean alias = table.rowidAlias().filter(column.key()::equals).isPresent();
        return new ColumnShape(
                column.name(),
                column.type(),
                column.type(),
                nulls(column, alias),
                column.generated()
                        ? Source.DATABASE
                        : alias || column.defaultExpression().isPresent() ? Source.DEFAULT : Source.ROW,
                CheckReader.read(checks, column.key().name(), SqlDialect.SQLITE),
                false,
                table.strict(),
                CheckReader.asksForJson(checks, column.key().name(), SqlDialect.SQLITE));
    }

    /**
     * A primary key does not imply NOT NULL, except where it is the rowid, in a table without rowid, and in a strict one
     * (SQLite documentation, "CREATE TABLE", 3.5; "STRICT Tables", 2).
     */
    private Nulls nulls(SqliteColumn column, boolean alias) {
        if (column.notNull() || alias) {
            return Nulls.NEVER;
        }
        if (column.primaryKeyPosition() == 0) {
            return Nulls.POSSIBLE;
        }
        return table.withoutRowid() || table.strict() ? Nulls.NEVER : Nulls.IN_A_KEY;
    }

    static ColumnShape ofView(TypedName column) {
        return new ColumnShape(
                column.name(),
                column.type(),
                column.type(),
                Nulls.UNKNOWN,
                Source.DATABASE,
                AllowedValues.ANY,
                false,
                false,
                false);
    }
}
