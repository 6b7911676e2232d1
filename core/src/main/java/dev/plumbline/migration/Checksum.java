// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What tells one content of a migration from another: SHA-256 over the tokens of its statements. Comments, white space,
 * line ends, a licence header and a last semicolon do not change it; anything that the database would see does.
 *
 * @param text 64 hexadecimal digits, or whatever a Java migration gives
 */
public record Checksum(String text) {
    /** Returns the checksum of a script. */
    public static Checksum of(List<ScriptStatement> statements) {
        MessageDigest digest = sha256();
        for (ScriptStatement statement : statements) {
            for (Token token : statement.tokens()) {
                // A checkout may turn the line ends within a function's body around.
                digest.update(statement.text(token).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            // Behind the tokens, so that a statement without rows has the checksum that it always had.
            statement.rowsText().ifPresent(rows -> {
                digest.update((byte) 2);
                digest.update(rows.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            });
            digest.update((byte) 1);
        }
        return new Checksum(HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns its first twelve characters, for people. */
    public String abbreviated() {
        return text.length() <= 12 ? text : text.substring(0, 12);
    }

    @Override
    public String toString() {
        return text;
    }
}
