// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.embedded.EmbeddedServerException;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells of every error that ends a command: the fact, its place, the way out, and no stack unless it is asked for. */
final class ErrorHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        int code = tell(error, err);
        if (CommonOptions.isDebug(parsed)) {
            error.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    private static int tell(Exception error, PrintWriter err) {
        return switch (error) {
            case PlumblineException known -> tell(known, err);
            case EmbeddedServerException known -> {
                err.println("error: " + known.getMessage());
                err.println("way out: " + known.wayOut());
                yield ExitCodes.DATABASE;
            }
            case UncheckedIOException io -> tellOfFile(io, err);
            case IOException io -> tellOfFile(io, err);
            case SQLException sql -> {
                err.println("error: the database said: " + sql.getMessage());
                yield ExitCodes.DATABASE;
            }
            default -> {
                err.println("error: " + error);
                err.println(
                        "way out: this is a defect of plumbline; run again with --debug and report what it prints.");
                yield ExitCodes.INTERNAL;
            }
        };
    }

    private static int tell(PlumblineException error, PrintWriter err) {
        err.println("error: " + error.getMessage());
        error.position().ifPresent(position -> {
            err.println("at " + position.location());
            position.caret().lines().forEach(line -> err.println("  " + line));
        });
        error.advice().ifPresent(advice -> err.println("way out: " + advice));
        return ExitCodes.of(error.code().category());
    }

    private static int tellOfFile(Exception error, PrintWriter err) {
        err.println("error: a file could not be read or written: " + error.getMessage());
        return ExitCodes.USAGE;
    }
}
