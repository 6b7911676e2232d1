// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

/** What an entity is, in the words of its column. */
public enum EntityType {
    person,
    organization,
    place,
    project,
    event,
    topic,
    other
}
