// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Step;
import java.util.List;

/** What a script sets for its session before its first statement. */
final class ScriptSettings {
    private ScriptSettings() {}

    /**
     * Returns the statements, each on a line. Plans are made and proven with the bodies of routines unchecked, as they may
     * name what comes later, or nothing at all (PostgreSQL documentation, check_function_bodies); a script is to run likewise.
     */
    static String of(DatabaseProduct product, List<Step> steps) {
        boolean routines = steps.stream()
                .map(step -> step.object().kind())
                .anyMatch(kind -> kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE);
        return routines && product.engine().equals("postgres") ? "SET check_function_bodies = off;\n" : "";
    }
}
