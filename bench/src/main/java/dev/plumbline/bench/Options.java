// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a benchmark was asked for: {@code --option value} pairs. */
public final class Options {
    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Reads the arguments. What is unknown, {@code --help} too, ends the process with the usage.
     *
     * @param first the place of the first option
     */
    public static Options of(String[] args, int first, List<String> known, String usage) {
        Map<String, String> given = new HashMap<>();
        for (int i = first; i < args.length; i += 2) {
            if (!known.contains(args[i]) || i + 1 == args.length) {
                System.err.print(usage);
                System.exit(args[i].equals("--help") ? 0 : 2);
            }
            given.put(args[i], args[i + 1]);
        }
        return new Options(given);
    }

    /** Returns the words between the commas. */
    public List<String> list(String option, String usual) {
        return List.of(given.getOrDefault(option, usual).split(",", -1));
    }

    /** Returns the numbers between the commas. */
    public int[] numbers(String option, String usual) {
        return Arrays.stream(given.getOrDefault(option, usual).split(",", -1))
                .filter(number -> !number.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Returns a number. */
    public int number(String option, int usual) {
        return text(option).map(Integer::parseInt).orElse(usual);
    }

    /** Returns what was given. */
    public Optional<String> text(String option) {
        return Optional.ofNullable(given.get(option));
    }

    /** Returns whether jobs that were measured with the same settings are left as they are. */
    public boolean isResumed() {
        return "yes".equals(given.get("--resume"));
    }

    /** Returns the folder of the pages: that of the tree unless another one was given. */
    public Path docs(Path root) {
        return text("--into").map(Path::of).orElseGet(() -> root.resolve("docs"));
    }
}
