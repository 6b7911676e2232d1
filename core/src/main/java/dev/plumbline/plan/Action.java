// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The smallest thing a plan does, before it has a place in the order.
 *
 * @param verb what is done
 * @param object to what
 * @param achieves the objects that are as desired once it is done; what depends on them comes later
 * @param releases the objects whose actual form is gone once it is done; what depended on them comes earlier
 * @param awaits objects whose drop, if the plan has one, comes earlier
 * @param follows objects that are as desired earlier, beside those that the catalog says
 * @param trails objects that are as desired earlier where nothing that is certain says otherwise: no catalog tells of the need, it
 *     is read from words
 * @param statements the SQL, in order, without final semicolons
 * @param reason why, one clause for people
 * @param hazards what could go wrong
 * @param loses what the reverse cannot bring back, for people
 * @param mode how it stands to transactions
 * @param timeouts how long it may wait and run
 * @param batch how it goes over a table in batches; present where the mode says that it does
 */
public record Action(
        Verb verb,
        ObjectKey object,
        SortedSet<ObjectKey> achieves,
        SortedSet<ObjectKey> releases,
        SortedSet<ObjectKey> awaits,
        SortedSet<ObjectKey> follows,
        SortedSet<ObjectKey> trails,
        List<String> statements,
        String reason,
        Set<Hazard> hazards,
        Optional<String> loses,
        TransactionMode mode,
        Timeouts timeouts,
        Optional<Batch> batch) {

    public Action {
        achieves = immutable(achieves);
        releases = immutable(releases);
        awaits = immutable(awaits);
        follows = immutable(follows);
        trails = immutable(trails);
        statements = List.copyOf(statements);
        hazards = hazards.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hazards));
    }

    /** Most actions have most of them empty. */
    private static SortedSet<ObjectKey> immutable(SortedSet<ObjectKey> keys) {
        return keys.isEmpty() ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    }

    /** An action that does not go over a table in batches, and of whose needs all is certain. */
    public Action(
            Verb verb,
            ObjectKey object,
            SortedSet<ObjectKey> achieves,
            SortedSet<ObjectKey> releases,
            SortedSet<ObjectKey> awaits,
            SortedSet<ObjectKey> follows,
            List<String> statements,
            String reason,
            Set<Hazard> hazards,
            Optional<String> loses,
            TransactionMode mode,
            Timeouts timeouts) {
        this(
                verb,
                object,
                achieves,
                releases,
                awaits,
                follows,
                Collections.emptySortedSet(),
                statements,
                reason,
                hazards,
                loses,
                mode,
                timeouts,
                Optional.empty());
    }

    /** Returns the same action with other statements and another way to run them. */
    public Action with(List<String> otherStatements, TransactionMode otherMode) {
        return run(otherStatements, otherMode, timeouts);
    }

    /** Returns the same action as one with which a transaction begins. */
    Action beginning() {
        return run(statements, TransactionMode.BEGINS, timeouts);
    }

    /** Returns the same action as one that runs outside transactions and waits for others without being waited for. */
    public Action concurrently(String statement) {
        return run(List.of(statement), TransactionMode.OUTSIDE, Timeouts.PATIENT);
    }

    private Action run(List<String> otherStatements, TransactionMode otherMode, Timeouts otherTimeouts) {
        return new Action(
                verb,
                object,
                achieves,
                releases,
                awaits,
                follows,
                trails,
                otherStatements,
                reason,
                hazards,
                loses,
                otherMode,
                otherTimeouts,
                otherMode == TransactionMode.BATCHES ? batch : Optional.empty());
    }

    /** Returns the same action, which comes after that too. */
    public Action following(ObjectKey achieved) {
        SortedSet<ObjectKey> all = new TreeSet<>(follows);
        all.add(achieved);
        return new Action(
                verb,
                object,
                achieves,
                releases,
                awaits,
                all,
                trails,
                statements,
                reason,
                hazards,
                loses,
                mode,
                timeouts,
                batch);
    }

    /** Returns the same action, which comes after those too unless something certain says otherwise. */
    public Action trailing(Collection<ObjectKey> achieved) {
        SortedSet<ObjectKey> all = new TreeSet<>(trails);
        all.addAll(achieved);
        return new Action(
                verb,
                object,
                achieves,
                releases,
                awaits,
                follows,
                all,
                statements,
                reason,
                hazards,
                loses,
                mode,
                timeouts,
                batch);
    }

    /** Returns one action that does what the first does and then, in the same transaction, what this one does. */
    public Action after(Action first) {
        Builder both = of(verb, object)
                .because(reason)
                .sql(first.statements)
                .sql(statements)
                .achieves(first.achieves)
                .achieves(achieves)
                .releases(first.releases)
                .releases(releases)
                .awaits(first.awaits)
                .awaits(awaits)
                .follows(first.follows)
                .follows(follows)
                .hazards(first.hazards)
                .hazards(hazards);
        both.trails.addAll(first.trails);
        both.trails.addAll(trails);
        both.loses = loses.or(first::loses);
        both.mode = mode;
        both.timeouts = timeouts;
        both.batch = batch;
        return both.build();
    }

    /** Returns the same action with another reason. */
    public Action because(String otherReason) {
        return new Action(
                verb,
                object,
                achieves,
                releases,
                awaits,
                follows,
                trails,
                statements,
                otherReason,
                hazards,
                loses,
                mode,
                timeouts,
                batch);
    }

    /** Starts the description of an action. */
    public static Builder of(Verb verb, ObjectKey object) {
        return new Builder(verb, object);
    }

    /** Describes an action piece by piece. Not safe for use by several threads. */
    public static final class Builder {
        private final Verb verb;
        private final ObjectKey object;
        private final SortedSet<ObjectKey> achieves = new TreeSet<>();
        private final SortedSet<ObjectKey> releases = new TreeSet<>();
        private final SortedSet<ObjectKey> awaits = new TreeSet<>();
        private final SortedSet<ObjectKey> follows = new TreeSet<>();
        private final SortedSet<ObjectKey> trails = new TreeSet<>();
        private final List<String> statements = new ArrayList<>();
        private final Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        private String reason = "";
        private Optional<String> loses = Optional.empty();
        private TransactionMode mode = TransactionMode.TOGETHER;
        private Timeouts timeouts = Timeouts.QUICK;
        private Optional<Batch> batch = Optional.empty();

        private Builder(Verb verb, ObjectKey object) {
            this.verb = verb;
            this.object = object;
        }

        /** Adds statements. */
        public Builder sql(String... sql) {
            statements.addAll(List.of(sql));
            return this;
        }

        /** Adds statements. */
        public Builder sql(List<String> sql) {
            statements.addAll(sql);
            return this;
        }

        /** Says why. */
        public Builder because(String why) {
            this.reason = why;
            return this;
        }

        /** Adds objects that are as desired afterwards. */
        public Builder achieves(ObjectKey... keys) {
            achieves.addAll(List.of(keys));
            return this;
        }

        /** Adds objects that are as desired afterwards. */
        public Builder achieves(Collection<ObjectKey> keys) {
            achieves.addAll(keys);
            return this;
        }

        /** Adds objects whose actual form is gone afterwards. */
        public Builder releases(ObjectKey... keys) {
            releases.addAll(List.of(keys));
            return this;
        }

        /** Adds objects whose actual form is gone afterwards. */
        public Builder releases(Collection<ObjectKey> keys) {
            releases.addAll(keys);
            return this;
        }

        /** Adds objects whose drop, if there is one, comes earlier. */
        public Builder awaits(Collection<ObjectKey> keys) {
            awaits.addAll(keys);
            return this;
        }

        /** Adds objects that are as desired earlier. */
        public Builder follows(Collection<ObjectKey> keys) {
            follows.addAll(keys);
            return this;
        }

        /** Adds a hazard. */
        public Builder hazard(Hazard hazard) {
            hazards.add(hazard);
            return this;
        }

        /** Adds hazards. */
        public Builder hazards(Set<Hazard> more) {
            hazards.addAll(more);
            return this;
        }

        /** Says what the reverse cannot bring back. */
        public Builder loses(String what) {
            this.loses = Optional.of(what);
            hazards.add(Hazard.IRREVERSIBLE);
            return this;
        }

        /** Says that it runs outside transactions. */
        public Builder outsideTransaction() {
            this.mode = TransactionMode.OUTSIDE;
            return this;
        }

        /** Says that it runs outside transactions and waits for others without being waited for. */
        public Builder concurrently() {
            this.mode = TransactionMode.OUTSIDE;
            this.timeouts = Timeouts.PATIENT;
            return this;
        }

        /** Says that it needs a transaction of its own. */
        public Builder inOwnTransaction() {
            this.mode = TransactionMode.ALONE;
            return this;
        }

        /** Says that it goes over a table in batches; it has no other statement. */
        public Builder inBatches(Batch over) {
            this.batch = Optional.of(over);
            this.mode = TransactionMode.BATCHES;
            this.timeouts = Timeouts.BATCH;
            statements.add(over.whole());
            return this;
        }

        /** Says that its length depends on the rows. */
        public Builder takesLong() {
            this.timeouts = Timeouts.LONG;
            return this;
        }

        /** Returns whether a statement was added. */
        public boolean hasSql() {
            return !statements.isEmpty();
        }

        /** Returns the action. */
        public Action build() {
            return new Action(
                    verb,
                    object,
                    achieves,
                    releases,
                    awaits,
                    follows,
                    trails,
                    statements,
                    reason,
                    hazards,
                    loses,
                    mode,
                    timeouts,
                    batch);
        }
    }
}
