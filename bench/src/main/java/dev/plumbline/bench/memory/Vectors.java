// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Embeddings of length one that differ in few directions and a little noise, so that some are near, as those of texts are;
 * the same for the same number.
 */
final class Vectors {
    static final int DIMENSIONS = 1_536;

    private static final int DIRECTIONS = 32;
    private static final double NOISE = 0.2;

    private final float[][] directions = new float[DIRECTIONS][];

    Vectors() {
        for (int i = 0; i < DIRECTIONS; i++) {
            directions[i] = gaussian(new Random(i), 1 / Math.sqrt(i + 1));
        }
    }

    /** Returns the embedding with that number. */
    float[] vector(int number) {
        Random random = new Random(1_000_003L + number);
        float[] vector = gaussian(random, NOISE);
        for (float[] direction : directions) {
            float weight = (float) random.nextGaussian();
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] += weight * direction[i];
            }
        }
        double length = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            length += (double) vector[i] * vector[i];
        }
        float scale = (float) (1 / Math.sqrt(length));
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static float[] gaussian(Random random, double spread) {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) (random.nextGaussian() * spread);
        }
        return values;
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    static String json(float[] vector) {
        StringBuilder text = new StringBuilder(13 * vector.length).append('[');
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(text(vector[i]));
        }
        return text.append(']').toString();
    }

    /** As most languages write it: digits down to 0.0001, an exponent of two digits below. */
    private static String text(float value) {
        String text = Float.toString(value);
        int exponent = text.indexOf('E');
        if (exponent < 0) {
            return text;
        }
        if (Math.abs(value) >= 1e-4) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return text.substring(0, exponent) + "e-" + (text.length() - exponent == 3 ? "0" : "")
                + text.substring(exponent + 2);
    }

    static float[] floats(String json) {
        float[] vector = new float[DIMENSIONS];
        int at = 1;
        for (int i = 0; i < DIMENSIONS; i++) {
            int end = i == DIMENSIONS - 1 ? json.length() - 1 : json.indexOf(',', at);
            vector[i] = Float.parseFloat(json.substring(at, end));
            at = end + 1;
        }
        return vector;
    }

    /** Returns the cosine distance, as sqlite-vec and libSQL define it. */
    static double distance(float[] a, float[] b) {
        double dot = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            left += (double) a[i] * a[i];
            right += (double) b[i] * b[i];
        }
        return 1 - dot / Math.sqrt(left * right);
    }
}
