// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

/**
 * How a plan is made.
 *
 * @param proof whether it is carried out on a scratch database, there and back, before it is handed out
 * @param strict whether a catalog with objects that are not modelled is refused
 */
public record PlanOptions(boolean proof, boolean strict) {
    /** Proven, and lenient towards what is not modelled: it is named in the reports. */
    public static final PlanOptions DEFAULT = new PlanOptions(true, false);
}
