// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.script.ScriptStatement;
import java.util.EnumSet;
import java.util.Set;

/**
 * A query of an application, with the name that its file gives it.
 *
 * @param name its name, unique in its workload
 * @param statement its text and tokens; parameters stand where the application puts values
 * @param allowed what is known and accepted about its plan
 */
public record WorkloadQuery(String name, ScriptStatement statement, Set<Trait> allowed) {
    public WorkloadQuery {
        allowed = Set.copyOf(allowed);
    }

    /** Returns its text. */
    public String sql() {
        return statement.sql();
    }

    /** Returns where its statement begins. */
    public SourcePosition position() {
        return statement.position();
    }

    /** Returns what of these is not accepted for it, in the order of the enum. */
    Set<Trait> unaccepted(Set<Trait> traits) {
        EnumSet<Trait> left = EnumSet.noneOf(Trait.class);
        left.addAll(traits);
        left.removeAll(allowed);
        return left;
    }
}
