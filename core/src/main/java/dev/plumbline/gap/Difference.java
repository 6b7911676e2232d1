// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import java.util.Locale;

/**
 * One component of an object that is not the same on both sides.
 *
 * @param component the record component's name, such as {@code type}
 * @param actual its value on the actual side as text, empty for absent
 * @param desired its value on the desired side as text, empty for absent
 */
public record Difference(String component, String actual, String desired) {

    /** Returns the component's name as words: {@code notNull} becomes {@code not null}. */
    public String words() {
        return component.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
