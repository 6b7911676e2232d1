// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import java.util.ArrayList;
import java.util.List;

/** What renames of schemas and tables, carried out in this order, make of the keys of what is in them. */
record ContainerRenames(List<Change.Renamed> renames) {
    ContainerRenames {
        renames = List.copyOf(renames);
    }

    /** Returns whether objects of a kind have others in them that are named by them. */
    static boolean isContainer(ObjectKind kind) {
        return kind == ObjectKind.SCHEMA || kind == ObjectKind.TABLE;
    }

    /** Returns the key of an object that is not renamed itself. */
    ObjectKey after(ObjectKey key) {
        ObjectKey now = key;
        for (Change.Renamed rename : renames) {
            now = moved(now, rename.from(), rename.to());
        }
        return now;
    }

    /** Returns a rename of something in them in terms of what is there after them. */
    Change.Renamed after(Change.Renamed rename) {
        return new Change.Renamed(after(rename.from()), after(rename.to()));
    }

    /** Returns a rename of something in them in terms of what was there before them. */
    Change.Renamed before(Change.Renamed rename) {
        return new Change.Renamed(before(rename.from()), before(rename.to()));
    }

    private ObjectKey before(ObjectKey key) {
        ObjectKey then = key;
        for (Change.Renamed rename : renames.reversed()) {
            then = moved(then, rename.to(), rename.from());
        }
        return then;
    }

    private static ObjectKey moved(ObjectKey key, ObjectKey from, ObjectKey to) {
        int length = from.path().size();
        boolean isIn = from.kind() == ObjectKind.SCHEMA
                || (from.kind() == ObjectKind.TABLE && key.kind() == ObjectKind.COLUMN);
        if (!isIn
                || key.path().size() <= length
                || !key.path().subList(0, length).equals(from.path())) {
            return key;
        }
        List<String> path = new ArrayList<>(to.path());
        path.addAll(key.path().subList(length, key.path().size()));
        return new ObjectKey(key.kind(), path);
    }
}
