// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import java.util.List;

/** One object that is not the same on both sides. */
public sealed interface Change {

    /** Returns the key of the object; for a rename, the desired one. */
    ObjectKey key();

    /** The desired schema has the object, the actual one lacks it. */
    record Missing(SchemaObject desired) implements Change {
        @Override
        public ObjectKey key() {
            return desired.key();
        }
    }

    /** The actual schema has the object, the desired one does not. */
    record Extra(SchemaObject actual) implements Change {
        @Override
        public ObjectKey key() {
            return actual.key();
        }
    }

    /** Both have it, in different form. */
    record Altered(SchemaObject actual, SchemaObject desired, List<Difference> differences) implements Change {
        public Altered {
            differences = List.copyOf(differences);
        }

        @Override
        public ObjectKey key() {
            return desired.key();
        }
    }

    /** A hint says that the actual object is the desired one under its old name. */
    record Renamed(ObjectKey from, ObjectKey to) implements Change {
        /** Returns the new name for people, with what leads to it where that is new too. */
        public String newName() {
            return within(from).equals(within(to)) ? to.name() : to.qualifiedName();
        }

        private static List<String> within(ObjectKey key) {
            return key.path().subList(0, key.path().size() - 1);
        }

        @Override
        public ObjectKey key() {
            return to;
        }
    }
}
