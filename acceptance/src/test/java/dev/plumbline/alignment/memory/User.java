// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A row of {@code users}. */
public record User(
        String id,
        String email,
        Optional<String> name,
        Optional<String> apiKeyHash,
        Optional<String> oauthProvider,
        Optional<String> oauthSubject,
        boolean isActive,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt) {}
