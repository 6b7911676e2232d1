// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What may be done. */
final class GuardOptions {
    @Option(
            names = "--allow",
            paramLabel = "HAZARD",
            split = ",",
            converter = HazardConverter.class,
            description =
                    "hazards that are allowed, by name: DATA_LOSS, REWRITE; BLOCKING_SCAN where the table is large")
    @Nullable
    List<Hazard> allow;

    @Option(names = "--yes", description = "ask nothing")
    boolean yes;

    Set<Hazard> allowed() {
        Set<Hazard> allowed = EnumSet.noneOf(Hazard.class);
        if (allow != null) {
            allowed.addAll(allow);
        }
        return allowed;
    }

    /** Refuses a plan with hazards that were not allowed; before asking, because then the answer does not matter. */
    void refuse(Plan plan) {
        Set<Hazard> refused = plan.refused(allowed());
        if (!refused.isEmpty()) {
            String names = refused.stream().map(Hazard::name).collect(Collectors.joining(","));
            throw new PlumblineException(
                    ErrorCode.HAZARD_NOT_ALLOWED,
                    "The plan has hazards that were not allowed, so nothing was touched: "
                            + refused.stream()
                                    .map(hazard -> hazard + " (" + hazard.effect() + ")")
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Read the steps above, then allow them by name: --allow " + names + ".");
        }
    }

    /** Asks whether to go on, unless that was said beforehand; throws when the answer is no. */
    void ask(Terminal terminal, String question) {
        Consent.ask(terminal, yes, question);
    }

    /** Reads a hazard as people write it: {@code data-loss} as well as {@code DATA_LOSS}. */
    static final class HazardConverter implements ITypeConverter<Hazard> {
        @Override
        public Hazard convert(String text) {
            String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(Hazard.values())
                    .filter(hazard -> hazard.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no hazard; there are "
                            + Arrays.stream(Hazard.values()).map(Hazard::name).collect(Collectors.joining(", "))));
        }
    }
}
