// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.time.Duration;

/** How long something takes at least and at most, as far as can be told beforehand. */
public record TimeRange(Duration least, Duration most) {}
