// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.introspect.PostgresIntrospector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that cannot be had here: those to come, and those that are no longer maintained. */
class PostgresIntrospectorTest {
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void knowsTheOldestAndTheNewest(int major) {
        assertThatCode(() -> PostgresIntrospector.refuseUnknownVersion(major, major + ".1"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAServerThatIsNewerThanItKnows() {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> PostgresIntrospector.refuseUnknownVersion(19, "19beta1"))
                .withMessageContaining("19beta1")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED))
                .satisfies(e -> assertThat(e.advice()).contains("Use a newer Plumbline."));
    }

    @Test
    void refusesAServerThatIsOlderThanItKnows() {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> PostgresIntrospector.refuseUnknownVersion(13, "13.20"))
                .satisfies(e -> assertThat(e.advice().orElseThrow()).startsWith("Upgrade"));
    }
}
