// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of a plan's file was proven, and a checksum of it, which the file carries: whoever edits a plan by hand has another one,
 * of which the proof says nothing. Taken from the file as it is and not from the plan that is made of it, so that a later
 * version that knows of more members takes no older file for an edited one.
 */
final class ProvenPart {
    /** The member of the file that holds the checksum. */
    static final String MEMBER = "proven";

    private static final List<String> OF_PLAN =
            List.of("product", "actual", "desired", "steps", "reverse", "checkpoints", "proof");
    /** Reasons are for people; costs and times are of the live database; waiting for less long changes nothing that is reached. */
    private static final List<String> BESIDES = List.of("reason", "cost", "timeouts", "target");

    private ProvenPart() {}

    /** Returns the checksum of a plan's file: 64 hexadecimal digits. The order of members and the white space are none of it. */
    static String checksum(JsonNode plan) {
        MessageDigest digest = sha256();
        for (String member : OF_PLAN) {
            add(plan.path(member), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns why the proof that a file has says nothing of the plan in it, as a clause that begins behind its name. */
    static Optional<String> change(JsonNode plan) {
        if (!plan.path("proof").isObject()) {
            return Optional.empty();
        }
        JsonNode written = plan.path(MEMBER);
        if (!written.isTextual()) {
            return Optional.of("has no checksum of what was proven");
        }
        return written.textValue().equals(checksum(plan))
                ? Optional.empty()
                : Optional.of("was edited after it was proven");
    }

    private static void add(JsonNode node, MessageDigest digest) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            members.keySet().removeAll(BESIDES);
            digest.update((byte) '{');
            members.forEach((name, value) -> {
                text(name, digest);
                add(value, digest);
            });
            digest.update((byte) '}');
        } else if (node.isArray()) {
            digest.update((byte) '[');
            node.forEach(item -> add(item, digest));
            digest.update((byte) ']');
        } else {
            digest.update((byte) (node.isTextual() ? '"' : '='));
            text(node.asText(), digest);
        }
    }

    private static void text(String text, MessageDigest digest) {
        // No text holds this byte in UTF-8, so that no two of them run together.
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
