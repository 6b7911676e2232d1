// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the agent platform of {@code packs/mcp} on a server with pgvector: searches, authentication, and what the complete schema brings to queries that the one
 * before answered too. Input: the pack's own scripts, rows that this makes. Output: {@code docs/benchmarks-platform.md}.
 */
@NullMarked
package dev.plumbline.bench.platform;

import org.jspecify.annotations.NullMarked;
