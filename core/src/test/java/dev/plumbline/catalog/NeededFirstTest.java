// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeededFirstTest {
    private static ObjectKey table(Object name) {
        return ObjectKey.of(ObjectKind.TABLE, "app", name.toString());
    }

    @Test
    void whatIsNeededComesFirst() {
        Map<ObjectKey, List<ObjectKey>> needs = Map.of(
                table("a"), List.of(table("c"), table("b")),
                table("b"), List.of(table("c")),
                table("d"), List.of(table("a")));
        assertThat(NeededFirst.order(
                        List.of(table("a"), table("b"), table("c"), table("d"), table("e")),
                        table -> needs.getOrDefault(table, List.of())))
                .containsExactly(table("c"), table("b"), table("a"), table("d"), table("e"));
    }

    @Test
    void aCircleEnds() {
        Map<ObjectKey, List<ObjectKey>> needs = Map.of(
                table("a"), List.of(table("a"), table("b")),
                table("b"), List.of(table("a")));
        assertThat(NeededFirst.order(List.of(table("a"), table("b")), table -> needs.getOrDefault(table, List.of())))
                .containsExactly(table("b"), table("a"));
    }

    /** Ten thousand tables, each of which refers to the one before it, were more than the stack holds. */
    @Test
    void aChainMayBeLong() {
        int length = 200_000;
        List<ObjectKey> order = NeededFirst.order(
                List.of(table(length)),
                table -> table.name().equals("0") ? List.of() : List.of(table(Integer.parseInt(table.name()) - 1)));
        assertThat(order)
                .isEqualTo(IntStream.rangeClosed(0, length)
                        .mapToObj(NeededFirstTest::table)
                        .toList());
    }
}
