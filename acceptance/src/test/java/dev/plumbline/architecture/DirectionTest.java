// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The direction in which the code may depend on itself. */
class DirectionTest {
    @Test
    void placeholder() {
        assertThat(1).isEqualTo(1);
    }
}
