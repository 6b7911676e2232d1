// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

/** How much a piece of text wants to be seen; a renderer makes a colour of it, or nothing. */
enum Tone {
    PLAIN,
    STRONG,
    FAINT,
    GOOD,
    NOTABLE,
    BAD
}
