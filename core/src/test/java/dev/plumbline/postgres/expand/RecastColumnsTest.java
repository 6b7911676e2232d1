// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.SecondForms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hint names the old values by the new name of their column; where both columns are there, they have their own. */
class RecastColumnsTest {
    private static final ObjectKey TABLE = ObjectKey.of(ObjectKind.TABLE, "public", "orders");

    private static SecondForms.Recast column(String from, String to, String using) {
        return new SecondForms.Recast(
                TABLE.child(ObjectKind.COLUMN, from),
                TABLE.child(ObjectKind.COLUMN, to),
                "integer",
                "numeric(8,2)",
                Optional.of(using).filter(text -> !text.isEmpty()),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "total / 100.0#amount / 100.0",
                "TOTAL/\"total\"#amount/amount",
                "orders.total + other.total + x.orders.total#orders.amount + other.total + x.orders.total",
                "public.total(total) + total (total, 1)#public.total(amount) + total (amount, 1)",
                "f(total => total, total := 1)#f(total => amount, total := 1)",
                "total::total || CAST(total AS total)#amount::total || CAST(amount AS total)",
                "'total' || total /* total */ || $$total$$#'total' || amount /* total */ || $$total$$",
                "total '1' || interval '1' total#total '1' || interval '1' total",
                "extract(total FROM total)#extract(total FROM amount)",
                "\"Cur rency\" || \"cur rency\"#\"from\" || \"cur rency\"",
                "totals || total#totals || amount",
            })
    void aNameIsReplacedWhereItMeansTheColumn(String using, String expected) {
        SecondForms.Hinted hinted =
                new RecastColumns(List.of(column("amount", "total", using), column("from", "Cur rency", "1"))).hinted();
        assertThat(hinted.values()).containsEntry(TABLE.child(ObjectKind.COLUMN, "total"), expected);
        assertThat(hinted.reversals()).isEmpty();
    }

    @Test
    void whatNoHintSaysIsACastBothWays() {
        SecondForms.Hinted hinted = new RecastColumns(List.of(column("a b", "total", ""))).hinted();
        assertThat(hinted.values()).containsEntry(TABLE.child(ObjectKind.COLUMN, "total"), "\"a b\"::numeric(8,2)");
        assertThat(hinted.reversals()).containsEntry(TABLE.child(ObjectKind.COLUMN, "a b"), "total::integer");
    }
}
