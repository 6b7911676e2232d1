// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.catalog.ObjectKey;
import java.util.OptionalLong;

/**
 * Data that a migration takes from the live database.
 *
 * @param object the table or column whose data is gone; one that was renamed is not among them
 * @param means how, for people: {@code dropped}, or the statement that empties it
 * @param rows about how many rows the table holds now, by the database's own estimate; empty where that is not known
 */
public record DataLoss(ObjectKey object, String means, OptionalLong rows) {}
