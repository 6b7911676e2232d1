// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.review.Reviewer;
import dev.plumbline.review.Rule;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order of the documentation: what keeps others waiting, what loses, what breaks, what is better. */
public final class RuleBook {
    private static final List<Rule> RULES = Stream.concat(
                    Stream.of(
                            new BlockingRewrite(),
                            new BlockingScan(),
                            new IndexWithoutConcurrently(),
                            new IndexDroppedWithoutConcurrently(),
                            new ConstraintValidatedAtOnce(),
                            new UniqueBuiltInPlace(),
                            new DefaultPartitionScan(),
                            new DetachWithoutConcurrently(),
                            new WorkBehindLock(),
                            new TablesLockedTogether(),
                            new BackfillAtOnce(),
                            new LockTimeoutMissing(),
                            new ForeignKeyLocksBoth(),
                            new DataDropped(),
                            new RowsDeleted(),
                            new CascadeTakesMore(),
                            new RebuildFiresCascade(),
                            new RebuildLosesParts(),
                            new RowsCopiedByPosition(),
                            new RenameBreaksCode(),
                            new NewColumnNotNull(),
                            new NullForbidden(),
                            new TypeChanged(),
                            new EnumLabelRemoved(),
                            new RestrictionAdded(),
                            new RowSecurityOff(),
                            new StatementFails(),
                            new EnumValueUsedAtOnce(),
                            new ConcurrentlyIfNotExists(),
                            new CommittedInParts(),
                            new PragmaWithoutEffect(),
                            new DownFails(),
                            new DownDoesNotRestore(),
                            new UpDoesNotRepeat(),
                            new DownLosesData(),
                            new NoWayBack(),
                            new ForeignKeyWithoutIndex(),
                            new IdentifierCut(),
                            new ReservedName(),
                            new TableWithoutPrimaryKey(),
                            new NarrowKey(),
                            new SerialNotIdentity(),
                            new TimestampWithoutZone(),
                            new JsonNotJsonb(),
                            new ObjectNotModelled()),
                    Reviewer.rulesOfItsOwn().stream())
            .toList();

    private RuleBook() {}

    /** Returns them. */
    public static List<Rule> rules() {
        return RULES;
    }
}
