// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** A name with a type: an attribute of a composite type, an output column of a view. */
public record TypedName(String name, String type, Optional<String> collation) {}
