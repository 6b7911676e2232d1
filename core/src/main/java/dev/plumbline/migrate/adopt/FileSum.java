// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A checksum that another tool recorded, and that can be computed anew from a file.
 *
 * @param algorithm how it is computed
 * @param text what was recorded
 */
record FileSum(Algorithm algorithm, String text) {

    /** How a tool computes its checksum. */
    enum Algorithm {
        /** A CRC32 over the lines in UTF-8, without their ends and without a byte order mark, as a signed integer. */
        FLYWAY_CRC32("CRC32"),
        /** SHA-384 over the file, as hexadecimal digits in lower case. */
        SQLX_SHA384("SHA-384");

        private final String label;

        Algorithm(String label) {
            this.label = label;
        }

        /** Returns its name, for people. */
        String label() {
            return label;
        }
    }

    /** Returns the checksums that the file of a migration may have; none for one in Java, which has none that counts. */
    List<String> computed(Migration migration) {
        if (!(migration.up() instanceof MigrationScript.Sql sql)) {
            return List.of();
        }
        List<String> sums = new ArrayList<>();
        for (String script : List.of(sql.script().text())) {
            switch (algorithm) {
                case FLYWAY_CRC32 -> sums.add(Integer.toString(crc32(script)));
                case SQLX_SHA384 -> {
                    // The mark at the begin of a file is not part of a script here, but it was part of the sum there.
                    sums.add(sha384(script));
                    sums.add(sha384('\uFEFF' + script));
                }
            }
        }
        return sums;
    }

    /** Returns whether the file of a migration has this checksum, or has none. */
    boolean fits(Migration migration) {
        List<String> sums = computed(migration);
        return sums.isEmpty() || sums.contains(text.toLowerCase(Locale.ROOT));
    }

    private static int crc32(String script) {
        CRC32 crc = new CRC32();
        // What String.lines takes for the end of a line is what a BufferedReader does: \n, \r and \r\n.
        script.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    private static String sha384(String script) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-384");
            return HexFormat.of().formatHex(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }
}
