// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what an output was when somebody last looked at it; {@code -Dgolden=update} writes them anew. */
public final class Golden {
    private Golden() {}

    /** Fails when a text is not what the file under the test resources holds. */
    public static void check(String resource, String text) throws IOException {
        check(Places.root().resolve("acceptance/src/test/resources").resolve(resource), text);
    }

    /** Fails when a text is not what a file of the project holds. */
    public static void check(Path file, String text) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("%s; look at the difference, and write the file anew with -Dgolden=update", file.getFileName())
                .isEqualTo(Files.readString(file));
    }
}
