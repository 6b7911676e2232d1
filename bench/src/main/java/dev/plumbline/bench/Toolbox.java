// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gets the tools: each peer at a fixed version, by the client of its registry as that is set up on the machine, into a
 * folder outside of the tree. What cannot be had is skipped by name.
 */
final class Toolbox {
    private static final String DBMATE = "2.36.0";
    private static final String GOLANG_MIGRATE = "4.20.1";
    private static final String GOOSE = "3.29.0";
    private static final String FLYWAY = "11.20.3";
    private static final String JACKSON = "2.22.4";
    private static final String LIQUIBASE = "4.33.0";
    private static final String MIGRA = "3.0.1663481299";
    /** What migra stands on. SQLAlchemy 2.1 takes another driver for the same address, and migra fails at once. */
    private static final String SQLALCHEMY = "2.0.45";

    private static final String ALEMBIC = "1.20.1";
    private static final String PG_DELTA = "1.0.0-alpha.34";
    private static final String PSYCOPG = "2.9.13";
    private static final String POSTGRESQL_DRIVER = "42.7.14";

    private final Path root;
    private final Path cache;
    private final List<Tool> tools = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    Toolbox(Path root, Path cache) {
        this.root = root;
        this.cache = cache;
    }

    /** Returns what can be measured, the floor first. */
    List<Tool> tools() {
        return List.copyOf(tools);
    }

    /** Returns what cannot, with the reason. */
    List<String> skipped() {
        return List.copyOf(skipped);
    }

    void fill() throws IOException, InterruptedException {
        Files.createDirectories(cache);
        addOwn();
        addPeers();
        skipped.addAll(Peers.absent());
    }

    private void addOwn() throws IOException, InterruptedException {
        String psql = Invocation.of("psql", "--version").answer();
        String sqlite = Invocation.of("sqlite3", "--version").answer();
        if (psql.isEmpty()) {
            skipped.add("psql: not installed.");
        } else {
            tools.add(new OwnTools.Psql(number(psql)));
        }
        if (sqlite.isEmpty()) {
            skipped.add("sqlite3: not installed.");
        } else {
            tools.add(new OwnTools.SqliteShell(number(sqlite)));
        }
        addPgDump();
        String launcher = root.resolve("plumbline").toString();
        // Also makes what it starts quickly from.
        String version = Invocation.of(launcher, "--version").answer();
        tools.add(new OwnTools.Plumbline(Path.of(launcher), number(version)));
    }

    /** A dump refuses a server that is newer than itself. */
    private void addPgDump() throws IOException, InterruptedException {
        List<List<String>> candidates = List.of(
                List.of("pg_dump"),
                List.of(root.resolve("scripts/postgres-tools").toString(), "pg_dump"));
        for (List<String> candidate : candidates) {
            List<String> words = new ArrayList<>(candidate);
            words.add("--version");
            String version = number(Invocation.of(words).answer());
            if (version.startsWith("18")) {
                tools.add(new OwnTools.PgDump(candidate, version));
                return;
            }
        }
        skipped.add("pg_dump -s: none of version 18 here, and scripts/postgres-tools cannot prepare one.");
    }

    private void addPeers() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path npm = cache.resolve("npm");
        Path go = cache.resolve("bin");
        add("dbmate", () -> {
            Path program = npm.resolve("node_modules/.bin/dbmate");
            // The package's own start script needs node; the program itself stands beside it.
            install(program, "npm", "install", "--silent", "--prefix", npm.toString(), "dbmate@" + DBMATE);
            return new Peers.Dbmate(compiled(npm, program), DBMATE);
        });
        add("golang-migrate", () -> {
            Path program = go.resolve("migrate");
            goInstall(
                    program, "postgres sqlite", "github.com/golang-migrate/migrate/v4/cmd/migrate@v" + GOLANG_MIGRATE);
            return new Peers.GolangMigrate(program, GOLANG_MIGRATE);
        });
        add("goose", () -> {
            Path program = go.resolve("goose");
            goInstall(
                    program,
                    "no_ydb no_clickhouse no_mssql no_vertica no_mysql no_libsql",
                    "github.com/pressly/goose/v3/cmd/goose@v" + GOOSE);
            return new Peers.Goose(program, GOOSE);
        });
        add("Flyway", () -> {
            Path libraries = cache.resolve("flyway-" + FLYWAY);
            maven(
                    libraries,
                    "org.flywaydb:flyway-commandline:" + FLYWAY,
                    // Its libraries ask for several versions of these, which do not fit together.
                    "com.fasterxml.jackson.core:jackson-core:" + JACKSON,
                    "com.fasterxml.jackson.core:jackson-databind:" + JACKSON,
                    "com.fasterxml.jackson.dataformat:jackson-dataformat-toml:" + JACKSON,
                    "org.flywaydb:flyway-database-postgresql:" + FLYWAY,
                    "org.postgresql:postgresql:" + POSTGRESQL_DRIVER);
            return new Peers.Flyway(java, libraries, FLYWAY);
        });
        add("Liquibase", () -> {
            Path libraries = cache.resolve("liquibase-" + LIQUIBASE);
            maven(
                    libraries,
                    "org.liquibase:liquibase-core:" + LIQUIBASE,
                    "info.picocli:picocli:4.7.7",
                    "org.postgresql:postgresql:" + POSTGRESQL_DRIVER);
            return new Peers.Liquibase(java, libraries, LIQUIBASE);
        });
        add(
                "Alembic",
                () -> new Peers.Alembic(
                        python("alembic", ALEMBIC, "psycopg2-binary==" + PSYCOPG, "SQLAlchemy==" + SQLALCHEMY),
                        ALEMBIC));
        String sqitch = Invocation.of("sqitch", "--version").answer();
        if (sqitch.isEmpty()) {
            skipped.add(
                    "Sqitch: not installed (Debian has it as sqitch, with libdbd-pg-perl and libdbd-sqlite3-perl).");
        } else {
            tools.add(new Peers.Sqitch(number(sqitch.replace("(App::Sqitch) v", ""))));
        }
        add(
                "migra",
                () -> new Comparers.Migra(
                        python(
                                "migra",
                                MIGRA,
                                "setuptools<81",
                                "psycopg2-binary==" + PSYCOPG,
                                "SQLAlchemy==" + SQLALCHEMY),
                        MIGRA));
        add("pg-delta", () -> {
            Path home = cache.resolve("pg-delta-" + PG_DELTA);
            Path program = home.resolve("node_modules/.bin/pgdelta");
            install(
                    program,
                    "npm",
                    "install",
                    "--silent",
                    "--prefix",
                    home.toString(),
                    "@supabase/pg-delta@" + PG_DELTA);
            return new Comparers.PgDelta(program, home.resolve("schema"), PG_DELTA);
        });
    }

    /** Lets pip install a program and what it needs, in an environment of its own. */
    private Path python(String name, String version, String... libraries) throws IOException, InterruptedException {
        Path environment = cache.resolve(name + "-" + version + "-" + SQLALCHEMY + "-" + PSYCOPG);
        Path program = environment.resolve("bin").resolve(name);
        if (!Files.exists(program)) {
            run("python3", "-m", "venv", environment.toString());
            List<String> words = new ArrayList<>(
                    List.of(environment.resolve("bin/pip").toString(), "install", "--quiet", name + "==" + version));
            words.addAll(List.of(libraries));
            run(words.toArray(String[]::new));
        }
        return program;
    }

    /** Makes a tool ready, or fails with the reason why it is not to be had. */
    @FunctionalInterface
    private interface Preparation {
        Tool prepare() throws IOException, InterruptedException;
    }

    private void add(String name, Preparation preparation) throws InterruptedException {
        try {
            tools.add(preparation.prepare());
        } catch (IOException e) {
            skipped.add(name + ": cannot be installed here (" + firstLine(e) + ").");
        }
    }

    private static String firstLine(IOException e) {
        String message = e.getMessage() == null ? "no reason given" : e.getMessage();
        // An address in it would be one of the machine's.
        return message.lines().findFirst().orElse("").replaceAll("https?://\\S+|/\\S+/", "…");
    }

    private static void install(Path program, String... command) throws IOException, InterruptedException {
        if (!Files.exists(program)) {
            run(command);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Invocation.of(command).time();
    }

    private void goInstall(Path program, String tags, String module) throws IOException, InterruptedException {
        if (!Files.exists(program)) {
            Invocation.of("go", "install", "-tags=" + tags, module)
                    .with("GOBIN", program.resolveSibling("").toString())
                    .time();
        }
    }

    /** Lets Maven copy artifacts and what they need: from a project that is nothing but its dependencies. */
    private void maven(Path libraries, String... artifacts) throws IOException, InterruptedException {
        if (Files.isDirectory(libraries)) {
            return;
        }
        StringBuilder pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion><groupId>bench</groupId>"
                + "<artifactId>peer</artifactId><version>1</version><dependencies>");
        for (String artifact : artifacts) {
            String[] parts = artifact.split(":", -1);
            pom.append("<dependency><groupId>").append(parts[0]).append("</groupId><artifactId>");
            pom.append(parts[1])
                    .append("</artifactId><version>")
                    .append(parts[2])
                    .append("</version></dependency>");
        }
        Path file = Files.createTempFile("peer", ".xml");
        try {
            Files.writeString(file, pom.append("</dependencies></project>").toString());
            Path building = libraries.resolveSibling(libraries.getFileName() + ".building");
            run(
                    "mvn",
                    "-B",
                    "-q",
                    "-f",
                    file.toString(),
                    "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies",
                    "-DincludeScope=runtime",
                    "-DoutputDirectory=" + building);
            Files.move(building, libraries);
        } finally {
            Files.delete(file);
        }
    }

    private static Path compiled(Path npm, Path script) throws IOException {
        try (var files = Files.walk(npm.resolve("node_modules/@dbmate"))) {
            return files.filter(file -> file.endsWith("bin/dbmate")).findFirst().orElse(script);
        }
    }

    private static String number(String answer) {
        for (String word : answer.split("\\s", -1)) {
            if (word.matches("[0-9]+\\.[0-9].*")) {
                return word;
            }
        }
        return answer.lines().findFirst().orElse("");
    }
}
