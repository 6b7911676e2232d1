// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code entities}. */
public record Entity(
        long id,
        String userId,
        String name,
        EntityType entityType,
        @Nullable String personType,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String position,
        @Nullable String website,
        @Nullable String address,
        @Nullable String notes,
        int importance,
        List<String> tags,
        List<Relationship> relationships,
        @Nullable Instant lastInteraction,
        long interactionCount,
        Instant createdAt,
        Instant updatedAt) {
    /** How it is related to another entity. */
    public record Relationship(long entity, String as) {}
}
