// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Makes rows. The values of one row are the same number, so that most references and conditions hold. */
final class RowMaker {
    private static final int ROWS = 3;

    private final Dice dice;
    private final Model model;

    RowMaker(Dice dice, Model model) {
        this.dice = dice;
        this.model = model;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Table table : model.tables) {
            for (int row = 1; row <= ROWS; row++) {
                SequencedMap<String, String> values = new LinkedHashMap<>();
                for (Column column : model.columns(table)) {
                    if (!column.isComputed()) {
                        boolean isNull = !column.parts.containsKey("notnull") && dice.chance(6);
                        values.put(column.name, isNull ? "NULL" : value(column.type, row));
                    }
                }
                if (!values.isEmpty()) {
                    rows.add(new Row(table.name, values));
                }
            }
        }
        return rows;
    }

    private String value(String type, int row) {
        String whole = type.replaceAll("\\[\\]$", "");
        if (model.parts.containsKey("DOMAIN " + whole)) {
            return type.equals(whole) ? "'" + row + "'" : "'{" + row + "}'";
        }
        Model.Part own = model.parts.get("TYPE " + whole);
        if (own == null) {
            return type.equals("public.hstore") ? "'a=>" + row + "'" : Types.value(type, row);
        }
        boolean label = own.element().head().contains("ENUM");
        if (!type.equals(whole)) {
            return label ? "'{one}'" : "'{}'";
        }
        return label ? "'one'" : own.element().head().contains("RANGE") ? "'empty'" : composite(own, row);
    }

    private static String composite(Model.Part own, int row) {
        List<String> values = own.element().clauses().stream()
                .map(clause -> clause.sql().startsWith("a ") ? String.valueOf(row) : "")
                .toList();
        return "'(" + String.join(",", values) + ")'";
    }
}
