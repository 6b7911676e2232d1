// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the memory store of {@code packs/memory}: what its indexes and its ways to keep embeddings cost and bring.
 * Input: the pack's own migrations, rows that this makes. Output: {@code docs/benchmarks-memory.md}.
 */
@NullMarked
package dev.plumbline.bench.memory;

import org.jspecify.annotations.NullMarked;
