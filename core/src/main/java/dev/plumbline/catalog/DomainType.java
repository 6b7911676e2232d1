// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** A domain; its checks are {@link Constraint} objects below it. Expressions are as the server deparses them. */
public record DomainType(
        ObjectKey key, String baseType, Optional<String> collation, boolean notNull, Optional<String> defaultExpression)
        implements SchemaObject {}
