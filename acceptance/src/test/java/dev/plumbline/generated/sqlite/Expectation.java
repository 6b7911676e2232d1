// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Element;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What can be asked of a database that a plan has led: not what nobody could keep. */
final class Expectation {
    private Expectation() {}

    /**
     * Returns what the led database must answer: what the fresh one does, but for an index without content, which
     * cannot be read back: it holds what it held where its declaration is the same.
     */
    static Snapshot of(Connection led, FreshDatabase fresh, Snapshot before, List<Element> from, List<Element> to)
            throws SQLException {
        Map<String, List<String>> answers =
                new TreeMap<>(Snapshot.of(fresh.connection()).answers());
        for (Tables.Table table : Tables.all(led)) {
            if (table.isContentless()) {
                String end = " in " + table.name().toLowerCase(Locale.ROOT);
                boolean same = from.stream()
                        .anyMatch(element ->
                                to.contains(element) && element.id().equals("virtual table " + table.name()));
                answers.keySet()
                        .removeIf(question -> question.endsWith(end) || question.endsWith(" of" + end.substring(3)));
                if (same) {
                    before.answers().forEach((question, lines) -> {
                        if (question.endsWith(end)) {
                            answers.put(question, lines);
                        }
                    });
                }
            }
        }
        for (Tables.Table table : Tables.all(led)) {
            if (table.isExternalIndex() && Tables.find(led, table.content()) == null) {
                // Its table is gone, and nothing is left that it could be filled from.
                String name = table.name().toLowerCase(Locale.ROOT);
                answers.keySet()
                        .removeIf(question -> question.endsWith(" in " + name) || question.endsWith(" of " + name));
            }
        }
        // Rowids are comparable only where there were rowids before.
        answers.keySet()
                .removeIf(question -> question.startsWith("rowids of ")
                        && !before.answers().containsKey(question)
                        && !before.answers().containsKey(question.replace("rowids", "alias")));
        return new Snapshot(answers);
    }

    /** Returns the answers to the questions that the expectation has. */
    static Snapshot comparable(Snapshot led, Snapshot expected, Snapshot before) {
        Map<String, List<String>> answers = new TreeMap<>(led.answers());
        answers.keySet()
                .removeIf(question -> !expected.answers().containsKey(question)
                        && (question.startsWith("rowids of ")
                                || question.startsWith("search ")
                                || question.startsWith("integrity of ")
                                || question.startsWith("rows of ")));
        return new Snapshot(answers);
    }
}
