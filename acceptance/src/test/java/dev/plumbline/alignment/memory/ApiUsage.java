// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_usage_tracking}. */
public record ApiUsage(
        long id,
        String userId,
        String provider,
        @Nullable String model,
        long inputTokens,
        long outputTokens,
        double costUsd,
        LocalDate usageDate,
        Instant createdAt) {}
