// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks of what runs often: {@code bench/run jmh}. */
@NullMarked
package dev.plumbline.bench.micro;

import org.jspecify.annotations.NullMarked;
