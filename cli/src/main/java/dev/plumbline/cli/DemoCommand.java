// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.cli.demo.Demo;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plumbline demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole story on an embedded PostgreSQL; needs nothing installed.",
            "A database that its migration tool left dirty is measured, a plan is made, proven and applied, and it is",
            "measured again."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline demo",
            "  plumbline demo --keep        # the database stays up; its URL is printed",
            "  plumbline demo --dir reports # leaves the reports there"
        })
final class DemoCommand extends PlumblineCommand {
    @Option(names = "--keep", description = "leave the database running and print its URL")
    private boolean keep;

    @Option(names = "--dir", paramLabel = "DIR", description = "where the reports go; plumbline-demo by default")
    private @Nullable Path dir;

    @Override
    public Integer call() throws Exception {
        return new Demo(out(), text(), keep, dir == null ? Path.of("plumbline-demo") : dir).run();
    }
}
