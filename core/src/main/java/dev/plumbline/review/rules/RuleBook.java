// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.review.Reviewer;
import dev.plumbline.review.Rule;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order of the documentation: what keeps others waiting, what loses, what breaks, what is better. */
public final class RuleBook {
    private static final List<Rule> RULES = Stream.concat(
                    Stream.of(
                            new BlockingRewrite(),
                            new BlockingScan(),
                            new IndexWithoutConcurrently(),
                            new ConstraintValidatedAtOnce(),
                            new DataDropped(),
                            new StatementFails(),
                            new EnumValueUsedAtOnce()),
                    Reviewer.rulesOfItsOwn().stream())
            .toList();

    private RuleBook() {}

    /** Returns them. */
    public static List<Rule> rules() {
        return RULES;
    }
}
