// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

/** How a folder names and cuts its migrations. */
public enum MigrationFormat {
    /** {@code 000001_name.up.sql}, {@code .down.sql}, {@code .verify.sql}; golang-migrate's and many others'. */
    UP_DOWN_FILES("Plumbline or golang-migrate"),
    /** {@code 2024-01-31-120000_name/up.sql} and {@code down.sql}. */
    DIESEL("Diesel"),
    /** {@code V1.2__name.sql}, {@code U1.2__name.sql}, {@code R__name.sql}, {@code B1.2__name.sql}. */
    FLYWAY("Flyway"),
    /** {@code -- migrate:up} and {@code -- migrate:down} in one file. */
    DBMATE("dbmate"),
    /** {@code -- +goose Up} and {@code -- +goose Down} in one file. */
    GOOSE("goose"),
    /** {@code --liquibase formatted sql} with {@code --changeset author:id}. */
    LIQUIBASE_SQL("Liquibase"),
    /** {@code 001_name.sql}, also in folders named after versions; there is no way down. */
    NUMBERED_FILES("numbered files"),
    /** No file at all: only Java migrations. */
    JAVA("Java");

    private final String tool;

    MigrationFormat(String tool) {
        this.tool = tool;
    }

    /** Returns whose format it is, for people. */
    public String tool() {
        return tool;
    }
}
