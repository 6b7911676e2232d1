// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Plumbline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two sides of a comparison. */
final class SideOptions {
    @Option(
            names = "--actual",
            paramLabel = "SOURCE",
            description =
                    "the actual side, where it is not --url: a URL, a .sql file or folder, migrations:DIR, snapshot:FILE")
    @Nullable
    String actual;

    @Option(
            names = "--desired",
            paramLabel = "SOURCE",
            description = "the desired side: a URL, a .sql file or folder, migrations:DIR, snapshot:FILE")
    @Nullable
    String desired;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "a migration folder; the desired side, where --desired names none")
    @Nullable
    String migrations;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "compare this schema alone; may be given several times")
    @Nullable
    List<String> schemas;

    @Option(names = "--strict", description = "refuse when an object is not modelled (exit code 3)")
    boolean strict;

    @Option(
            names = "--owners",
            description =
                    "compare the owners of objects too (PostgreSQL); without, what is made again is given back to its"
                            + " owner, and what is new belongs to whoever applies the plan")
    boolean owners;

    @Option(
            names = "--no-cache",
            description = "load the SQL files on a scratch database even if they have not changed since the last time")
    boolean noCache;

    /** Returns the library as it is to compare. */
    Plumbline comparing(Workbench workbench, Configuration configuration) {
        return workbench.plumbline().comparingOwners(configuration.isSet("owners", owners));
    }
}
