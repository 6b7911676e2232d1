// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a migration is called by: numbers, which order it, or a name, where its tool keeps the order elsewhere. Numbers
 * compare as numbers: {@code 000001} is 1, {@code 1.0} is 1, {@code 1.10} comes after {@code 1.9}. Names compare as
 * text, behind all numbers.
 */
public final class Version implements Comparable<Version> {
    private static final Pattern SEPARATOR = Pattern.compile("[._-]");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:[._-][0-9]+)*");

    private final String text;
    private final List<BigInteger> numbers;

    private Version(String text, List<BigInteger> numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /** Returns the version of a text: numbers separated by dots, underscores or dashes, else a name. */
    public static Version of(String text) {
        return NUMBERS.matcher(text).matches()
                ? new Version(
                        text,
                        withoutTrailingZeros(SEPARATOR
                                .splitAsStream(text)
                                .map(BigInteger::new)
                                .toList()))
                : named(text);
    }

    /** Returns a name, which is not looked into for numbers. */
    public static Version named(String name) {
        return new Version(name, List.of());
    }

    private static List<BigInteger> withoutTrailingZeros(List<BigInteger> numbers) {
        int size = numbers.size();
        while (size > 1 && numbers.get(size - 1).signum() == 0) {
            size--;
        }
        return List.copyOf(numbers.subList(0, size));
    }

    /** Returns it as its author wrote it, leading zeros and all. */
    public String text() {
        return text;
    }

    /** Returns whether it is numbers. */
    public boolean isNumbered() {
        return !numbers.isEmpty();
    }

    /** Returns its numbers, without zeros at the end; empty for a name. */
    public List<BigInteger> numbers() {
        return numbers;
    }

    @Override
    public int compareTo(Version other) {
        if (isNumbered() != other.isNumbered()) {
            return isNumbered() ? -1 : 1;
        }
        for (int i = 0; i < Math.min(numbers.size(), other.numbers.size()); i++) {
            int byNumber = numbers.get(i).compareTo(other.numbers.get(i));
            if (byNumber != 0) {
                return byNumber;
            }
        }
        return isNumbered() ? Integer.compare(numbers.size(), other.numbers.size()) : text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return isNumbered() ? numbers.hashCode() : Objects.hashCode(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
