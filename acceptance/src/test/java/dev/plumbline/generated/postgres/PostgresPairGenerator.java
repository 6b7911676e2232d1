// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Clause;
import dev.plumbline.generated.Element;
import dev.plumbline.generated.PairGenerator;
import dev.plumbline.generated.SchemaPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes a schema with rows, and another by a handful of changes to it. */
final class PostgresPairGenerator implements PairGenerator {
    private static final int MOST_CHANGES = 8;
    private static final int MOST_OBJECTS = 26;

    private final int version;

    /** Creates a generator of statements that a server of this version knows. */
    PostgresPairGenerator(int version) {
        this.version = version;
    }

    @Override
    public SchemaPair pair(long seed) {
        // Neighbouring seeds begin alike.
        Dice dice = new Dice(new Random(seed * 0x9E3779B97F4A7C15L), version);
        Makers makers = new Makers(dice);
        Model actual = new Model();
        makers.base(actual);
        for (int i = dice.below(MOST_OBJECTS); i > 0; i--) {
            makers.any().accept(actual);
        }
        Model desired = actual.copy();
        for (int i = 1 + dice.below(MOST_CHANGES); i > 0; i--) {
            change(dice, makers, desired);
        }
        if (dice.chance(20)) {
            new Renamer(dice).rename(desired);
        }
        return new SchemaPair(seed, actual.elements(), desired.elements(), new RowMaker(dice, actual).rows());
    }

    private static void change(Dice dice, Makers makers, Model model) {
        List<String> ids = new ArrayList<>(model.parts.keySet());
        int what = dice.below(22);
        if (what < 6) {
            makers.tables().change(model);
        } else if (what < 9) {
            model.remove(dice.pick(ids));
        } else if (what < 10 && model.tables.size() > 1) {
            model.tables.remove(dice.below(model.tables.size()));
        } else if (what < 13) {
            vary(dice.pick(ids), model);
        } else if (what < 14) {
            shorten(dice, dice.pick(ids), model);
        } else if (what < 15) {
            makers.partitions().detach(model);
        } else if (what < 17) {
            makers.heirs().change(model);
        } else {
            Consumer<Model> maker = makers.any();
            maker.accept(model);
        }
    }

    /** Makes an object again under its name, with other attributes. */
    private static void vary(String id, Model model) {
        Model.Part part = model.parts.get(id);
        if (part != null) {
            Element again = part.form().apply(model);
            if (again.id().equals(id)) {
                model.parts.put(id, new Model.Part(part.rank(), again, part.form()));
            }
        }
    }

    /** Takes one of its attributes away from an object. */
    private static void shorten(Dice dice, String id, Model model) {
        Model.Part part = model.parts.get(id);
        if (part != null && part.element().clauses().size() > 1) {
            List<Clause> left = new ArrayList<>(part.element().clauses());
            left.remove(dice.below(left.size()));
            model.parts.put(id, new Model.Part(part.rank(), part.element().withClauses(left), part.form()));
        }
    }
}
