// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli.demo;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of {@code packs/mcp}, which lie beside this class, as far as a server can run them. What a server lacks is left out statement by statement: those of
 * the module name its tables, types and functions, and no other does.
 */
final class PlatformFiles {
    /** What not every server can do; its folder below {@code schema} has the lower-case name. */
    enum Module {
        VECTOR("mcp\\.\\w*(?:embedding|projection)|public\\.vector\\b"
                + "|\\bEXTENSION (?:IF (?:NOT )?EXISTS )?(?:vector|btree_gin)\\b"),
        LZ4("\\bCOMPRESSION lz4\\b");

        private final Pattern statements;

        Module(String statements) {
            this.statements = Pattern.compile(statements);
        }

        private boolean has(String statement) {
            return statements.matcher(statement).find();
        }
    }

    private static final String SQL = ".sql";
    private static final String UP = ".up.sql";

    private final Path folder;
    private final Set<Module> left;
    private int statementsLeftOut;

    private PlatformFiles(Path folder, Set<Module> left) {
        this.folder = folder;
        this.left = left;
    }

    /**
     * Writes them into a folder below another, where the reader can look at them. It has a name of its own for what is in it, so that nothing has to be deleted that
     * another server could do.
     */
    static PlatformFiles copy(Path reports, Set<Module> available) throws IOException {
        Set<Module> left = EnumSet.allOf(Module.class);
        left.removeAll(available);
        String name = left.isEmpty()
                ? "platform"
                : "platform-without-" + left.stream().map(PlatformFiles::name).collect(Collectors.joining("-"));
        PlatformFiles files = new PlatformFiles(reports.resolve(name), left);
        URL roles = PlatformFiles.class.getResource("platform/roles.sql");
        if (roles == null) {
            throw new FileNotFoundException("platform/roles.sql");
        }
        try {
            URI uri = roles.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    files.copyFrom(jar.getPath(
                            "/" + PlatformFiles.class.getPackageName().replace('.', '/'), "platform"));
                }
            } else {
                files.copyFrom(Objects.requireNonNull(Path.of(uri).getParent()));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return files;
    }

    private void copyFrom(Path source) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(source)) {
            all = walk.filter(file -> file.toString().endsWith(SQL)).sorted().toList();
        }
        for (Path file : all) {
            Path name = source.relativize(file);
            if (left.stream().noneMatch(module -> name.startsWith("schema/" + name(module)))) {
                String text = withoutWhatIsLeft(name, Files.readString(file));
                if (!text.isEmpty()) {
                    Path target = folder.resolve(name.toString());
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.writeString(target, text);
                }
            }
        }
    }

    private String withoutWhatIsLeft(Path name, String text) {
        StringBuilder kept = new StringBuilder(text);
        List<ScriptStatement> statements =
                StatementSplitter.split(new SqlScript(name.toString(), text), SqlDialect.POSTGRES);
        int gone = 0;
        for (ScriptStatement statement : statements.reversed()) {
            if (left.stream().anyMatch(module -> module.has(statement.sql()))) {
                // With its semicolon.
                kept.delete(statement.start(), Math.min(kept.length(), kept.indexOf(";", statement.end()) + 1));
                gone++;
            }
        }
        if (name.startsWith("migrations") && name.toString().endsWith(UP)) {
            statementsLeftOut += gone;
        }
        return gone == statements.size() ? "" : kept.toString();
    }

    private static String name(Module module) {
        return module.name().toLowerCase(Locale.ROOT);
    }

    /** Returns how many statements of the migrations up were left out. */
    int statementsLeftOut() {
        return statementsLeftOut;
    }

    Path folder() {
        return folder;
    }

    Path migrations() {
        return folder.resolve("migrations");
    }

    Path schema() {
        return folder.resolve("schema");
    }

    /** Returns the text of one of them. */
    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Returns how many migrations there are. */
    int count() throws IOException {
        try (Stream<Path> files = Files.list(migrations())) {
            return (int) files.filter(file -> file.toString().endsWith(UP)).count();
        }
    }
}
