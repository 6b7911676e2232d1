// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

/**
 * Why a Java type does not hold the values of a column.
 *
 * @param rule what is wrong
 * @param expected the Java types that would do, for people; empty where none is better
 * @param effect what goes wrong, one sentence without final stop
 */
public record Misfit(AlignmentRule rule, String expected, String effect) {}
