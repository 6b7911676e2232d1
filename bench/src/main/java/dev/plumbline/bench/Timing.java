// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

/**
 * One run of a process.
 *
 * @param seconds from its start to its end
 * @param processor the processor time of it and its children, in seconds; NaN where {@code /usr/bin/time} is not there
 * @param megabytes the peak resident memory of its largest process, in units of 1,000,000 bytes; NaN as well
 */
record Timing(double seconds, double processor, double megabytes) {}
