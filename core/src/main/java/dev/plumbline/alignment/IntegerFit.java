// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** Whether whole numbers of a column fit into a type of Java; one rule for every engine. */
public final class IntegerFit {
    private static final Map<JavaKind, Integer> BITS =
            Map.of(JavaKind.BYTE, 8, JavaKind.SHORT, 16, JavaKind.INT, 32, JavaKind.LONG, 64);
    private static final int FLOAT_BITS = 25;
    private static final int DOUBLE_BITS = 54;

    private IntegerFit() {}

    /**
     * Returns why a kind of number does not hold whole numbers of so many bits.
     *
     * @param bits of the column's type, sign included
     * @param kind a kind of number
     * @param allowed what checks allow, which may be less
     */
    public static Optional<Misfit> judge(int bits, JavaKind kind, AllowedValues allowed, String expected) {
        return switch (kind) {
            case BYTE, SHORT, INT, LONG -> {
                int room = BITS.getOrDefault(kind, 0);
                yield room >= bits || fits(allowed, room)
                        ? Optional.empty()
                        : Optional.of(new Misfit(
                                AlignmentRule.OVERFLOW,
                                expected,
                                "a number beyond "
                                        + BigInteger.TWO.pow(room - 1).subtract(BigInteger.ONE)
                                        + " does not fit: reading it fails, or gives another number"));
            }
            case FLOAT, DOUBLE -> {
                int room = kind == JavaKind.FLOAT ? FLOAT_BITS : DOUBLE_BITS;
                yield room >= bits || fits(allowed, room)
                        ? Optional.empty()
                        : Optional.of(new Misfit(
                                AlignmentRule.PRECISION,
                                expected,
                                "a number beyond " + BigInteger.TWO.pow(room - 1) + " is rounded"));
            }
            default -> Optional.empty();
        };
    }

    /** Returns whether the numbers that are allowed have no more bits than these. */
    public static boolean fits(AllowedValues allowed, int bits) {
        BigDecimal most = new BigDecimal(BigInteger.TWO.pow(bits - 1).subtract(BigInteger.ONE));
        return allowed.within(most.negate().subtract(BigDecimal.ONE), most);
    }
}
