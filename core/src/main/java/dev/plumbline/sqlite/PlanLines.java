// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.PlanNode.Access;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of EXPLAIN QUERY PLAN of one query, in order (SQLite documentation, "EXPLAIN QUERY PLAN"; {@code
 * sqlite3WhereExplainOneScan} in wherecode.c). They are meant for people: a table is named by its alias, and so is a
 * subquery, which must not be taken for one.
 */
final class PlanLines {
    private static final Pattern ACCESS = Pattern.compile("(SCAN|SEARCH) (.+?)(?: (USING .+|VIRTUAL TABLE .+))?");
    private static final Pattern SUBQUERY = Pattern.compile("(?:MATERIALIZE|CO-ROUTINE) (.+)");
    private static final Pattern USING = Pattern.compile("USING (AUTOMATIC )?(?:PARTIAL )?(COVERING )?INDEX (.+)");
    private static final Pattern NO_TABLE =
            Pattern.compile("CONSTANT ROW|[0-9]+-ROW VALUES CLAUSE|[0-9]+ CONSTANT ROWS?|\\(.*\\)|SUBQUERY .*");

    private final List<Token> tokens;
    private final List<String> indexes;
    private final Set<String> subqueries = new TreeSet<>();

    /** Begins the plan of a query; {@code indexes} are the names of the database, the longest first. */
    PlanLines(String sql, List<String> indexes) {
        this.tokens = SqliteLexer.tokens(sql);
        this.indexes = indexes;
    }

    PlanNode read(int depth, String detail) {
        Matcher subquery = SUBQUERY.matcher(detail);
        if (subquery.matches()) {
            subqueries.add(SqliteNames.fold(subquery.group(1)));
        }
        if (detail.startsWith("USE TEMP B-TREE")) {
            return new PlanNode(depth, Access.SORT, Optional.empty(), Optional.empty(), detail);
        }
        Matcher access = ACCESS.matcher(detail);
        if (!access.matches()) {
            return new PlanNode(depth, Access.OTHER, Optional.empty(), Optional.empty(), detail);
        }
        boolean search = access.group(1).equals("SEARCH");
        String relation = access.group(2);
        String using = access.group(3) == null ? "" : access.group(3);
        Matcher index = USING.matcher(using);
        if (index.matches()) {
            boolean covering = index.group(2) != null;
            if (index.group(1) != null) {
                return new PlanNode(depth, Access.OWN_INDEX, Optional.of(relation), Optional.empty(), detail);
            }
            Optional<String> name = indexName(index.group(3));
            if (name.isPresent()) {
                return new PlanNode(depth, access(search, covering), Optional.of(relation), name, detail);
            }
            // No such index is there, so these words are a part of the table's name.
            relation = relation + " " + using;
        }
        return new PlanNode(depth, access(search, relation, using), Optional.of(relation), Optional.empty(), detail);
    }

    private static Access access(boolean search, boolean covering) {
        if (search) {
            return covering ? Access.COVERING_SEARCH : Access.INDEX_SEARCH;
        }
        return covering ? Access.COVERING_SCAN : Access.INDEX_SCAN;
    }

    /** The name is followed by nothing, or by its conditions in parentheses; it may hold both itself. */
    private Optional<String> indexName(String text) {
        return indexes.stream()
                .filter(name -> text.equals(name) || text.startsWith(name + " ("))
                .findFirst();
    }

    private Access access(boolean search, String relation, String using) {
        if (using.startsWith("VIRTUAL TABLE")) {
            return Access.VIRTUAL;
        }
        if (search) {
            return Access.KEY_SEARCH;
        }
        return NO_TABLE.matcher(relation).matches() || isSubquery(relation) ? Access.OTHER : Access.TABLE_SCAN;
    }

    private boolean isSubquery(String relation) {
        String name = SqliteNames.fold(relation);
        return subqueries.contains(name) || subqueries.contains(named(name));
    }

    /** Returns what an alias stands for in the text of the query: the name in front of it, or the alias itself. */
    private String named(String alias) {
        for (int i = 1; i < tokens.size(); i++) {
            if (name(i).equals(alias)) {
                int before = tokens.get(i - 1).is("as") ? i - 2 : i - 1;
                if (before >= 0 && subqueries.contains(name(before))) {
                    return name(before);
                }
            }
        }
        return alias;
    }

    /** Returns what a token may name, folded; empty where it cannot be a name. */
    private String name(int i) {
        return tokens.get(i).mayBeName() ? SqliteNames.fold(tokens.get(i).text()) : "";
    }
}
