// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.TimeRange;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A lock in words: on what, how large that is, and for whom and how long it stands in the way. */
final class LockText {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final long STEP = 1000;
    private static final long MINUTES_FROM = 300;
    private static final long HOURS_FROM = 3 * 3600;

    private LockText() {}

    static String of(RelationLock lock, StepCost cost) {
        String what =
                lock.relation() + lock.table().map(table -> " of " + table).orElse("") + " "
                        + lock.mode().words();
        Optional<RelationSize> size = cost.sizes().stream()
                .filter(known -> known.relation().equals(lock.relation()))
                .findFirst();
        if (size.isEmpty()) {
            return what + " (blocks " + lock.mode().blocks() + ")";
        }
        String during = cost.rewrites().contains(lock.relation())
                ? " while rewriting it"
                : cost.scans().contains(lock.relation()) ? " while scanning it" : "";
        return what + " (" + size(size.get()) + ")" + during + ": blocks "
                + lock.mode().blocks() + length(lock, cost);
    }

    /** Weak locks stand in nobody's way, however long they are held. */
    private static String length(RelationLock lock, StepCost cost) {
        if (lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) < 0) {
            return "";
        }
        return cost.takes()
                .map(range -> " for " + time(range))
                .orElseGet(() -> cost.unseen().isPresent() ? "" : " for a short time");
    }

    /** Returns whether the words for a lock say how long the step takes. */
    static boolean hasTime(RelationLock lock, StepCost cost) {
        return lock.mode().compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0
                && cost.sizes().stream().anyMatch(size -> size.relation().equals(lock.relation()));
    }

    private static String size(RelationSize size) {
        return bytes(size.bytes())
                + size.rows()
                        .map(rows -> ", " + (rows < STEP * STEP ? Texts.count(rows, "row", "rows") : millions(rows)))
                        .orElse(", rows not known");
    }

    private static String millions(long rows) {
        return Texts.count(Math.round((double) rows / (STEP * STEP)), "M rows", "M rows");
    }

    static String bytes(long bytes) {
        double amount = (double) bytes / STEP;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }

    /** Returns about how long it takes, to two digits: more would say that more is known. */
    static String time(TimeRange range) {
        long most = range.most().toSeconds();
        if (most >= HOURS_FROM) {
            return "about " + number(range.least(), 3600) + " to " + number(range.most(), 3600) + " h";
        }
        if (most >= MINUTES_FROM) {
            return "about " + number(range.least(), 60) + " to " + number(range.most(), 60) + " min";
        }
        return "about " + number(range.least(), 1) + " to " + number(range.most(), 1) + " s";
    }

    private static String number(Duration time, long unit) {
        double amount = time.toMillis() / (double) (STEP * unit);
        if (amount < 10) {
            return String.format(Locale.ROOT, "%.1f", amount);
        }
        double step = amount < 100 ? 1 : 10;
        return String.format(Locale.ROOT, "%.0f", Math.round(amount / step) * step);
    }
}
