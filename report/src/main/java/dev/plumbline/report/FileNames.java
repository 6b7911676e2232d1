// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * File names for names that may hold anything. What is unsafe on some file system is written as {@code %} and its bytes;
 * names that differ in case alone, which some file systems take for one, get a number.
 */
final class FileNames {
    private static final Set<String> RESERVED_BY_WINDOWS = Set.of("con", "prn", "aux", "nul");
    private static final int LONGEST = 180;

    private final Map<String, String> taken = new HashMap<>();

    /** Returns the path for a name in a folder; the same for the same name every time. */
    String path(String folder, String name) {
        String plain = folder + "/" + escape(name);
        String path = plain;
        for (int number = 2; !isFreeFor(path, folder + "/" + name); number++) {
            path = plain + "~" + number;
        }
        return path + ".sql";
    }

    private boolean isFreeFor(String path, String owner) {
        String before = taken.putIfAbsent(path.toLowerCase(Locale.ROOT), owner);
        return before == null || before.equals(owner);
    }

    static String escape(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean safe =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            boolean dotWithin = c == '.' && !escaped.isEmpty();
            if (safe || dotWithin) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "%%%02x", (int) c));
            }
        }
        String whole = escaped.length() > LONGEST ? escaped.substring(0, LONGEST) : escaped.toString();
        String stem = whole.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        boolean reserved = RESERVED_BY_WINDOWS.contains(stem) || stem.matches("(com|lpt)[0-9]");
        return reserved ? "%" + whole : whole;
    }
}
