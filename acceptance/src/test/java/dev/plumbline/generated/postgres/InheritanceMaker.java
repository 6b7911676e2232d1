// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes tables that inherit from one table or from several with the same columns, and changes who inherits what. */
final class InheritanceMaker {
    private final Dice dice;
    private final TableMaker tables;

    InheritanceMaker(Dice dice, TableMaker tables) {
        this.dice = dice;
        this.tables = tables;
    }

    /** Adds a table that inherits the columns of others, some of which it may declare too. */
    void add(Model model) {
        List<String> parents = new ArrayList<>();
        candidate(model, null).ifPresent(table -> parents.add(table.name));
        if (parents.isEmpty()) {
            return;
        }
        for (int more = dice.below(3); more > 0; more--) {
            parents.add(other(model, null, model.table(parents.getFirst()), parents).name);
        }
        Table heir = new Table(model.freshIn(dice, "t"));
        tables.addColumn(model, heir, tables.type(model));
        heir.parents.addAll(parents);
        model.tables.add(heir);
        if (dice.chance(30)) {
            declare(model, heir);
        }
    }

    /** Changes parents of a table, or columns that come from them. */
    void change(Model model) {
        List<Table> heirs =
                model.tables.stream().filter(table -> !table.parents.isEmpty()).toList();
        if (heirs.isEmpty()) {
            add(model);
            return;
        }
        Table heir = dice.pick(heirs);
        String parent = dice.pick(heir.parents);
        switch (dice.below(11)) {
            case 0 -> leave(model, heir, parent);
            case 1 -> join(model, heir, parent);
            case 2, 3 -> {
                join(model, heir, parent);
                leave(model, heir, parent);
            }
            case 4 -> spread(model, heir, model.table(parent));
            case 5 -> drop(model, heir);
            case 6, 7 -> retype(model, heir);
            case 8 -> Collections.rotate(heir.parents, 1);
            default -> declare(model, heir);
        }
    }

    /** Its columns from there go too, or become its own. */
    private void leave(Model model, Table heir, String parent) {
        heir.parents.remove(parent);
        if (dice.chance(40)) {
            model.columns(model.table(parent)).forEach(column -> take(heir, column));
        }
    }

    private void join(Model model, Table heir, String parent) {
        heir.parents.add(other(model, heir, model.table(parent), heir.parents).name);
    }

    /** Gives a parent a column that its heir has, from elsewhere or of its own. */
    private void spread(Model model, Table heir, Table parent) {
        take(parent, dice.pick(model.columns(heir)));
    }

    /** Drops a column from one of the parents that have it, or from all. */
    private void drop(Model model, Table heir) {
        String name = dice.pick(model.columns(heir)).name;
        boolean all = dice.chance(50);
        List<Table> having = model.tables.stream()
                .filter(table ->
                        !table.isPartitioned() && table.has(name) && (all || heir.parents.contains(table.name)))
                .toList();
        if (!having.isEmpty()) {
            (all ? having : List.of(dice.pick(having))).forEach(table -> TableMaker.drop(table, name));
        }
    }

    /** Gives a column another type wherever it is declared, so that those who inherit it from several get one of them. */
    private void retype(Model model, Table heir) {
        String name = dice.pick(model.columns(heir)).name;
        String type = tables.type(model);
        for (Table table : model.tables) {
            table.columns.stream().filter(column -> column.name.equals(name)).forEach(column -> {
                column.parts.keySet().removeIf(part -> !part.equals("notnull"));
                column.type = type;
            });
        }
    }

    /** Declares a column that it inherits too, or declares it no longer. */
    private void declare(Model model, Table heir) {
        Column column = dice.pick(model.columns(heir));
        if (heir.has(column.name)) {
            TableMaker.drop(heir, column.name);
        } else {
            take(heir, column);
        }
    }

    private void take(Table table, Column column) {
        if (!table.has(column.name)) {
            table.columns.add(bare(column));
        }
    }

    /** A column of the same name and type, which can be merged with it. */
    private Column bare(Column column) {
        Column copy = column.as(column.name);
        copy.parts.keySet().removeIf(part -> part.equals("default") || part.equals("generated"));
        if (dice.chance(20)) {
            copy.parts.remove("notnull");
        }
        return copy;
    }

    /** Returns another parent: a table that is there with a column of the same name, else a new one, else any. */
    private Table other(Model model, @Nullable Table heir, Table parent, List<String> parents) {
        List<Table> alike = possible(model, heir).stream()
                .filter(table -> !parents.contains(table.name)
                        && parent.columns.stream().anyMatch(column -> table.has(column.name)))
                .toList();
        if (!alike.isEmpty() && dice.chance(60)) {
            return dice.pick(alike);
        }
        Optional<Table> any = dice.chance(20) ? candidate(model, heir) : Optional.empty();
        return any.filter(table -> !parents.contains(table.name)).orElseGet(() -> twin(model, parent));
    }

    /** A new table with columns of another. */
    private Table twin(Model model, Table of) {
        Table twin = new Table(model.freshIn(dice, "t"));
        for (Column column : model.columns(of)) {
            if (dice.chance(70)) {
                take(twin, column);
            }
        }
        if (twin.columns.isEmpty() || dice.chance(30)) {
            tables.addColumn(model, twin, tables.type(model));
        }
        model.tables.add(twin);
        return twin;
    }

    private Optional<Table> candidate(Model model, @Nullable Table heir) {
        List<Table> possible = possible(model, heir);
        return possible.isEmpty() ? Optional.empty() : Optional.of(dice.pick(possible));
    }

    /** Those that a table can inherit from: none that inherits from it. */
    private static List<Table> possible(Model model, @Nullable Table heir) {
        return model.tables.stream()
                .filter(table -> !table.isPartitioned()
                        && (heir == null || !model.lineage(table).contains(heir)))
                .toList();
    }
}
