// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of {@code memories}. */
public record Memory(
        long id,
        String userId,
        String title,
        String content,
        MemoryType memoryType,
        int importance,
        List<String> tags,
        List<Long> entityIds,
        Optional<String> source,
        boolean isArchived,
        Instant createdAt,
        Instant updatedAt,
        Optional<byte[]> embedding) {}
