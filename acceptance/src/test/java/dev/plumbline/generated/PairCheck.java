// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

/** Leads a pair there and back on a real database and judges what came of it. */
@FunctionalInterface
public interface PairCheck {
    /** Returns what came of the pair. Never throws for what a pair may hold. */
    Outcome outcome(SchemaPair pair);

    /** What can come of a pair. */
    sealed interface Outcome {}

    /** All is as it must be. */
    record Passed() implements Outcome {}

    /**
     * The rows do not fit the desired schema; the plan stopped, and everything is as it was before.
     *
     * @param detail what the database said
     */
    record Refused(String detail) implements Outcome {}

    /**
     * Something is wrong.
     *
     * @param kind what sort of thing, a word or two: a shrinker keeps to it
     * @param detail all that helps to understand it
     */
    record Failed(String kind, String detail) implements Outcome {
        /** Returns a failure by an error, with those of its places that are ours, and what else there is to say. */
        public static Failed of(String kind, Exception e, String more) {
            StringBuilder text = new StringBuilder(e.toString());
            for (StackTraceElement element : e.getStackTrace()) {
                if (element.getClassName().startsWith("dev.plumbline")) {
                    text.append("\n  at ").append(element);
                }
            }
            return new Failed(kind, text.append(more).toString());
        }
    }
}
