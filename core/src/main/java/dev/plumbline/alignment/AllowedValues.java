// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a column may hold beside NULL, where a rule lists or bounds them: never fewer than it truly may.
 *
 * @param values the values as text, absent where they are not listed
 * @param least the smallest number, absent where there is none or it is not known
 * @param most the largest number, likewise
 */
public record AllowedValues(Optional<List<String>> values, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    /** Nothing is known. */
    public static final AllowedValues ANY = new AllowedValues(Optional.empty(), Optional.empty(), Optional.empty());

    /** NULL alone. */
    static final AllowedValues NONE = listed(List.of());

    public AllowedValues {
        values = values.map(List::copyOf);
    }

    /** Returns a list of values. */
    public static AllowedValues listed(List<String> values) {
        List<Optional<BigDecimal>> numbers =
                values.stream().map(AllowedValues::number).toList();
        boolean numeric = !values.isEmpty() && numbers.stream().allMatch(Optional::isPresent);
        return new AllowedValues(
                Optional.of(values),
                numeric ? numbers.stream().map(Optional::orElseThrow).min(BigDecimal::compareTo) : Optional.empty(),
                numeric ? numbers.stream().map(Optional::orElseThrow).max(BigDecimal::compareTo) : Optional.empty());
    }

    static AllowedValues between(Optional<BigDecimal> least, Optional<BigDecimal> most) {
        return new AllowedValues(Optional.empty(), least, most);
    }

    /** Returns a literal as a number. */
    static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns what both rules allow. */
    AllowedValues and(AllowedValues other) {
        Optional<List<String>> both = values.isPresent() && other.values.isPresent()
                ? Optional.of(values.get().stream()
                        .filter(other.values.get()::contains)
                        .toList())
                : values.or(other::values);
        return new AllowedValues(
                both,
                least.isPresent() && other.least.isPresent()
                        ? Optional.of(least.get().max(other.least.get()))
                        : least.or(other::least),
                most.isPresent() && other.most.isPresent()
                        ? Optional.of(most.get().min(other.most.get()))
                        : most.or(other::most));
    }

    /** Returns what either rule allows. */
    AllowedValues or(AllowedValues other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        if (values.isPresent() && other.values.isPresent()) {
            List<String> all = new ArrayList<>(values.get());
            other.values.get().stream().filter(value -> !all.contains(value)).forEach(all::add);
            return listed(all);
        }
        return between(
                least.isPresent() && other.least.isPresent()
                        ? Optional.of(least.get().min(other.least.get()))
                        : Optional.empty(),
                most.isPresent() && other.most.isPresent()
                        ? Optional.of(most.get().max(other.most.get()))
                        : Optional.empty());
    }

    /** Returns whether every value is a number between the two. */
    public boolean within(BigDecimal from, BigDecimal to) {
        return least.filter(number -> number.compareTo(from) >= 0).isPresent()
                && most.filter(number -> number.compareTo(to) <= 0).isPresent();
    }

    /** Returns whether zero and one are all there can be. */
    public boolean isZeroOrOne() {
        return values.filter(list -> !list.isEmpty() && List.of("0", "1").containsAll(list))
                .isPresent();
    }
}
