// SPDX-License-Identifier: Apache-2.0
/**
 * What a schema means for the queries of an application: each is explained before and after a change, none is executed.
 * Input: a file of named queries, one schema or two. Output: a report as a value.
 */
@NullMarked
package dev.plumbline.workload;

import org.jspecify.annotations.NullMarked;
