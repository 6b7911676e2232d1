// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.plan.Hazard;
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
            description = "hazards that are allowed, by name: DATA_LOSS, REWRITE")
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
