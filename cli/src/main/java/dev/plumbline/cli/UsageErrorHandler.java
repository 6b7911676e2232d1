// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments, and where all of them are listed: the list itself would push that off the screen. */
final class UsageErrorHandler implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + error.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(error, err)) {
            err.println("way out: '" + command.getCommandSpec().qualifiedName() + " --help' lists what there is.");
        }
        err.flush();
        return ExitCodes.USAGE;
    }
}
