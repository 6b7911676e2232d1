// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** How values of a type pass into a language and out of it; the functions with their arguments. */
public record Transform(ObjectKey key, Optional<String> fromSql, Optional<String> toSql) implements Accessory {}
