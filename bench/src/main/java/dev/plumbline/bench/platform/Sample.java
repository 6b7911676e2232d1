// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import java.util.Random;
import java.util.UUID;

/**
 * Texts and their embeddings, the same for the same number. An embedding is a point near that of one of 500 subjects, in 64 directions of 1,536, and some noise in
 * all of them: so there are neighbourhoods, as there are among texts. A text has words of its subject and words that all subjects have, few of them often.
 */
final class Sample {
    static final int DIMENSIONS = 1_536;
    static final int TENANTS = 100;

    private static final int SUBJECTS = 500;
    private static final int DIRECTIONS = 64;
    private static final double WITHIN_A_SUBJECT = 0.6;
    private static final double NOISE = 0.02;
    private static final int WORDS_OF_ALL = 5_000;
    private static final int WORDS_OF_A_SUBJECT = 60;

    private final float[][] directions = new float[DIRECTIONS][DIMENSIONS];
    private final int rows;

    Sample(int rows) {
        this.rows = rows;
        Random random = new Random(1);
        for (float[] direction : directions) {
            for (int i = 0; i < DIMENSIONS; i++) {
                direction[i] = (float) (random.nextGaussian() / Math.sqrt(DIMENSIONS));
            }
        }
    }

    /** Returns the tenant of a row: a fifth of all rows are the first one's, the others have as many each. */
    int tenant(int row) {
        return row % 5 == 0 ? 0 : 1 + row % (TENANTS - 1);
    }

    /** Returns the identifier of a tenant; its agent has the same. */
    static UUID id(int tenant) {
        return new UUID(0x8000L, 0x8000000000000000L + tenant);
    }

    /** Whether a row is of its tenant's agent, as a tenth of each tenant's are. */
    static boolean isOfAgent(int row) {
        return row / 5 % 10 == 0;
    }

    /** Returns a number that is no row's, for the question with that number. */
    int question(int number) {
        return rows + number;
    }

    /** Returns an embedding of length one. */
    float[] vector(int number) {
        Random random = new Random(1_000_003L + number);
        Random subject = new Random(subject(number));
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (random.nextGaussian() * NOISE);
        }
        for (float[] direction : directions) {
            float weight = (float) (subject.nextGaussian() + WITHIN_A_SUBJECT * random.nextGaussian());
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] += weight * direction[i];
            }
        }
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    /** Returns a text of forty words. */
    String text(int number) {
        Random random = new Random(7_000_003L + number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            text.append(ofAll(random)).append(' ');
        }
        for (int i = 0; i < 15; i++) {
            text.append(ofSubject(number, random)).append(' ');
        }
        return text.toString();
    }

    /** Returns a question of three words: two of a subject, one of all. */
    String question(int number, Random random) {
        return ofSubject(number, random) + " " + ofSubject(number, random) + " " + ofAll(random);
    }

    /** Returns a vector in the words of pgvector. */
    static String literal(float[] vector) {
        StringBuilder text = new StringBuilder(12 * vector.length).append('[');
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }

    private static int subject(int number) {
        return (int) ((((number * 2_654_435_761L) >>> 16) & 0xffff) % SUBJECTS);
    }

    private static String ofAll(Random random) {
        return "common" + (int) (WORDS_OF_ALL * Math.pow(random.nextDouble(), 4));
    }

    private static String ofSubject(int number, Random random) {
        return "subject" + subject(number) + "x" + (int) (WORDS_OF_A_SUBJECT * Math.pow(random.nextDouble(), 2));
    }
}
