// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own, on a machine elsewhere. */
class ZoneOfTheMachineTest {
    @TempDir
    private Path folder;

    /** The second file has a session of its own after the first one's settings were reset. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Tokyo"})
    void aTimeWithoutOneIsUtc(String zone) throws Exception {
        Path left = Files.createDirectories(folder.resolve("left"));
        Files.writeString(left.resolve("1.sql"), "SET TimeZone = 'Europe/Berlin'; CREATE TABLE s (id int);");
        Files.writeString(left.resolve("2.sql"), "CREATE TABLE t (since timestamptz DEFAULT '2024-01-01 00:00');");
        Path right = Files.writeString(
                folder.resolve("right.sql"),
                "CREATE TABLE s (id int); CREATE TABLE t (since timestamptz DEFAULT '2024-01-01 00:00+00');");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.plumbline.cli.Main",
                        "gap",
                        "--actual",
                        left.toString(),
                        "--desired",
                        right.toString(),
                        "--no-cache")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
    }
}
