// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.hrana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one statement gave.
 *
 * @param columns its columns in order
 * @param rows their values: {@code Long}, {@code Double}, {@code String}, {@code byte[]} or null
 * @param changed how many rows it changed
 * @param lastRowid the rowid of the row inserted last, where one was
 */
public record HranaResult(List<Column> columns, List<@Nullable Object[]> rows, long changed, Optional<Long> lastRowid) {
    /** What a statement gives that has nothing to say. */
    public static final HranaResult NOTHING = new HranaResult(List.of(), List.of(), 0, Optional.empty());

    /**
     * A column.
     *
     * @param name its name
     * @param type its declared type, empty for an expression
     */
    public record Column(String name, String type) {}

    static HranaResult of(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("cols")) {
            columns.add(new Column(
                    column.path("name").asText(""), column.path("decltype").asText("")));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (JsonNode row : node.path("rows")) {
            @Nullable Object[] values = new @Nullable Object[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = HranaValues.read(row.get(i));
            }
            rows.add(values);
        }
        JsonNode last = node.path("last_insert_rowid");
        return new HranaResult(
                columns,
                rows,
                node.path("affected_row_count").asLong(),
                last.isTextual() ? Optional.of(Long.valueOf(last.textValue())) : Optional.empty());
    }
}
