// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment.memory;

/** What a memory is about, in the words of its column. */
public enum MemoryType {
    note,
    fact,
    preference,
    event,
    task,
    conversation,
    other
}
