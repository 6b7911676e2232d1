// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.WorkRate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What tells how much work statements will be on a live database, of which the scratch database knows only the kind. */
public interface Magnitudes {
    /**
     * Returns the sizes of those of the relations that the database has, by one query that only reads and looks at no
     * others; what cannot be told apart by its name is left out.
     *
     * @param relations by schema and name, as {@link dev.plumbline.plan.StepCost} has them
     */
    List<RelationSize> sizes(Connection live, Set<String> relations) throws SQLException;

    /** Returns how fast a scratch server works, measured on a table of some megabytes, in well under a second. */
    WorkRate measure(Connection scratch) throws SQLException;
}
