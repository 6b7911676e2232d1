// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimesTest {
    private final RecordedTimes times = new RecordedTimes(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2024-07-01 12:00:00, 2024-07-01T10:00:00Z",
        "2024-07-01, 2024-06-30T22:00:00Z",
        "2024-07-01T12:00:00.123456789Z, 2024-07-01T12:00:00.123456789Z",
        "2024-07-01 12:00:00.5+00, 2024-07-01T12:00:00.500Z",
        "2024-07-01 12:00:00-0330, 2024-07-01T15:30:00Z",
        "2024-07-01 12:00:00+05:45, 2024-07-01T06:15:00Z",
        "2024-07-01 12:00:00.1 +0200 CEST, 2024-07-01T10:00:00.100Z",
        "2024-07-01 12:00 UTC, 2024-07-01T12:00:00Z",
        "1704067200, 2024-01-01T00:00:00Z",
        "1704067200.25, 2024-01-01T00:00:00.250Z",
        "1704067200123, 2024-01-01T00:00:00.123Z",
        "1704067200123456, 2024-01-01T00:00:00.123456Z",
        "1704067200123456789, 2024-01-01T00:00:00.123456Z",
        "2460310.5, 2024-01-01T00:00:00Z"
    })
    void aTimeIsReadInEveryFormThatToolsStore(String text, Instant expected) {
        assertThat(times.read(text)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "infinity",
                "-infinity",
                "0044-03-15 00:00:00 BC",
                "0000-01-01 00:00:00Z",
                "2024-13-01 00:00:00",
                "2024-02-30",
                "12024-01-01 00:00:00",
                "2024-01-01 25:00:00",
                "2024-01-01 00:00:00+99",
                "-1",
                "yesterday"
            })
    void whatIsNoTimeIsUnknown(String text) {
        assertThat(times.read(text)).isEmpty();
    }
}
