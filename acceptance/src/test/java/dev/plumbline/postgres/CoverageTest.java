// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.Coverage.Cell;
import dev.plumbline.postgres.Coverage.Way;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/coverage.md} to being complete. {@link PostgresScenarioTest} writes its table from what it walked, and fails
 * where a walk contradicts it.
 */
class CoverageTest {

    @Test
    void thePageIsWrittenFromItsTable() {
        assertThat(CoveragePage.text())
                .as("-Dscenarios.versions=all -Dgolden=update writes it anew")
                .isEqualTo(CoveragePage.text(CoveragePage.read(), Scenario.all().size()));
    }

    @Test
    void everyChangeThatExistsWasWalkedAndEveryOtherHasItsReason() {
        Coverage walked = CoveragePage.read();
        List<String> wrong = new ArrayList<>();
        for (ObjectKind kind : CoveragePage.kinds()) {
            for (Way way : Way.values()) {
                Cell cell = new Cell(kind, way);
                boolean impossible = ImpossibleChanges.reason(cell).isPresent();
                if (walked.versions(cell).isEmpty() && !impossible) {
                    wrong.add(cell + " is walked by no scenario");
                }
                if (!walked.versions(cell).isEmpty() && impossible) {
                    wrong.add(cell + " is walked, and said not to exist");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
