// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

/**
 * Why a difference has its level.
 *
 * @param rule the rule that was met
 * @param text the fact as it is here: what is met by what, without final stop
 */
public record Reason(ImpactRule rule, String text) {}
