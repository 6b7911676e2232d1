// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.SecondName;
import dev.plumbline.plan.SecondNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The second names that objects of the actual catalog go by, and that are taken away: because the desired side has the object
 * under its second name alone, or under its first one again.
 *
 * @param plain the actual catalog without them
 * @param completed the renames that are then carried out in earnest
 * @param abandoned those that are not wanted any more
 * @param work what takes them away, and gives them again
 * @param information what is to be known of them, one sentence each
 */
public record NamesTaken(
        Catalog plain,
        List<Change.Renamed> completed,
        List<SecondName> abandoned,
        SecondNames.Work work,
        List<String> information) {
    public NamesTaken {
        completed = List.copyOf(completed);
        abandoned = List.copyOf(abandoned);
        information = List.copyOf(information);
    }

    /** Finds them. A desired side that has the object under both names wants them for good. */
    static NamesTaken of(Catalog start, Catalog desired, ActionWriter writer) {
        Optional<SecondNames> engine = writer.secondNames();
        List<SecondName> names = engine.stream()
                .flatMap(known -> known.underWay(start).stream())
                .filter(name -> !(desired.contains(name.rename().from())
                        && desired.contains(name.rename().to())))
                .toList();
        if (names.isEmpty()) {
            return new NamesTaken(start, List.of(), List.of(), SecondNames.Work.NONE, List.of());
        }
        List<Change.Renamed> completed = new ArrayList<>();
        List<SecondName> abandoned = new ArrayList<>();
        List<String> information = new ArrayList<>();
        for (SecondName name : names) {
            boolean wanted = desired.contains(name.rename().to());
            if (wanted) {
                completed.add(name.rename());
            } else {
                abandoned.add(name);
            }
            information.add(
                    name.rename().from() + " goes by " + name.rename().to().name() + " too: its rename is under way"
                            + (wanted ? "" : ", and no longer wanted")
                            + (name.complete() ? "" : ", and stopped before its end"));
        }
        Catalog plain = start.without(
                names.stream().flatMap(name -> name.parts().stream()).toList());
        return new NamesTaken(plain, completed, abandoned, engine.orElseThrow().take(start, plain, names), information);
    }

    /** Returns what whoever applies a plan that takes them away must know, one sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        completed.forEach(rename -> notes.add("Apply this only when nothing uses " + rename.from()
                + " by that name any more: from here on its only name is "
                + rename.to().name() + "."));
        abandoned.forEach(name -> notes.add("Apply this only when nothing uses "
                + name.rename().from() + " by its second name any more, "
                + name.rename().to().name()
                + ": the rename is given up."));
        return notes;
    }
}
