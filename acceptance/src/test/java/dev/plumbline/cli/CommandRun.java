// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command that was executed in this process. */
public record CommandRun(int exitCode, String out, String err) {
    /** Runs a command and returns what came of it. */
    public static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        int code = line.execute(texts);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
