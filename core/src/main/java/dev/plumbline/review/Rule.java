// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

/** One thing that can be wrong with a migration. Has no state. */
public interface Rule {
    /** Returns what it is. */
    RuleDescription description();

    /** Looks at a migration, and tells the findings. */
    void judge(Subject subject, Findings findings);
}
