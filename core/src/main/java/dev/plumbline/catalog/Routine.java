// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/**
 * A function or procedure; the key's kind says which. Its name carries the input argument types.
 *
 * @param definition {@code pg_get_functiondef}
 * @param arguments {@code pg_get_function_arguments}: names, modes and defaults
 * @param inputNames names of the input arguments, empty strings for unnamed ones; CREATE OR REPLACE cannot change them
 * @param result the result type, empty for a procedure
 * @param outputs names of OUT and TABLE columns with their types, in order
 * @param defaultCount how many arguments have defaults; CREATE OR REPLACE cannot remove one
 * @param language such as {@code plpgsql}
 */
public record Routine(
        ObjectKey key,
        String definition,
        String arguments,
        List<String> inputNames,
        String result,
        List<String> outputs,
        int defaultCount,
        String language)
        implements SchemaObject {
    public Routine {
        inputNames = List.copyOf(inputNames);
        outputs = List.copyOf(outputs);
    }
}
