// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code interactions}. */
public record Interaction(
        long id,
        String userId,
        @Nullable Long entityId,
        String interactionType,
        @Nullable String summary,
        Map<String, String> metadata,
        Instant interactionDate,
        Instant createdAt) {}
