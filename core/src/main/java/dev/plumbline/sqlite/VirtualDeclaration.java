// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A CREATE VIRTUAL TABLE statement taken apart, and what SQLite's own modules make of it (SQLite documentation, "FTS5",
 * "FTS3 and FTS4", "The SQLite R*Tree Module", "The Fts5vocab Virtual Table Module", "The DBSTAT Virtual Table"); and the
 * module of sqlite-vec (its {@code sqlite-vec.c}, the names of its tables).
 *
 * @param name the table's name as it was written, without quotes
 * @param module the module's name, folded
 * @param options the values of arguments of the form {@code name = value}, by folded name
 */
record VirtualDeclaration(String name, String module, Map<String, String> options) {
    private static final int NAME = 3;
    private static final Pattern VECTOR_TABLES =
            Pattern.compile("chunks|info|rowids|auxiliary|(vector_chunks|metadatachunks|metadatatext)[0-9]{2}");

    /** Modules that show what others hold and keep no rows. */
    private static final Set<String> WINDOWS = Set.of("fts5vocab", "fts4aux", "fts3tokenize", "dbstat", "bytecode");

    static VirtualDeclaration of(String sql) {
        List<Token> tokens = SqliteLexer.tokens(sql);
        int using = NAME;
        while (using < tokens.size() - 1 && !tokens.get(using).is("using")) {
            using++;
        }
        String module = using + 1 < tokens.size()
                ? SqliteNames.fold(tokens.get(using + 1).text())
                : "";
        Map<String, String> options = new TreeMap<>();
        for (List<Token> argument : arguments(tokens.subList(Math.min(using + 2, tokens.size()), tokens.size()))) {
            if (argument.size() > 1
                    && argument.get(0).mayBeName()
                    && argument.get(1).isSymbol("=")) {
                options.put(
                        SqliteNames.fold(argument.get(0).text()),
                        argument.size() > 2 ? argument.get(2).text() : "");
            }
        }
        return new VirtualDeclaration(
                tokens.get(Math.min(NAME, tokens.size() - 1)).text(), module, options);
    }

    private static List<List<Token>> arguments(List<Token> tokens) {
        List<List<Token>> arguments = new ArrayList<>(List.of(new ArrayList<>()));
        int depth = 0;
        for (Token token : tokens) {
            if (token.isSymbol("(") && depth++ == 0) {
                continue;
            }
            if (token.isSymbol(")")) {
                depth--;
            }
            if (depth == 1 && token.isSymbol(",")) {
                arguments.add(new ArrayList<>());
            } else if (depth > 0) {
                arguments.get(arguments.size() - 1).add(token);
            }
        }
        return arguments;
    }

    boolean isFullText() {
        return isFts5() || isFts34();
    }

    /** Returns whether it is an FTS5 table. */
    boolean isFts5() {
        return module.equals("fts5");
    }

    private boolean isFts34() {
        return module.equals("fts3") || module.equals("fts4");
    }

    private boolean isTree() {
        return module.startsWith("rtree") || module.equals("geopoly");
    }

    /** Returns whether it is one of sqlite-vec's. */
    boolean isVector() {
        return module.equals("vec0");
    }

    /** Returns whether its first column is the key of its rows, whatever it is called. */
    boolean isKeyedByFirstColumn() {
        return module.startsWith("rtree");
    }

    /** Returns the table or view whose rows it indexes; empty text where it keeps no content at all. */
    Optional<String> content() {
        return isFullText() ? Optional.ofNullable(options.get("content")) : Optional.empty();
    }

    /** Returns whether it holds nothing that could not be computed from another table. */
    boolean isDerived() {
        return WINDOWS.contains(module)
                || content().filter(name -> !name.isEmpty()).isPresent();
    }

    /** Returns whether it only shows what others hold. */
    boolean isWindow() {
        return WINDOWS.contains(module);
    }

    /** Returns whether what was put in cannot be read back. */
    boolean isContentless() {
        return content().filter(String::isEmpty).isPresent();
    }

    /** Returns the column that {@code rowid} stands for in the table that it indexes, where it is not the rowid itself. */
    Optional<String> contentRowid() {
        return Optional.ofNullable(options.get("content_rowid")).map(SqliteNames::fold);
    }

    /** Returns the column of an FTS4 table that PRAGMA hides and rows have values for. */
    Optional<String> languageColumn() {
        return module.equals("fts4") ? Optional.ofNullable(options.get("languageid")) : Optional.empty();
    }

    /**
     * Returns the folded names of the tables that the module keeps beside it; nothing where the module is not one of
     * SQLite's own.
     */
    Optional<Set<String>> shadows() {
        Set<String> ends = new TreeSet<>();
        if (isFts5()) {
            ends.addAll(Set.of("data", "idx", "config"));
            if (content().isEmpty() || option("contentless_unindexed", "1")) {
                ends.add("content");
            }
            if (!option("columnsize", "0")) {
                ends.add("docsize");
            }
        } else if (isFts34()) {
            ends.addAll(Set.of("segments", "segdir", "stat"));
            if (content().isEmpty()) {
                ends.add("content");
            }
            if (module.equals("fts4") && !option("matchinfo", "fts3")) {
                ends.add("docsize");
            }
        } else if (isTree()) {
            ends.addAll(Set.of("node", "rowid", "parent"));
        } else if (!isWindow()) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>();
        ends.forEach(end -> names.add(SqliteNames.fold(name) + "_" + end));
        return Optional.of(names);
    }

    private boolean option(String option, String value) {
        return value.equals(options.get(option));
    }

    /** Returns whether a table that SQLite takes for a shadow table by its name is one that the module made. */
    boolean keeps(String table) {
        String folded = SqliteNames.fold(table);
        if (isVector()) {
            String own = SqliteNames.fold(name) + "_";
            return folded.startsWith(own)
                    && VECTOR_TABLES.matcher(folded.substring(own.length())).matches();
        }
        return shadows()
                .map(names -> names.contains(folded))
                .orElseGet(() -> folded.startsWith(SqliteNames.fold(name) + "_"));
    }
}
