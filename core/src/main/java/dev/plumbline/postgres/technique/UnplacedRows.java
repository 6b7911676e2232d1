// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Partitioning;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Batch;
import dev.plumbline.postgres.change.Partitions;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for rows of a table that fit none of the partitions which it is to have, and fails with their number and the key of one
 * where there are any.
 */
record UnplacedRows(ObjectKey table, List<Batch.Column> key, Catalog desired) {
    private static final Pattern HASH = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder \\d+\\)");

    /** Returns whether any row whatever has its place. */
    boolean areImpossible() {
        return takesAll(table);
    }

    private boolean takesAll(ObjectKey parent) {
        List<Table> parts = Partitions.below(parent, desired);
        return (parts.stream().anyMatch(UnplacedRows::isDefault) || isHashedWhole(parent, parts))
                && parts.stream().allMatch(part -> part.partitioning().isEmpty() || takesAll(part.key()));
    }

    private static String bound(Table part) {
        return part.partitionOf().orElseThrow().bound();
    }

    private static boolean isDefault(Table part) {
        return bound(part).equals("DEFAULT");
    }

    /** Each partition has one of so many remainders, and no two have the same. */
    private boolean isHashedWhole(ObjectKey parent, List<Table> parts) {
        boolean hashed = desired.find(parent, Table.class)
                .flatMap(Table::partitioning)
                .map(Partitioning::key)
                .filter(by -> by.startsWith("HASH "))
                .isPresent();
        long product = 1;
        List<Long> moduli = parts.stream().map(UnplacedRows::modulus).toList();
        for (long modulus : moduli) {
            product = Math.max(product, modulus);
        }
        long whole = product;
        // Every modulus is a factor of the next larger one (PostgreSQL documentation, CREATE TABLE).
        return hashed
                && moduli.stream().allMatch(modulus -> modulus > 0)
                && moduli.stream().mapToLong(modulus -> whole / modulus).sum() == whole;
    }

    private static long modulus(Table part) {
        Matcher matcher = HASH.matcher(bound(part));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /** Returns what is true of a row that has its place; absent where that is not known. */
    Optional<String> fits() {
        return fits(table).filter(text -> !text.contains("satisfies_hash_partition("));
    }

    private Optional<String> fits(ObjectKey parent) {
        List<Table> parts = Partitions.below(parent, desired);
        List<String> each = parts.stream()
                .flatMap(part -> (part.partitioning().isEmpty() || takesAll(part.key())
                                ? part.partitionConstraint().map(text -> "(" + text + ")")
                                : fits(part.key()))
                        .stream())
                .toList();
        return each.size() < parts.size()
                ? Optional.empty()
                : Optional.of(each.isEmpty() ? "false" : "(" + each.stream().collect(Collectors.joining(" OR ")) + ")");
    }

    /** Returns what looks for them. Rows that a policy hides are an error rather than left out; only the key of a row is told. */
    List<String> statements() {
        String names = key.stream().map(Batch.Column::name).collect(Collectors.joining(", "));
        String from = " FROM " + Sql.of(table) + " WHERE " + fits().orElseThrow() + " IS NOT TRUE";
        String body = "\n#variable_conflict use_column\nDECLARE number bigint; example text;\nBEGIN\n"
                + "  SELECT pg_catalog.count(*) INTO number" + from + ";\n"
                + "  IF number > 0 THEN\n"
                + "    SELECT pg_catalog.concat_ws(', ', " + names + ") INTO example" + from + " ORDER BY " + names
                + " LIMIT 1;\n"
                + "    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = number || CASE number WHEN 1 THEN "
                + Sql.literal(" row of " + table + " fits") + " ELSE " + Sql.literal(" rows of " + table + " fit")
                + " END || " + Sql.literal(" none of the declared partitions, such as that with (" + names + ") = (")
                + " || example || ')', HINT = "
                + Sql.literal("Declare a partition for such rows, or a default partition, and run it again.")
                + ";\n  END IF;\nEND\n";
        return List.of("SET LOCAL row_security = off", "DO " + Sql.body(body));
    }
}
