// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops a server whose JVM was killed: a shell that waits for the end of its input, which only this JVM could write. The
 * server's folder is left to the next start's sweep, as is the server itself on Windows.
 */
final class Watchdog {
    private final List<Process> shells;

    private Watchdog(List<Process> shells) {
        this.shells = shells;
    }

    static Watchdog none() {
        return new Watchdog(List.of());
    }

    static Watchdog over(Path data, Installation installation, String mode) throws IOException {
        if (installation.platform().isWindows()) {
            return none();
        }
        // Ctrl-C reaches every process of the terminal; this one must outlive the JVM.
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", "-c", "trap '' INT HUP TERM; read -r end; exec \"$@\"", "plumbline-watchdog"));
        command.addAll(installation.command("pg_ctl", "stop", "-W", "-m", mode, "-D", data.toString()));
        return new Watchdog(List.of(Command.builder(command, installation.home())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()));
    }

    void dismiss() {
        shells.forEach(Process::destroyForcibly);
    }
}
