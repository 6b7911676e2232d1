// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the bounds of a partition say by themselves. The server's expression begins with what the levels above say, all joined by
 * AND ({@code generate_partition_qual} in {@code partcache.c}).
 */
final class OwnBounds {
    private OwnBounds() {}

    /** Returns them as an expression in parentheses; absent where they are not known. */
    static Optional<String> of(Table partition, Catalog catalog) {
        Optional<String> above = partition
                .partitionOf()
                .map(PartitionOf::parent)
                .flatMap(parent -> catalog.find(parent, Table.class))
                .flatMap(Table::partitionConstraint);
        return partition
                .partitionConstraint()
                .flatMap(whole -> above.isEmpty()
                        ? Optional.of("(" + whole + ")")
                        : Stream.of(above.get(), withoutParentheses(above.get()))
                                .map(first -> "(" + first + " AND ")
                                .filter(whole::startsWith)
                                .map(first -> "(" + whole.substring(first.length()))
                                .findFirst());
    }

    private static String withoutParentheses(String expression) {
        return expression.startsWith("(") && expression.endsWith(")")
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }
}
