// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.regex.Pattern;

/**
 * Something that a statement can have and that pairs must cover.
 *
 * @param name what it is called
 * @param pattern found in the statement where it has the feature
 */
public record Feature(String name, Pattern pattern) {
    /** Returns a feature; the expression is matched without case. */
    public static Feature of(String name, String regex) {
        return new Feature(name, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }

    boolean in(String sql) {
        return pattern.matcher(sql).find();
    }
}
