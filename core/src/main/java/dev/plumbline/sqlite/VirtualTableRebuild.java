// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a virtual table anew. A full-text index with external content is filled from that content; what keeps rows of
 * its own has those copied that both forms have columns for; one without content cannot be read back and is lost.
 */
final class VirtualTableRebuild {
    private VirtualTableRebuild() {}

    static Action action(VirtualTable before, VirtualTable after, Catalog actual, Catalog desired) {
        List<String> statements = new ArrayList<>();
        Action.Builder action = Action.of(Verb.REBUILD, after.key())
                .because("its declaration differs, and a virtual table cannot be altered")
                .achieves(after.key())
                .hazard(Hazard.BLOCKING_SCAN)
                .takesLong();
        List<String> shared = before.columns().stream()
                .filter(column -> after.columns().stream().anyMatch(column::equalsIgnoreCase))
                .map(SqliteNames::quote)
                .toList();
        if (isDerived(after) || isContentless(before) || shared.isEmpty()) {
            statements.add(Statements.drop(before));
            statements.add(Statements.create(after));
            statements.addAll(fill(after));
            if (!isDerived(after)) {
                action.hazard(Hazard.DATA_LOSS).loses("what " + after.key() + " holds: it cannot be read back");
            }
        } else {
            String temporary = SqliteTableRebuild.freeName(Statements.name(after), actual, desired);
            String columns = String.join(", ", shared);
            statements.add(Statements.renamed(after, temporary));
            statements.add("INSERT INTO " + SqliteNames.quote(temporary) + " (" + rowid(after) + columns + ") SELECT "
                    + rowid(after) + columns + " FROM " + SqliteNames.quote(Statements.name(before)));
            statements.add(Statements.drop(before));
            statements.addAll(SqliteTableRebuild.renameQuietly(temporary, Statements.name(after)));
            if (shared.size() < before.columns().size()) {
                action.hazard(Hazard.DATA_LOSS).loses("the values of columns that " + after.key() + " no longer has");
            }
        }
        return action.sql(statements).build();
    }

    /** Full-text rows are known by their rowid; an R-tree's first column is the rowid. */
    private static String rowid(VirtualTable table) {
        return isFullText(table) ? "rowid, " : "";
    }

    /** Returns whether all that it holds can be computed from another table. */
    static boolean isDerived(VirtualTable table) {
        return content(table).filter(name -> !name.isEmpty()).isPresent();
    }

    /** Returns what fills it from the table whose rows it indexes. */
    static List<String> fill(VirtualTable table) {
        if (!isDerived(table)) {
            return List.of();
        }
        String name = SqliteNames.quote(Statements.name(table));
        return List.of("INSERT INTO " + name + " (" + name + ") VALUES ('rebuild')");
    }

    private static boolean isContentless(VirtualTable table) {
        return content(table).filter(String::isEmpty).isPresent();
    }

    private static boolean isFullText(VirtualTable table) {
        return table.module().startsWith("fts");
    }

    /** Returns the value of the option {@code content}, empty for a contentless one. */
    private static Optional<String> content(VirtualTable table) {
        if (!isFullText(table)) {
            return Optional.empty();
        }
        List<Token> tokens = SqliteLexer.tokens(table.statement());
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("content") && tokens.get(i + 1).isSymbol("=")) {
                Token value = i + 2 < tokens.size() ? tokens.get(i + 2) : tokens.get(i + 1);
                return Optional.of(value.mayBeName() ? value.text() : "");
            }
        }
        return Optional.empty();
    }
}
