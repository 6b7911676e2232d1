// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

/** In which order the statements of a schema run, so that most of them find what they name. */
enum Rank {
    SCHEMA,
    EXTENSION,
    TYPE,
    ROUTINE,
    METHOD,
    SEARCH,
    FOREIGN,
    SEQUENCE,
    TABLE,
    PARTITION,
    ATTRIBUTE,
    INDEX,
    KEY,
    REFERENCE,
    ON_INDEX,
    VIEW,
    ON_VIEW,
    ON_TABLE,
    PUBLICATION,
    ACCESSORY,
    EVENT
}
