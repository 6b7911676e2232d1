// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All makers, each as often as it should have its turn. */
final class Makers {
    private final Dice dice;
    private final TableMaker tables;
    private final PartitionMaker partitions;
    private final InheritanceMaker heirs;
    private final TypeMaker types;
    private final List<Consumer<Model>> all = new ArrayList<>();

    Makers(Dice dice) {
        this.dice = dice;
        this.tables = new TableMaker(dice);
        this.partitions = new PartitionMaker(dice, tables);
        this.heirs = new InheritanceMaker(dice, tables);
        this.types = new TypeMaker(dice);
        often(3, tables::add);
        often(2, partitions::add);
        often(1, types::schema, types::collation, types::composite, types::range);
        often(
                2,
                heirs::add,
                types::domain,
                types::enumeration,
                types::sequence,
                tables::setting,
                tables::columnSetting);
        KeyMaker keys = new KeyMaker(dice);
        often(3, keys::check, keys::unique, keys::reference);
        often(1, keys::notNull, keys::exclusion, keys::whole);
        IndexMaker indexes = new IndexMaker(dice);
        often(5, indexes::index);
        often(2, indexes::onIndex, indexes::part);
        often(1, indexes::statistics);
        RoutineMaker routines = new RoutineMaker(dice);
        often(3, routines::function);
        often(2, routines::late);
        often(1, routines::procedure, routines::aggregate);
        ViewMaker views = new ViewMaker(dice);
        often(4, views::view);
        often(2, views::materialized);
        often(1, views::onView);
        TriggerMaker triggers = new TriggerMaker(dice);
        often(2, triggers::trigger, triggers::policy);
        often(1, triggers::rule, triggers::event);
        MethodMaker methods = new MethodMaker(dice);
        often(1, methods::operator, methods::family, methods::cast, methods::conversion, methods::language);
        often(1, methods::accessMethod);
        SearchMaker search = new SearchMaker(dice);
        often(1, search::parser, search::template, search::dictionary, search::configuration);
        ForeignMaker foreign = new ForeignMaker(dice);
        often(1, foreign::wrapper, foreign::server, foreign::table);
        AccessoryMaker accessories = new AccessoryMaker(dice);
        often(4, accessories::comment, accessories::grant);
        often(1, accessories::revoke, accessories::defaultPrivilege, accessories::publication);
    }

    @SafeVarargs
    private void often(int times, Consumer<Model>... makers) {
        for (int i = 0; i < times; i++) {
            for (Consumer<Model> maker : makers) {
                all.add(maker);
            }
        }
    }

    /** Adds what other objects need. */
    void base(Model model) {
        TriggerMaker.functions(model);
        for (int i = dice.below(3); i > 0; i--) {
            types.schema(model);
        }
        if (dice.chance(25)) {
            types.extension(model);
        }
        for (int i = dice.below(4); i > 0; i--) {
            dice.pick(List.<Consumer<Model>>of(types::enumeration, types::domain, types::composite, types::sequence))
                    .accept(model);
        }
        for (int i = 1 + dice.below(3); i > 0; i--) {
            tables.add(model);
        }
    }

    Consumer<Model> any() {
        return dice.chance(2) ? types::extension : dice.pick(all);
    }

    TableMaker tables() {
        return tables;
    }

    PartitionMaker partitions() {
        return partitions;
    }

    InheritanceMaker heirs() {
        return heirs;
    }
}
