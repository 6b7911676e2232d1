// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who runs PostgreSQL's programs: the current user, or for root somebody else, because they
 * <a href="https://www.postgresql.org/docs/current/postgres-user.html">refuse to run with user id 0</a>.
 *
 * <p>The first way that works for root is taken:
 * <ol>
 *   <li>{@code unshare -U}: a user namespace without a mapping, in which root is seen as nobody. Files stay root's, so
 *       that a cache below /root works. Containers without the right to make namespaces refuse it.
 *   <li>{@code setpriv}, then {@code su}, then {@code sudo}, to the user postgres or nobody. The cluster's files are given
 *       to that user, who must be able to reach them: the cache is then below /var/cache.
 * </ol>
 *
 * @param prefix what stands before a program and its arguments
 * @param owner the user whom the files of a cluster must belong to, if it is another than the current one
 */
record Account(List<String> prefix, Optional<Owner> owner) {
    private static final Duration PROBE = Duration.ofSeconds(10);

    Account {
        prefix = List.copyOf(prefix);
    }

    /** A user by the numbers of the kernel. */
    record Owner(String name, int uid, int gid) {}

    /** Found once: the ways are tried by starting programs, which takes a few milliseconds. */
    private static final class Found {
        static final Optional<Account> ACCOUNT = isRoot()
                ? waysForRoot().stream().filter(Account::works).findFirst()
                : Optional.of(new Account(List.of(), Optional.empty()));
    }

    static Account current() {
        return Found.ACCOUNT.orElseThrow(
                () -> new EmbeddedServerException(
                        "PostgreSQL refuses to run as root, and none of unshare, setpriv, su and sudo could run it as another user",
                        "No embedded server was started",
                        "Run as an ordinary user, or give the URL of a PostgreSQL server that may hold scratch databases with --scratch-url"));
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a folder and all that is in it to the owner. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        Owner user = owner.get();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                return visitFile(visited, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", user.uid(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", user.gid(), LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether PostgreSQL's programs, run by this account, can enter a folder that exists. */
    boolean reaches(Path folder) {
        return owner.isEmpty()
                || Command.run(command(List.of("/bin/sh", "-c", "cd \"$0\"", folder.toString())), Path.of("/"), PROBE)
                        .succeeded();
    }

    static List<Account> waysForRoot() {
        List<Account> ways = new ArrayList<>();
        ways.add(new Account(List.of("unshare", "-U"), Optional.empty()));
        unprivilegedUser().ifPresent(user -> {
            String uid = "--reuid=" + user.uid();
            String gid = "--regid=" + user.gid();
            List<List<String>> prefixes = List.of(
                    List.of("setpriv", uid, gid, "--clear-groups"),
                    List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", user.name()),
                    List.of("sudo", "-n", "-u", user.name(), "--"));
            prefixes.forEach(prefix -> ways.add(new Account(prefix, Optional.of(user))));
        });
        return ways;
    }

    /** The user must not be root, and must have a name: initdb looks it up. */
    boolean works() {
        Command.Result result = Command.run(command(List.of("/bin/sh", "-c", "id -u && id -un")), Path.of("/"), PROBE);
        return result.succeeded() && !result.output().startsWith("0\n");
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException noProc) {
            return System.getProperty("user.name", "").equals("root");
        }
    }

    private static Optional<Owner> unprivilegedUser() {
        try {
            List<String[]> users = Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3)
                    .toList();
            return List.of("postgres", "nobody").stream()
                    .flatMap(name -> users.stream().filter(fields -> fields[0].equals(name)))
                    .map(fields ->
                            new Owner(fields[0], (int) Long.parseLong(fields[2]), (int) Long.parseLong(fields[3])))
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
