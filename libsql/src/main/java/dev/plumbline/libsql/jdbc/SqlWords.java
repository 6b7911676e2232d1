// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first words of a statement, which say what it does to transactions. Comments before and between them are left out.
 *
 * @param words at most six, in lower case; signs stand for themselves
 */
record SqlWords(List<String> words) {
    private static final int MOST = 6;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*(?:\\n|$)|/\\*.*?(?:\\*/|$)|(?<word>[A-Za-z0-9_]+)|(?<sign>.)", Pattern.DOTALL);

    private static final Set<String> READS = Set.of(
            "select", "values", "explain", "pragma", "begin", "savepoint", "release", "commit", "end", "rollback");

    private static final Pattern CHANGES =
            Pattern.compile("\\b(insert|update|delete|replace)\\b", Pattern.CASE_INSENSITIVE);

    static SqlWords of(String sql) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        while (words.size() < MOST && token.find()) {
            if (token.group("word") != null) {
                words.add(token.group("word").toLowerCase(Locale.ROOT));
            } else if (token.group("sign") != null) {
                words.add(token.group("sign"));
            }
        }
        return new SqlWords(words);
    }

    String word(int i) {
        return i < words.size() ? words.get(i) : "";
    }

    boolean isEmpty() {
        return words.isEmpty() || words.stream().allMatch(";"::equals);
    }

    /** Returns whether it takes the write lock and begins a transaction. */
    boolean beginsWriting() {
        return word(0).equals("begin") && (word(1).equals("immediate") || word(1).equals("exclusive"));
    }

    boolean begins() {
        return word(0).equals("begin");
    }

    boolean commits() {
        return word(0).equals("commit") || word(0).equals("end");
    }

    /** Returns whether it rolls the whole transaction back, and not to a savepoint. */
    boolean rollsBack() {
        return word(0).equals("rollback") && !word(1).equals("to") && !word(2).equals("to");
    }

    /** Returns whether it may end the transaction when all goes well. */
    boolean mayEnd() {
        return commits() || rollsBack() || word(0).equals("release");
    }

    /** Returns whether it may change the database, as far as its words tell. */
    static boolean mayWrite(String sql, SqlWords words) {
        return words.word(0).equals("with") ? CHANGES.matcher(sql).find() : !READS.contains(words.word(0));
    }
}
