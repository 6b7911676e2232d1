// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.List;
import java.util.Random;

/** Chance, and the version of the server that the statements are for. */
final class Dice {
    private final Random random;
    private final int version;

    Dice(Random random, int version) {
        this.random = random;
        this.version = version;
    }

    boolean since(int major) {
        return version >= major;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns the text that often, else nothing. */
    String maybe(int percent, String text) {
        return chance(percent) ? text : "";
    }

    /** Returns the text that often where the server knows it, else nothing. */
    String maybe(int percent, int major, String text) {
        return since(major) ? maybe(percent, text) : "";
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
