// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.postgres.TestServer;
import dev.plumbline.review.rules.RuleBook;
import dev.plumbline.script.SqlDialect;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what its bad example has, and nothing in its good one; both are what the documentation shows. */
class RuleExamplesTest {
    private static @Nullable TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(17);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    record Case(Rule rule, Example example, int number) {
        @Override
        public String toString() {
            return rule.description().id() + " " + example.engine() + " " + number;
        }
    }

    static Stream<Case> cases() {
        return RuleBook.rules().stream().flatMap(rule -> {
            var examples = rule.description().examples();
            return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
                    .map(i -> new Case(rule, examples.get(i), i + 1));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theBadExampleIsFoundAndTheGoodOneIsNot(Case of, @TempDir Path folder) throws Exception {
        Example example = of.example();
        Desk desk =
                example.engine() == SqlDialect.SQLITE ? Desk.sqlite() : Desk.postgres(Objects.requireNonNull(server));
        ReviewSettings settings = ReviewSettings.DEFAULT.with(example.runner());

        Review bad = desk.migration(folder.resolve("bad"), example.given(), example.bad(), settings);
        Review good = desk.migration(folder.resolve("good"), example.given(), example.good(), settings);

        String id = of.rule().description().id();
        assertThat(bad.findings())
                .as("bad: %s", bad.findings())
                .extracting(Finding::rule)
                .contains(id);
        assertThat(good.findings())
                .as("good: %s", good.findings())
                .extracting(Finding::rule)
                .doesNotContain(id);
        if (!id.equals("statement-fails")) {
            assertThat(good.findings()).extracting(Finding::rule).doesNotContain("statement-fails", "not-reviewed");
        }
    }

    @Test
    void everyRuleHasAnExampleAndANameOfItsOwn() {
        assertThat(RuleBook.rules()).extracting(rule -> rule.description().id()).doesNotHaveDuplicates();
        assertThat(RuleBook.rules())
                .filteredOn(rule -> rule.description().examples().isEmpty())
                .isSubsetOf(Reviewer.rulesOfItsOwn());
    }
}
