// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A row-level security policy.
 *
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles sorted role names, {@code PUBLIC} for everyone
 */
public record Policy(
        ObjectKey key,
        ObjectKey on,
        boolean permissive,
        String command,
        List<String> roles,
        Optional<String> using,
        Optional<String> check)
        implements SchemaObject {
    public Policy {
        roles = List.copyOf(roles);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
