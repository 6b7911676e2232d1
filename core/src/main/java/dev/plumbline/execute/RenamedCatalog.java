// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Ownership;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Action;
import dev.plumbline.source.Hint;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The actual catalog before and after the renames that the desired side declares. What a rename does to everything that
 * names the object is not guessed: it is carried out on a scratch database and read back.
 *
 * @param start the catalog as it is
 * @param actual the catalog after the renames, without second names
 * @param names the second names that objects of {@code start} go by, and what takes them away before anything is renamed
 * @param renames what was renamed, in the order in which it was
 * @param notes what was not renamed, and why, one sentence each
 */
public record RenamedCatalog(
        Catalog start, Catalog actual, NamesTaken names, List<Renaming> renames, List<String> notes) {

    public RenamedCatalog {
        renames = List.copyOf(renames);
        notes = List.copyOf(notes);
    }

    /** A rename with the actions that carry it out, and back. */
    public record Renaming(Change.Renamed change, Action forward, Action back) {}

    /** Carries out the renames of the desired side that are still to be made; without any, no scratch is needed. */
    public static RenamedCatalog of(Catalog start, LoadedSchema desired, ScratchCatalog scratch) {
        List<String> notes = new ArrayList<>();
        NamesTaken names = NamesTaken.of(start, desired, scratch.writer());
        Catalog plain = names.plain();
        List<Change.Renamed> wanted = Stream.concat(
                        desired.hints().stream()
                                .filter(Hint.Rename.class::isInstance)
                                .map(Hint.Rename.class::cast)
                                .filter(hint -> isToBeMade(hint, plain, notes))
                                .map(hint -> new Change.Renamed(hint.from(), hint.object())),
                        names.completed().stream())
                .distinct()
                // Containers first: the hints name what is in them by the new name of the container.
                .sorted(Comparator.comparing(Change.Renamed::to))
                .toList();
        if (wanted.isEmpty()) {
            return new RenamedCatalog(start, plain, names, List.of(), notes);
        }
        try (ScratchDatabase database = scratch.buildUngiven(plain)) {
            return carryOut(start, names, wanted, desired.catalog(), database.connection(), scratch, notes);
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "A declared rename fails on the scratch database: " + e.getMessage() + ".",
                    "Check the hints '-- plumbline: renamed from …' in the desired schema.",
                    null,
                    e);
        }
    }

    private static boolean isToBeMade(Hint.Rename hint, Catalog start, List<String> notes) {
        boolean done = start.contains(hint.object());
        if (done && start.contains(hint.from())) {
            notes.add(hint.object() + " is not renamed from " + hint.from().name() + ": both are there ("
                    + hint.position().location() + ")");
        }
        return !done;
    }

    private static RenamedCatalog carryOut(
            Catalog start,
            NamesTaken names,
            List<Change.Renamed> wanted,
            Catalog desired,
            Connection connection,
            ScratchCatalog scratch,
            List<String> notes)
            throws SQLException {
        Catalog current = scratch.inspect(connection);
        List<Renaming> renames = new ArrayList<>();
        SortedSet<ObjectKey> tables = new TreeSet<>();
        for (Change.Renamed change : wanted) {
            if (!current.contains(change.from()) || current.contains(change.to())) {
                continue;
            }
            Carried carried = carryOut(change, current, connection, scratch);
            renames.add(carried.renaming());
            current = carried.after();
            wholeOf(change.to()).ifPresent(tables::add);
        }
        List<Change.Renamed> parts = new RenamedParts(current, desired).of(tables);
        if (!parts.isEmpty()) {
            List<Action> forward = new ArrayList<>();
            for (Change.Renamed part : parts) {
                Action action = scratch.writer().rename(current, part);
                execute(connection, action);
                forward.add(action);
            }
            // None of them is in another: what each is named after all of them is read once.
            current = scratch.inspect(connection);
            for (int i = 0; i < parts.size(); i++) {
                Change.Renamed part = parts.get(i);
                String reason = part.to() + " is " + part.from() + ", renamed along with its table";
                renames.add(new Renaming(
                        part,
                        forward.get(i).because(reason),
                        back(part, current, scratch).because(reason)));
            }
        }
        if (renames.isEmpty()) {
            return new RenamedCatalog(start, names.plain(), names, renames, notes);
        }
        Catalog actual = scratch.comparesOwners() ? current : current.with(owners(names.plain(), current, renames));
        return new RenamedCatalog(start, actual, names, renames, notes);
    }

    /** A rename changes nobody's property; the scratch database may not know the owners. */
    private static Ownership owners(Catalog start, Catalog current, List<Renaming> renames) {
        SortedMap<ObjectKey, String> roles = new TreeMap<>();
        start.ownership().roles().forEach((key, role) -> {
            ObjectKey now = key;
            for (Renaming renaming : renames) {
                now = after(renaming.change(), now);
            }
            if (current.contains(now)) {
                roles.put(now, role);
            }
        });
        return start.ownership().binding(roles);
    }

    private static ObjectKey after(Change.Renamed rename, ObjectKey key) {
        return key.equals(rename.from()) ? rename.to() : new ContainerRenames(List.of(rename)).after(key);
    }

    /** A rename with the catalog after it. */
    private record Carried(Renaming renaming, Catalog after) {}

    private static Carried carryOut(
            Change.Renamed change, Catalog current, Connection connection, ScratchCatalog scratch) throws SQLException {
        Action forward = scratch.writer().rename(current, change);
        execute(connection, forward);
        Catalog renamed = scratch.inspect(connection);
        return new Carried(new Renaming(change, forward, back(change, renamed, scratch)), renamed);
    }

    private static Action back(Change.Renamed change, Catalog renamed, ScratchCatalog scratch) {
        return scratch.writer().rename(renamed, new Change.Renamed(change.to(), change.from()));
    }

    private static Optional<ObjectKey> wholeOf(ObjectKey renamed) {
        return switch (renamed.kind()) {
            case TABLE, DOMAIN -> Optional.of(renamed);
            case COLUMN ->
                Optional.of(new ObjectKey(
                        ObjectKind.TABLE,
                        renamed.path().subList(0, renamed.path().size() - 1)));
            default -> Optional.empty();
        };
    }

    static void execute(Connection connection, Action action) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : action.statements()) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the gap to the desired catalog, the renames among its changes. */
    public Gap gap(Catalog desired) {
        Gap gap = GapFinder.between(
                actual, desired, renames.stream().map(Renaming::change).toList());
        List<String> information = new ArrayList<>(gap.information());
        information.addAll(notes);
        information.addAll(names.information());
        return gap.with(gap.changes(), information);
    }

    /**
     * Returns what whoever applies a plan with these renames must know of the applications beside it, one sentence each.
     *
     * @param expandable whether columns and tables of this kind of database can go by two names
     */
    public List<String> notesOnApplications(boolean expandable) {
        List<String> sentences = new ArrayList<>(names.notes());
        renames.stream()
                .map(Renaming::change)
                .filter(change -> expandable
                        && Expansion.CAN_HAVE_TWO.contains(change.from().kind()))
                .filter(change -> !names.completed().contains(change))
                .forEach(change -> sentences.add("An application that uses " + change.from()
                        + " by that name fails once this is applied; with --expand it goes by both names first."));
        return sentences;
    }

    /** Returns the gap for whoever reads it: what stands for a second name that nobody wants any more is among it. */
    public Gap gapToRead(Catalog desired) {
        Gap gap = gap(desired);
        List<Change> changes = new ArrayList<>(gap.changes());
        names.abandoned()
                .forEach(name -> name.parts().forEach(part -> changes.add(new Change.Extra(start.object(part)))));
        return gap.with(changes, gap.information());
    }
}
