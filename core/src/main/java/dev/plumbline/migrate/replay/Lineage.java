// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.source.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Follows the tables and columns of the live database through the statements of a rehearsal, to know in the end whose
 * data is gone. A rename is followed; a table that is dropped and stands there again under its name at the end of the
 * migration was rebuilt, which is how SQLite alters tables, and its data is taken to have been copied.
 */
final class Lineage {
    /** What cannot drop or rename a table or column, by its first word. */
    private static final Set<String> HARMLESS = Set.of(
            "CREATE", "COMMENT", "GRANT", "REVOKE", "INSERT", "UPDATE", "SET", "RESET", "ANALYZE", "REINDEX", "PRAGMA");

    private static final String DROPPED = "dropped";

    private final SqlDialect dialect;
    private final SortedMap<ObjectKey, Long> rows;

    /** Where what the live database has stands now, by its key there. */
    private SortedMap<ObjectKey, Place> places = new TreeMap<>();

    private SortedMap<ObjectKey, Place> atSegment = new TreeMap<>();
    private SortedMap<ObjectKey, Place> atMigration = new TreeMap<>();
    private List<DataLoss> emptied = new ArrayList<>();
    private int emptiedAtSegment;

    /** Where something stands: under which key, and what the engine knows it by. */
    private record Place(ObjectKey key, String identity) {}

    Lineage(SqlDialect dialect, Catalog live, SortedMap<ObjectKey, Long> rows, SortedMap<ObjectKey, String> now) {
        this.dialect = dialect;
        this.rows = rows;
        now.forEach((key, identity) -> {
            if (live.contains(key)) {
                places.put(key, new Place(key, identity));
            }
        });
    }

    void beginMigration() {
        atMigration = new TreeMap<>(places);
        emptied = new ArrayList<>();
        beginSegment();
    }

    void beginSegment() {
        atSegment = new TreeMap<>(places);
        emptiedAtSegment = emptied.size();
    }

    /** Takes back what was seen since the segment began: it was rolled back. */
    void again() {
        places = new TreeMap<>(atSegment);
        emptied = new ArrayList<>(emptied.subList(0, emptiedAtSegment));
    }

    /** Returns whether a statement may drop or rename something. */
    static boolean concerns(ScriptStatement statement) {
        return !HARMLESS.contains(statement.word(0));
    }

    /** Follows everything to where it stands after a statement. */
    void follow(SortedMap<ObjectKey, String> now) {
        Map<String, ObjectKey> tables = new TreeMap<>();
        Map<String, ObjectKey> columns = new TreeMap<>();
        now.forEach((key, identity) -> (key.kind() == ObjectKind.TABLE ? tables : columns).put(identity, key));
        Set<ObjectKey> taken =
                Set.copyOf(places.values().stream().map(Place::key).toList());
        SortedMap<ObjectKey, Place> next = new TreeMap<>();
        places.forEach((live, place) -> {
            ObjectKey same = (live.kind() == ObjectKind.TABLE ? tables : columns).get(place.identity());
            String identity = now.get(place.key());
            if (place.key().equals(same)) {
                next.put(live, place);
            } else if (same != null && (identity == null || !taken.contains(same)) && !isNeighbour(same, taken)) {
                next.put(live, new Place(same, place.identity()));
            } else if (identity != null) {
                next.put(live, new Place(place.key(), identity));
            }
        });
        places = next;
    }

    /** A column that was there before, and has moved up to the place of one that was dropped. */
    private static boolean isNeighbour(ObjectKey key, Set<ObjectKey> taken) {
        return key.kind() == ObjectKind.COLUMN && taken.contains(key);
    }

    /** Notes a statement that takes rows away, if it is one. */
    void emptying(ScriptStatement statement) {
        String verb = statement.word(0);
        int at = 1;
        if (verb.equals("TRUNCATE")) {
            at += statement.word(1).equals("TABLE") ? 1 : 0;
        } else if (statement.begins("DELETE", "FROM")) {
            at = 2;
        } else {
            return;
        }
        at += statement.word(at).equals("ONLY") ? 1 : 0;
        List<String> name = Names.dotted(statement, at, dialect);
        if (name.isEmpty()) {
            return;
        }
        List<ObjectKey> found = places.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == ObjectKind.TABLE)
                .filter(entry -> entry.getValue().key().name().equals(name.getLast()))
                .filter(entry ->
                        name.size() < 2 || entry.getValue().key().schema().equals(name.get(name.size() - 2)))
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() == 1) {
            emptied.add(new DataLoss(found.getFirst(), verb, rowsOf(found.getFirst())));
        }
    }

    /** Returns what of the live database's data went with the migration that has just ended, in key order. */
    List<DataLoss> endMigration(SortedMap<ObjectKey, String> now) {
        SortedMap<ObjectKey, DataLoss> losses = new TreeMap<>();
        for (DataLoss loss : emptied) {
            losses.putIfAbsent(loss.object(), loss);
        }
        atMigration.forEach((live, place) -> {
            if (places.containsKey(live)) {
                return;
            }
            String rebuilt = now.get(place.key());
            if (rebuilt != null) {
                places.put(live, new Place(place.key(), rebuilt));
            } else {
                losses.put(live, new DataLoss(live, DROPPED, rowsOf(live)));
            }
        });
        Set<ObjectKey> dropped = losses.values().stream()
                .filter(loss -> loss.means().equals(DROPPED))
                .map(DataLoss::object)
                .collect(Collectors.toSet());
        losses.keySet().removeIf(key -> key.kind() == ObjectKind.COLUMN && dropped.contains(table(key)));
        return List.copyOf(losses.values());
    }

    private OptionalLong rowsOf(ObjectKey key) {
        Long known = rows.get(table(key));
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }

    private static ObjectKey table(ObjectKey key) {
        return key.kind() == ObjectKind.COLUMN
                ? new ObjectKey(ObjectKind.TABLE, key.path().subList(0, 2))
                : key;
    }
}
