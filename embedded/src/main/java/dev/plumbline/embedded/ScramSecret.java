// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password as PostgreSQL stores it, of which it makes one round where it makes 4,096 by itself. Many rounds protect a weak password;
 * ours are 128 random bits, and every connection would pay. The server takes what is in this form already as it is (PostgreSQL
 * documentation, "CREATE ROLE", PASSWORD; the form: "pg_authid"; the reckoning: RFC 5802, section 3).
 */
final class ScramSecret {
    private static final int SALT_BYTES = 16;

    private ScramSecret() {}

    /** Returns the secret of a password of ASCII characters, with a salt of its own. */
    static String of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] salted = hmac(
                    password.getBytes(StandardCharsets.US_ASCII),
                    ByteBuffer.allocate(SALT_BYTES + Integer.BYTES)
                            .put(salt)
                            .putInt(1)
                            .array());
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            Base64.Encoder base64 = Base64.getEncoder();
            return "SCRAM-SHA-256$1:" + base64.encodeToString(salt) + "$" + base64.encodeToString(stored) + ":"
                    + base64.encodeToString(hmac(salted, "Server Key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and its HMAC", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        return hmac(key, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}
