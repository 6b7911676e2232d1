// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    /** The names on the right are those in the publisher's artifacts. */
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, linux-amd64, postgres-linux-x86_64.txz",
        "Linux, amd64, true, linux-amd64-alpine, postgres-linux-x86_64-alpine_linux.txz",
        "Linux, aarch64, false, linux-arm64v8, postgres-linux-arm_64.txz",
        "Linux, aarch64, true, linux-arm64v8-alpine, postgres-linux-arm_64-alpine_linux.txz",
        "Mac OS X, aarch64, false, darwin-arm64v8, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64, false, darwin-amd64, postgres-darwin-x86_64.txz",
        "Windows 11, amd64, false, windows-amd64, postgres-windows-x86_64.txz",
    })
    void namesWhatThePublisherNames(String os, String arch, boolean musl, String id, String archive) {
        assertThat(Platform.of(os, arch, musl)).isEqualTo(new Platform(id, archive));
    }

    @Test
    void refusesAPlatformWithoutBinariesByName() {
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> Platform.of("SunOS", "sparcv9", false))
                .withMessageContaining("SunOS on sparcv9")
                .withMessageContaining("--scratch-url");
    }
}
