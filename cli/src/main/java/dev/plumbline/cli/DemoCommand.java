// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.cli.demo.Demo;
import dev.plumbline.cli.demo.PlatformDemo;
import dev.plumbline.source.DatabaseUrl;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
            "measured again.",
            "With --platform it is the agent platform of packs/mcp, led to its complete schema by its",
            "migrations; on the embedded server, which has no pgvector, without its embeddings."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline demo",
            "  plumbline demo --keep        # the database stays up; its URL is printed",
            "  plumbline demo --dir reports # leaves the reports there",
            "  plumbline demo --platform    # the agent platform, migration by migration",
            "  plumbline demo --url URL     # the same on a server of yours; the whole where it has pgvector"
        })
final class DemoCommand extends PlumblineCommand {
    @Option(names = "--keep", description = "leave the database running and print its URL")
    private boolean keep;

    @Option(names = "--dir", paramLabel = "DIR", description = "where the reports go; plumbline-demo by default")
    private @Nullable Path dir;

    @Option(names = "--platform", description = "show the agent platform of packs/mcp and its migrations")
    private boolean platform;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "show the agent platform on this server, as its superuser: in a database of its own, plumbline_demo,"
                            + " which is dropped again")
    private @Nullable String url;

    @Override
    public Integer call() throws Exception {
        Path reports = dir == null ? Path.of("plumbline-demo") : dir;
        if (!platform && url == null) {
            return new Demo(out(), text(), keep, reports).run();
        }
        PlatformDemo demo = new PlatformDemo(out(), DemoCommand::run, keep, reports);
        return url == null ? demo.run() : demo.on(DatabaseUrl.parse(url));
    }

    private static int run(PrintWriter out, PrintWriter err, List<String> words) {
        return Main.commandLine().setOut(out).setErr(err).execute(words.toArray(String[]::new));
    }
}
