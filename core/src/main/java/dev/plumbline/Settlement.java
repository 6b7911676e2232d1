// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Owners;
import dev.plumbline.execute.FailedBuilds;
import dev.plumbline.execute.RenamedCatalog;
import dev.plumbline.execute.ScratchCatalog;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;

/**
 * What is settled between two sides before they are compared: the histories of other tools are left out, declared renames are
 * carried out, and it is said what becomes of owners and of names that nobody gave.
 *
 * @param owners whether they are compared
 */
record Settlement(ScratchCatalog scratch, ActionWriter writer, boolean owners) {

    /** Returns the actual side after the renames that the desired one declares. */
    RenamedCatalog renamed(LoadedSchema actual, LoadedSchema desired) {
        Catalog start = MigrationHistory.leaveOut(actual.catalog(), desired.catalog());
        return RenamedCatalog.of(
                owners ? Owners.compared(start) : Owners.givenBackOn(start, desired.catalog()), desired, scratch);
    }

    /** Returns the desired side as a plan is to lead to it: with owners, and with the names that it leaves to the server. */
    LoadedSchema settled(LoadedSchema desired, RenamedCatalog actual) {
        Catalog wanted = writer.settled(actual.actual(), desired.catalog());
        return desired.with(
                owners ? Owners.compared(wanted, actual.actual()) : Owners.givenBackTo(wanted, actual.actual()));
    }

    /** Returns the catalog that a plan from that actual side is to lead to. */
    Catalog declared(LoadedSchema actual, LoadedSchema desired) {
        LoadedSchema valid = desired.with(FailedBuilds.without(desired.catalog()));
        return settled(valid, renamed(actual, valid)).catalog();
    }
}
