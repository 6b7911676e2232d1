// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.Extension;
import java.util.List;
import java.util.OptionalLong;

/**
 * The state of the actual database apart from the gap.
 *
 * @param actual what it is
 * @param desired what the desired schema was read from
 * @param extensions the extensions installed in it
 * @param histories the migration histories found in it
 * @param rows its rows in all by estimate, if known of every table
 * @param warnings what needs attention whatever is desired, one sentence each
 */
public record DatabaseHealth(
        DatabaseProduct actual,
        DatabaseProduct desired,
        List<Extension> extensions,
        List<HealthFacts.History> histories,
        OptionalLong rows,
        List<String> warnings) {
    public DatabaseHealth {
        extensions = List.copyOf(extensions);
        histories = List.copyOf(histories);
        warnings = List.copyOf(warnings);
    }
}
