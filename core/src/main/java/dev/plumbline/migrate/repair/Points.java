// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.repair;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.plan.ActionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalogs along the replay of one migration.
 *
 * @param points in the order of the script; the first is before its first statement
 * @param failure why the replay ended before its end
 */
record Points(List<Point> points, Optional<ReplayFailure> failure) {
    Points {
        points = List.copyOf(points);
    }

    /**
     * What the catalog is when a number of statements is in place.
     *
     * @param done how many
     * @param rows whether the statements since the point before may have changed rows
     */
    record Point(int done, Catalog catalog, boolean rows) {}

    /**
     * Where a live catalog stands.
     *
     * @param least the first point that is as near as any
     * @param most the last one with the same catalog before one that differs
     * @param rest from the live catalog to that of the point
     */
    record Place(Point least, Point most, Gap rest) {}

    Catalog before() {
        return points.getFirst().catalog();
    }

    /** Returns the catalog behind the last statement; empty where the replay did not come so far. */
    Optional<Catalog> after() {
        return failure.isPresent()
                ? Optional.empty()
                : Optional.of(points.getLast().catalog());
    }

    /** Returns the same points with what their catalogs do not say as it is on the live one. */
    Points settled(Catalog live, ActionWriter writer) {
        return new Points(
                points.stream()
                        .map(point -> new Point(point.done(), writer.settled(live, point.catalog()), point.rows()))
                        .toList(),
                failure);
    }

    /** Finds the point that a live catalog is at, or else the one from which it differs in the fewest objects. */
    Place place(Catalog live) {
        int best = 0;
        Gap rest = GapFinder.between(live, points.getFirst().catalog());
        for (int i = 1; i < points.size() && !rest.isEmpty(); i++) {
            if (sameAsBefore(i)) {
                continue;
            }
            Gap gap = GapFinder.between(live, points.get(i).catalog());
            // Of two points that are equally near, more is in place at the later one.
            if (gap.changes().size() <= rest.changes().size()) {
                best = i;
                rest = gap;
            }
        }
        int last = best;
        while (last + 1 < points.size() && sameAsBefore(last + 1)) {
            last++;
        }
        return new Place(points.get(best), points.get(last), rest);
    }

    /** Returns whether any statement between two points may have changed rows. */
    boolean rowsBetween(Point first, Point last) {
        return points.stream()
                .filter(point -> point.done() > first.done() && point.done() <= last.done())
                .anyMatch(Point::rows);
    }

    private boolean sameAsBefore(int i) {
        return points.get(i)
                .catalog()
                .fingerprint()
                .equals(points.get(i - 1).catalog().fingerprint());
    }

    /** Collects points. */
    static final class Builder {
        private final List<Point> points = new ArrayList<>();

        void add(int done, Catalog catalog, boolean rows) {
            points.add(new Point(done, catalog, rows));
        }

        Catalog last() {
            return points.getLast().catalog();
        }

        Points build(Optional<ReplayFailure> failure) {
            return new Points(points, failure);
        }
    }
}
