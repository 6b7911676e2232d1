// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli.demo;

import java.io.PrintWriter;

/** How a demo is told: chapters, sentences, and reports of which its files have the rest. */
final class Story {
    private final PrintWriter out;

    Story(PrintWriter out) {
        this.out = out;
    }

    /** Begins a chapter. */
    void chapter(String title, String sentence) {
        say("");
        say(title);
        say(sentence);
        say("");
    }

    /** Shows a report up to a line that starts so; its file has all of it. */
    void show(String report, String end, String rest) {
        for (String line : report.lines().toList()) {
            if (!end.isEmpty() && line.startsWith(end)) {
                say("  … " + rest);
                return;
            }
            say(line.isEmpty() ? line : "  " + line);
        }
    }

    /** Tells one line, at once. */
    void say(String line) {
        out.println(line);
        out.flush();
    }
}
