// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/** The kinds of table and domain constraint; NOT NULL is an attribute of the column. */
public enum ConstraintType {
    PRIMARY_KEY("primary key"),
    UNIQUE("unique"),
    FOREIGN_KEY("foreign key"),
    CHECK("check"),
    EXCLUSION("exclusion");

    private final String label;

    ConstraintType(String label) {
        this.label = label;
    }

    /** Returns the word for people. */
    public String label() {
        return label;
    }
}
