// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

/** A piece of a line: a text, which may have been anything in a database, and its tone. */
record Cell(String text, Tone tone) {
    Cell {
        text = Texts.oneLine(text);
    }

    static Cell of(String text) {
        return new Cell(text, Tone.PLAIN);
    }

    static Cell of(int number) {
        return new Cell(number == 0 ? "·" : Integer.toString(number), number == 0 ? Tone.FAINT : Tone.PLAIN);
    }
}
