// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.plan.Timeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitBudgetTest {
    private static final Timeouts QUICK = new Timeouts(Duration.ofMillis(500), Duration.ofMinutes(1));
    private static final Timeouts LONG = new Timeouts(Duration.ofMillis(500), Duration.ZERO);

    @Test
    void whatOneStepHasWaitedAnotherCannot() {
        WaitBudget budget = new WaitBudget();
        assertThat(budget.left(QUICK)).isEqualTo(QUICK);
        budget.took(QUICK, Duration.ofMillis(300));
        assertThat(budget.left(QUICK).lock()).hasMillis(200);
        assertThat(budget.left(LONG).lock()).hasMillis(200);
    }

    @Test
    void workIsNoWaiting() {
        WaitBudget budget = new WaitBudget();
        budget.took(LONG, Duration.ofMinutes(3));
        assertThat(budget.left(QUICK)).isEqualTo(QUICK);
    }

    @Test
    void aLockThatIsFreeCanAlwaysBeHad() {
        WaitBudget budget = new WaitBudget();
        budget.took(QUICK, Duration.ofSeconds(9));
        assertThat(budget.left(QUICK).lock()).isPositive().isLessThan(QUICK.lock());
        Timeouts hasty = new Timeouts(Duration.ofMillis(5), Duration.ofMinutes(1));
        assertThat(budget.left(hasty)).isEqualTo(hasty);
    }

    @Test
    void zeroIsNoLimitAndStaysNone() {
        WaitBudget budget = new WaitBudget();
        budget.took(QUICK, Duration.ofSeconds(9));
        assertThat(budget.left(Timeouts.PATIENT)).isEqualTo(Timeouts.PATIENT);
    }
}
