// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;

/** Another JVM that plans, says so, waits to be let go, and applies; it tells every step that it has come through. */
final class RebuildVictim {
    private RebuildVictim() {}

    /** Returns the plan from a file to a schema. */
    static Plan plan(Plumbline plumbline, Path file, Path desired) {
        return plumbline.plan(
                plumbline.load(new SchemaSource.LiveDatabase(url(file))),
                plumbline.load(new SchemaSource.SqlFiles(desired)),
                PlanOptions.DEFAULT);
    }

    static Outcome apply(Plumbline plumbline, Plan plan, Path file) {
        return plumbline.apply(plan, url(file), ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class)));
    }

    static Plumbline plumbline() {
        return Plumbline.of(Engines.forId("sqlite"), new SqliteScratchDatabases());
    }

    private static DatabaseUrl url(Path file) {
        return DatabaseUrl.parse("sqlite:" + file);
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Plan plan = plan(plumbline(), file, Path.of(arguments[1]));
        Plumbline telling = plumbline().withProgress((what, done, total) -> {
            if (total > 0) {
                System.out.println(
                        done == total && !what.startsWith("copying") ? "last step through" : "progress " + what);
            }
        });
        System.out.println("ready");
        System.in.read();
        apply(telling, plan, file);
        System.out.println("applied");
    }
}
