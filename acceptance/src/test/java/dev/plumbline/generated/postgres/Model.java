// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.generated.Clause;
import dev.plumbline.generated.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schema that can be changed: tables, and everything else as statements by the objects that they make. The id of a
 * statement that makes an object is what COMMENT ON calls it.
 */
final class Model {
    /**
     * A statement.
     *
     * @param form makes it again, differently, for the model that it is given
     */
    record Part(Rank rank, Element element, Function<Model, Element> form) {}

    final List<Table> tables = new ArrayList<>();
    final SequencedMap<String, Part> parts = new LinkedHashMap<>();
    private final List<String> freed = new ArrayList<>();
    private int named;
    /** A comment that says what was renamed, above a statement that does nothing. */
    String hint = "";

    Model copy() {
        Model copy = new Model();
        tables.forEach(table -> copy.tables.add(table.as(table.name)));
        copy.parts.putAll(parts);
        copy.named = named;
        return copy;
    }

    /** Returns a statement of clauses; those that are empty are left out. */
    static Element element(String id, String head, String separator, String tail, String... clauses) {
        return new Element(
                id,
                head,
                Arrays.stream(clauses)
                        .filter(clause -> !clause.isEmpty())
                        .map(Clause::of)
                        .toList(),
                separator,
                tail,
                List.of());
    }

    void add(Rank rank, Function<Model, Element> form) {
        Element element = form.apply(this);
        parts.put(element.id(), new Part(rank, element, form));
    }

    /** Removes an object; its name can be taken by another. */
    void remove(String id) {
        parts.remove(id);
        String name = id.substring(id.lastIndexOf(' ') + 1);
        if (id.matches("(VIEW|SEQUENCE|MATERIALIZED VIEW|TYPE|DOMAIN|INDEX) \\S+")) {
            freed.add(name);
        }
    }

    /** Returns a name that no object has, some of them in need of quotes; now and then one that an object had. */
    String fresh(Dice dice, String prefix) {
        named++;
        String name = prefix + named;
        return switch (named % 11) {
            case 3 -> "\"" + prefix.toUpperCase(java.util.Locale.ROOT) + " " + named + "\"";
            case 7 -> "\"" + prefix + "\"\"" + named + "\"";
            case 9 -> "\"" + prefix + "ü" + named + "\"";
            default -> name;
        };
    }

    /** Returns such a name in one of the schemas. */
    String freshIn(Dice dice, String prefix) {
        return !freed.isEmpty() && dice.chance(20) ? dice.pick(freed) : schema(dice) + "." + fresh(dice, prefix);
    }

    String schema(Dice dice) {
        List<String> schemas = new ArrayList<>(names("SCHEMA"));
        schemas.add("public");
        return dice.pick(schemas);
    }

    /** Returns what COMMENT ON calls the objects of a kind, without the kind. */
    List<String> names(String kind) {
        return parts.keySet().stream()
                .filter(id -> id.startsWith(kind + " "))
                .map(id -> id.substring(kind.length() + 1))
                .toList();
    }

    /** Returns one of the objects of a kind, or one that is not there. */
    String any(Dice dice, String kind) {
        List<String> names = names(kind);
        return names.isEmpty() ? "missing" : dice.pick(names);
    }

    Table table(Dice dice) {
        return dice.pick(tables);
    }

    /** Returns the table with this name, or any. */
    Table table(String name) {
        return tables.stream()
                .filter(table -> table.name.equals(name))
                .findFirst()
                .orElseGet(tables::getFirst);
    }

    /** Returns a table and those that it inherits from, at any distance, the table first. */
    SequencedSet<Table> lineage(Table table) {
        SequencedSet<Table> lineage = new LinkedHashSet<>(List.of(table));
        table.parents.forEach(parent -> tables.stream()
                .filter(other -> other.name.equals(parent) && !lineage.contains(other))
                .forEach(other -> lineage.addAll(lineage(other))));
        return lineage;
    }

    /** Returns the columns of a table and those that it inherits, one of each name. */
    List<Column> columns(Table table) {
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        lineage(table).forEach(from -> from.columns.forEach(column -> columns.putIfAbsent(column.name, column)));
        return List.copyOf(columns.values());
    }

    /** Gives an object another name wherever it is mentioned. */
    void rename(String from, String to) {
        Pattern token = Pattern.compile("(?<![\\w\"])" + Pattern.quote(from) + "(?![\\w\"])");
        Function<String, String> change = text -> token.matcher(text).replaceAll(Matcher.quoteReplacement(to));
        List<Table> before = new ArrayList<>(tables);
        tables.clear();
        for (Table table : before) {
            Table renamed = table.as(change.apply(table.name));
            renamed.tail = change.apply(table.tail);
            renamed.parents.replaceAll(change::apply);
            renamed.columns.clear();
            for (Column column : table.columns) {
                Column other = column.as(change.apply(column.name));
                other.type = change.apply(column.type);
                other.parts.replaceAll((what, text) -> change.apply(text));
                renamed.columns.add(other);
            }
            tables.add(renamed);
        }
        List<Part> all = new ArrayList<>(parts.values());
        parts.clear();
        for (Part part : all) {
            Element element = part.element();
            Element renamed = new Element(
                    change.apply(element.id()),
                    change.apply(element.head()),
                    element.clauses().stream()
                            .map(clause -> new Clause(
                                    clause.words().stream().map(change).toList()))
                            .toList(),
                    element.separator(),
                    change.apply(element.tail()),
                    List.of());
            parts.put(renamed.id(), new Part(part.rank(), renamed, part.form()));
        }
    }

    /** Returns the statements in an order in which most can run. */
    List<Element> elements() {
        List<Part> all = new ArrayList<>(parts.values());
        // An heir has more in its lineage than any of its parents.
        tables.stream()
                .sorted(Comparator.comparingInt(table -> lineage(table).size()))
                .forEach(table -> all.add(new Part(Rank.TABLE, table.element(), model -> table.element())));
        if (!hint.isEmpty()) {
            all.add(new Part(Rank.EVENT, Element.whole("HINT", hint), model -> Element.whole("HINT", hint)));
        }
        return all.stream()
                .sorted(Comparator.comparing(Part::rank))
                .map(Part::element)
                .toList();
    }
}
