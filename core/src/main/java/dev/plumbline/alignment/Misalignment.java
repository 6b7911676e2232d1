// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Optional;

/**
 * A place in which columns and fields do not agree.
 *
 * @param rule what is wrong
 * @param column the column with its type, absent where there is none
 * @param field the field with its type, absent where there is none
 * @param expected what would be right, for people; empty where the rule says it
 * @param effect what goes wrong here, one sentence without final stop
 * @param suggestion what was probably meant, one sentence without final stop
 */
public record Misalignment(
        AlignmentRule rule,
        Optional<Named> column,
        Optional<Named> field,
        String expected,
        String effect,
        Optional<String> suggestion) {

    /** A name with a type, both for people. */
    public record Named(String name, String type) {
        @Override
        public String toString() {
            return type.isEmpty() ? name : name + " " + type;
        }
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return rule.severity();
    }

    /** Returns it as one sentence without final stop. */
    @Override
    public String toString() {
        String what = field.map(Named::toString).orElse("")
                + (field.isPresent() && column.isPresent() ? " <- " : "")
                + column.map(Named::toString).orElse("");
        return severity() + " " + rule.id() + (what.isEmpty() ? "" : ": " + what) + ": " + effect
                + (expected.isEmpty() ? "" : "; expected " + expected)
                + suggestion.map(text -> "; " + text).orElse("");
    }
}
