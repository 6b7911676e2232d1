// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.View;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rebuilds for a server that does not take {@code PRAGMA legacy_alter_table}. Without it a rename resolves every view and
 * trigger (SQLite documentation, "ALTER TABLE", "Compatibility Note"), and one that names the table that was just dropped
 * makes it fail. So views and triggers that name a table that is made anew go before the first such table, and come back
 * after the last, all in the transaction of the rebuild. So do views that name nothing that is there: a rename stops at
 * them too.
 *
 * <p>Nor does it take {@code PRAGMA ignore_check_constraints}: a conversion of values must satisfy the old checks too, or
 * the proof of the plan fails and nothing is touched.
 */
final class SetAside {
    private static final Set<String> NOT_TAKEN = Set.of("legacy_alter_table", "ignore_check_constraints");

    private final Gap gap;
    private final List<Action> given;
    /** The tables made anew. */
    private final SortedSet<ObjectKey> rebuilt = new TreeSet<>();
    /** Their names, and those of the views that name them, folded. */
    private final SortedSet<String> names = new TreeSet<>();

    private final SortedSet<ObjectKey> views = new TreeSet<>();
    private final SortedSet<ObjectKey> triggers = new TreeSet<>();

    SetAside(Gap gap, List<Action> given) {
        this.gap = gap;
        this.given = given;
    }

    List<Action> actions() {
        given.stream()
                .filter(action -> action.statements().stream().anyMatch(SetAside::isNotTaken))
                .forEach(action -> rebuilt.add(action.object()));
        if (rebuilt.isEmpty()) {
            return given;
        }
        rebuilt.forEach(table -> names.add(table.name()));
        findViews();
        findTriggers();
        SortedSet<ObjectKey> gone = new TreeSet<>(views);
        gone.addAll(triggers);
        given.stream()
                .filter(action -> action.verb() == Verb.DROP && isViewOrTrigger(action.object()))
                .forEach(action -> gone.add(action.object()));
        List<Action> actions = new ArrayList<>();
        given.forEach(action -> actions.add(adapted(action, gone)));
        views.forEach(view -> aside(view, actions));
        triggers.forEach(trigger -> aside(trigger, actions));
        return actions;
    }

    private static boolean isNotTaken(String statement) {
        List<Token> tokens = SqliteLexer.tokens(statement);
        return tokens.size() > 1
                && tokens.get(0).is("pragma")
                && NOT_TAKEN.contains(SqliteNames.fold(tokens.get(1).text()));
    }

    /** A view that the plan drops or alters goes by an action of its own. */
    private void findViews() {
        boolean more = true;
        while (more) {
            more = false;
            for (View view : gap.actual().objects(View.class).toList()) {
                boolean broken = gap.actual().dependencies(view.key()).isEmpty();
                if (!names.contains(view.key().name()) && (broken || names(view.statement(), names))) {
                    more |= names.add(view.key().name());
                    if (isUnchanged(view.key())) {
                        views.add(view.key());
                    }
                }
            }
        }
    }

    /**
     * Those of a rebuilt table go and come with it, unless they name another one; those of a view, with the view. One
     * that the plan drops or alters has an action of its own where its relation stays.
     */
    private void findTriggers() {
        for (Trigger trigger : gap.actual().objects(Trigger.class).toList()) {
            boolean own = rebuilt.contains(trigger.on());
            SortedSet<String> others = new TreeSet<>(names);
            if (own) {
                others.remove(trigger.on().name());
            }
            boolean goesWithView = trigger.on().kind() == ObjectKind.VIEW
                    && (views.contains(trigger.on()) || !isUnchanged(trigger.on()));
            if (!goesWithView && names(trigger.statement(), others) && (own || isUnchanged(trigger.key()))) {
                triggers.add(trigger.key());
            }
        }
    }

    private boolean isUnchanged(ObjectKey key) {
        return gap.desired().contains(key)
                && gap.actual().fingerprint(key).equals(gap.desired().fingerprint(key));
    }

    private static boolean names(String statement, Set<String> names) {
        return SqliteLexer.tokens(statement).stream()
                .anyMatch(token -> token.mayBeName() && names.contains(SqliteNames.fold(token.text())));
    }

    private static boolean isViewOrTrigger(ObjectKey key) {
        return key.kind() == ObjectKind.VIEW || key.kind() == ObjectKind.TRIGGER;
    }

    private Action adapted(Action action, SortedSet<ObjectKey> gone) {
        if (rebuilt.contains(action.object()) && action.verb() == Verb.REBUILD) {
            SortedSet<ObjectKey> released = new TreeSet<>(action.releases());
            released.removeAll(gone);
            return with(action, kept(action), released, gone, Set.of());
        }
        if (isViewOrTrigger(action.object()) && action.verb() == Verb.CREATE) {
            SortedSet<ObjectKey> before = new TreeSet<>(rebuilt);
            gap.desired()
                    .object(action.object())
                    .parent()
                    .filter(views::contains)
                    .ifPresent(before::add);
            return with(action, action.statements(), action.releases(), Set.of(), before);
        }
        return action;
    }

    /** Triggers that come back after the last rebuild do not come back with their own. */
    private List<String> kept(Action rebuild) {
        Set<String> later = triggers.stream()
                .filter(gap.desired()::contains)
                .map(trigger -> Statements.create(gap.desired().object(trigger)))
                .collect(Collectors.toSet());
        return rebuild.statements().stream()
                .filter(statement -> !isNotTaken(statement) && !later.contains(statement))
                .toList();
    }

    private void aside(ObjectKey key, List<Action> actions) {
        Catalog actual = gap.actual();
        SchemaObject before = actual.object(key);
        SortedSet<ObjectKey> children = new TreeSet<>(actual.children(key));
        SortedSet<ObjectKey> released = new TreeSet<>(Set.of(key));
        List<ObjectKey> back = GapActions.unchangedChildren(actual, gap.desired(), key);
        released.addAll(back);
        actions.add(Action.of(Verb.DROP, key)
                .sql(Statements.drop(before))
                .because("it names a table that is made anew, and comes back afterwards")
                .releases(released)
                .awaits(children)
                .build());
        if (isUnchanged(key)) {
            Action.Builder create = Action.of(Verb.CREATE, key)
                    .sql(Statements.create(gap.desired().object(key)))
                    .because("the table that it names has been made anew")
                    .achieves(released)
                    .follows(rebuilt);
            back.forEach(child -> create.sql(Statements.create(gap.desired().object(child))));
            actions.add(create.build());
        }
    }

    private static Action with(
            Action action,
            List<String> statements,
            SortedSet<ObjectKey> releases,
            Set<ObjectKey> awaits,
            Set<ObjectKey> follows) {
        SortedSet<ObjectKey> awaited = new TreeSet<>(action.awaits());
        awaited.addAll(awaits);
        SortedSet<ObjectKey> followed = new TreeSet<>(action.follows());
        followed.addAll(follows);
        return new Action(
                action.verb(),
                action.object(),
                action.achieves(),
                releases,
                awaited,
                followed,
                statements,
                action.reason(),
                action.hazards(),
                action.loses(),
                action.mode(),
                action.timeouts());
    }
}
