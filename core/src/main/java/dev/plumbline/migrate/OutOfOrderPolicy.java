// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

/** What is done about a migration that comes before one that is applied already. */
public enum OutOfOrderPolicy {
    /** Nothing is applied, and it is named: the default. */
    LINEAR,
    /** It is applied like every other pending one. */
    ALLOW,
    /** It is left out, and named; the others are applied. */
    SKIP
}
