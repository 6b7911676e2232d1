// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.regex.Pattern;

/**
 * Something that a statement can have and that pairs must cover.
 *
 * @param name what it is called
 * @param pattern found in the statement where it has the feature
 * @param kept whether a statement that has it can change in something else
 */
public record Feature(String name, Pattern pattern, boolean kept) {
    /** Returns a feature; the expression is matched without case. */
    public static Feature of(String name, String regex) {
        return new Feature(name, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), true);
    }

    /** Returns a feature that comes and goes, and whose statement has nothing else that could change. */
    public static Feature whole(String name, String regex) {
        return new Feature(name, of(name, regex).pattern(), false);
    }

    boolean in(String sql) {
        return pattern.matcher(sql).find();
    }
}
