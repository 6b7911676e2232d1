// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.postgres.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of migrations and files, each with what a review finds in it: {@code expected.txt} beside the files, which
 * {@code -Dgolden=update} writes anew.
 */
class ReviewCasesTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final Path CASES = Places.root().resolve("acceptance/src/test/resources/review");

    private static @Nullable TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    static List<Path> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        for (String engine : List.of("postgres", "sqlite")) {
            try (Stream<Path> folders = Files.list(CASES.resolve(engine))) {
                folders.map(CASES::relativize).sorted().forEach(cases::add);
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFindingsAreThoseOfTheFile(Path of) throws IOException {
        Path folder = CASES.resolve(of);
        Desk desk = of.startsWith("sqlite") ? Desk.sqlite() : Desk.postgres(Objects.requireNonNull(server));

        String found = shown(folder, desk.review(List.of(folder), ReviewSettings.DEFAULT));

        Path expected = folder.resolve("expected.txt");
        if (UPDATE) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(read(expected));
    }

    private static String shown(Path folder, Review review) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : review.findings()) {
            text.append(line(folder, finding))
                    .append("\n    ")
                    .append(visible(finding.fact()))
                    .append('\n');
            finding.instead()
                    .ifPresent(sql ->
                            text.append("    instead: ").append(visible(sql)).append('\n'));
        }
        for (Review.Accepted accepted : review.accepted()) {
            text.append("accepted: ")
                    .append(line(folder, accepted.finding()))
                    .append(": ")
                    .append(accepted.reason())
                    .append('\n');
        }
        review.notes()
                .forEach(note -> text.append("note: ").append(visible(note)).append('\n'));
        return text.append(review.statements())
                .append(" statements in ")
                .append(review.files().stream()
                        .map(file -> folder.relativize(Path.of(file)).toString())
                        .collect(Collectors.joining(", ")))
                .append('\n')
                .toString()
                .replace(folder + "/", "");
    }

    private static String line(Path folder, Finding finding) {
        return finding.severity() + " " + finding.rule() + " "
                + folder.relativize(Path.of(finding.position().file())) + ":"
                + finding.position().line() + ":" + finding.position().column()
                + (finding.object().isEmpty() ? "" : " " + visible(finding.object()));
    }

    private static String visible(String text) {
        return text.replace("\n", "\\n");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
