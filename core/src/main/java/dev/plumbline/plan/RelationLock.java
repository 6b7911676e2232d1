// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

/** A lock that a step holds until its transaction ends, on a relation that was there before; the name is for people. */
public record RelationLock(String relation, LockMode mode) {}
