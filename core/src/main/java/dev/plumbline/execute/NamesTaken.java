// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.SecondName;
import dev.plumbline.plan.SecondNames;
import dev.plumbline.source.Hint;
import dev.plumbline.source.LoadedSchema;
import java.util.ArrayList;
import java.util.Comparator;
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

    /**
     * Finds them. A desired side that has the object under both names wants them for good. It names columns by the names that
     * their tables have there, so these are looked at first.
     */
    static NamesTaken of(Catalog start, LoadedSchema desired, ActionWriter writer) {
        Optional<SecondNames> engine = writer.secondNames();
        List<Change.Renamed> containers = new ArrayList<>(containers(start, desired));
        List<SecondName> names = new ArrayList<>();
        List<Change.Renamed> completed = new ArrayList<>();
        List<SecondName> abandoned = new ArrayList<>();
        List<String> information = new ArrayList<>();
        for (SecondName name : engine.map(known -> known.underWay(start)).orElse(List.of())) {
            ContainerRenames before = new ContainerRenames(containers);
            Change.Renamed rename = before.after(name.rename());
            boolean first = desired.catalog().contains(rename.from());
            if (first && desired.catalog().contains(before.after(name.second()))) {
                continue;
            }
            names.add(name);
            boolean wanted = !first && desired.catalog().contains(rename.to());
            if (wanted) {
                completed.add(rename);
            } else {
                abandoned.add(name);
            }
            if (wanted && ContainerRenames.isContainer(rename.from().kind()) && !containers.contains(rename)) {
                containers.add(rename);
            }
            information.add(
                    name.rename().from() + " goes by " + name.rename().newName() + " too: its rename is under way"
                            + (wanted ? "" : ", and no longer wanted")
                            + (name.complete() ? "" : ", and not all of it is in place"));
        }
        if (names.isEmpty()) {
            return new NamesTaken(start, List.of(), List.of(), SecondNames.Work.NONE, List.of());
        }
        Catalog plain = start.without(
                names.stream().flatMap(name -> name.parts().stream()).toList());
        return new NamesTaken(plain, completed, abandoned, engine.orElseThrow().take(start, plain, names), information);
    }

    /** Returns the renames of schemas and tables that the desired side declares and that are still to be made. */
    private static List<Change.Renamed> containers(Catalog start, LoadedSchema desired) {
        return desired.hints().stream()
                .filter(Hint.Rename.class::isInstance)
                .map(Hint.Rename.class::cast)
                .filter(hint -> ContainerRenames.isContainer(hint.object().kind()) && !start.contains(hint.object()))
                .map(hint -> new Change.Renamed(hint.from(), hint.object()))
                .sorted(Comparator.comparing(Change.Renamed::to))
                .toList();
    }

    /** Returns what whoever applies a plan that takes them away must know, one sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        completed.forEach(rename -> notes.add("Apply this only when nothing uses " + rename.from()
                + " by that name any more: from here on its only name is "
                + rename.newName() + "."));
        abandoned.forEach(name -> notes.add("Apply this only when nothing uses "
                + name.rename().from() + " by its second name any more, "
                + name.rename().newName()
                + ": the rename is given up."));
        return notes;
    }
}
