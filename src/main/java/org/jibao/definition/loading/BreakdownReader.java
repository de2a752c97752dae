package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jibao.definition.Field;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.Cell;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.FromMetric;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.definition.ReferenceTable;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** By what a figure is broken down: rows or columns of a form, a field of a register, or parts that are named one by one. */
final class BreakdownReader {

    private static final Wording WORDS = Wording.of(BreakdownReader.class);

    private static final String EACH = "*";

    private final OperandReader reader;
    private final ItemLabels labels;
    private final GroupReader groups;

    BreakdownReader(OperandReader reader, List<ReferenceTable> references) {
        this.reader = reader;
        labels = new ItemLabels(reader.entries(), references);
        groups = new GroupReader(references);
    }

    List<Breakdown> breakdowns(Value by, List<Operand> operands, Value figure, Kind kind) {
        List<Breakdown> breakdowns = new ArrayList<>();
        by.mapping().ifPresent(mapping -> {
            Ids ids = new Ids();
            for (String id : mapping.keys()) {
                Value given = mapping.need(id);
                ids.claim(id, given);
                breakdown(id, given, operands, kind).ifPresent(breakdowns::add);
            }
        });
        return breakdowns;
    }

    private Optional<Breakdown> breakdown(String id, Value given, List<Operand> operands, Kind kind) {
        if (!given.isMapping()) {
            return by(id, words(id), given, operands, kind);
        }
        Mapping mapping = given.mapping().orElseThrow();
        Text label = mapping.need("label").words();
        boolean units = mapping.get("units").flag();
        Optional<Breakdown> read = mapping.has("parts")
                ? byParts(id, label, mapping.need("parts"), operands)
                : ofMetric(operands)
                        ? byColumn(id, label, mapping, (Entries) operands.get(0), kind)
                        : by(id, label, mapping.need("of"), operands, kind);
        Value grouped = mapping.get("grouped");
        if (!grouped.absent() && !mapping.has("parts")) {
            read = groups.grouped(read, grouped);
        }
        mapping.end();
        return read.map(by -> new Breakdown(by.id(), by.label(), by.items(), by.field(), units));
    }

    private static boolean ofMetric(List<Operand> operands) {
        return operands.get(0) instanceof Entries entries && entries.ofMetric();
    }

    private Optional<Breakdown> by(String id, Text label, Value of, List<Operand> operands, Kind kind) {
        if (ofMetric(operands)) {
            of.report(WORDS.text("figure.by-needs-labels"));
            return Optional.empty();
        }
        return operands.get(0) instanceof Entries entries
                ? byField(id, label, of, entries, kind)
                : byCells(id, label, of, operands);
    }

    /** An id as words: {@code kind_of_office} is {@code Kind of office}. */
    private static Text words(String id) {
        String words = id.replace('_', ' ');
        return Text.same(words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    private Optional<Breakdown> byField(String id, Text label, Value of, Entries entries, Kind kind) {
        RegisterForm register = (RegisterForm) reader.form(entries.register());
        String text = of.text();
        String name = text.startsWith(entries.register() + ".")
                ? text.substring(entries.register().length() + 1)
                : text;
        List<String> listed = register.fields().stream()
                .filter(field -> !field.values().isEmpty() && !field.many())
                .map(Field::id)
                .toList();
        if (!listed.contains(name)) {
            of.report(Suggestion.unknown("noun.listed-field", name, listed));
            return Optional.empty();
        }
        if (cannotBeParted(of, kind)) {
            return Optional.empty();
        }
        Field field = register.fields().stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow();
        List<Item> items = new ArrayList<>();
        field.values().forEach(value -> items.add(new Item(value.id(), value.text(), null, null)));
        if (!field.required()) {
            items.add(new Item("", WORDS.text("figure.not-stated"), null, null));
        }
        return Optional.of(new Breakdown(id, label, items, name, false));
    }

    private static boolean cannotBeParted(Value of, Kind kind) {
        if (kind.ofEntries()) {
            of.report(WORDS.text("figure.no-breakdown", kind.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return kind.ofEntries();
    }

    /** A column of a metric, with what its values are called; a value that is not among them is not stated. */
    private Optional<Breakdown> byColumn(String id, Text label, Mapping given, Entries entries, Kind kind) {
        Value of = given.need("of");
        String column = of.nameOf("noun.field", reader.entries().fields(entries.register()));
        List<Item> items = labels.items(given.need("labels"));
        if (cannotBeParted(of, kind) || items.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Breakdown(id, label, items, column, false));
    }

    /** Parts that are named one by one, each with cells of its own. */
    private Optional<Breakdown> byParts(String id, Text label, Value parts, List<Operand> operands) {
        if (!operands.stream().allMatch(BreakdownReader::isPlainSum)) {
            parts.report(WORDS.text("figure.parts-of-cells"));
            return Optional.empty();
        }
        List<Item> items = new ArrayList<>();
        Ids ids = new Ids();
        parts.mapping().ifPresent(named -> {
            for (String part : named.keys()) {
                Value given = named.need(part);
                ids.claim(part, given);
                given.mapping().flatMap(one -> part(part, one, operands)).ifPresent(items::add);
            }
        });
        return items.isEmpty() ? Optional.empty() : Optional.of(new Breakdown(id, label, items, null, false));
    }

    private static boolean isPlainSum(Operand operand) {
        return operand instanceof CellSum cells && cells.terms().stream().allMatch(term -> term.weight() == null);
    }

    private Optional<Item> part(String id, Mapping part, List<Operand> operands) {
        Text label = part.need("label").words();
        Value of = part.need("of");
        part.end();
        Optional<FigureExpression.Parsed> parsed = reader.parsed(of);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        boolean quotient = operands.size() > 1;
        if (parsed.get().denominator().isEmpty() == quotient) {
            of.report(WORDS.text("figure.by-differs"));
            return Optional.empty();
        }
        List<Operand> made = reader.cells(of, quotient);
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item(id, label, made.get(0), quotient ? made.get(1) : null));
    }

    /** {@code rows}, {@code columns}, or an expression with a {@code *} in the place of what tells the items apart. */
    private Optional<Breakdown> byCells(String id, Text label, Value of, List<Operand> operands) {
        String text = of.text();
        boolean metric = operands.get(0) instanceof FromMetric;
        if (!metric && (text.equals("rows") || text.equals("columns"))) {
            boolean rows = text.equals("rows");
            Set<String> lines = lines(operands, rows);
            Set<String> forms =
                    lines.stream().map(line -> line.replaceFirst("\\..*", "")).collect(Collectors.toSet());
            if (forms.size() != 1 || lines.size() > 1 && !alike(operands, rows)) {
                of.report(WORDS.text("figure.by-needs-line", text));
                return Optional.empty();
            }
            String form = forms.iterator().next();
            Optional<List<Item>> items = lines.size() == 1
                    ? items(of, form, rows, parts(form, rows, operands), part -> replaced(operands, rows, part))
                    : items(of, form, rows, names(operands, rows), part -> kept(operands, rows, part));
            return items.map(made -> new Breakdown(id, label, made, null, false));
        }
        Optional<FigureExpression.Parsed> parsed = reader.parsed(of);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        List<CellSum> sums = new ArrayList<>(List.of(parsed.get().numerator()));
        sums.addAll(parsed.get().denominator());
        if (!metric && sums.size() != operands.size()) {
            of.report(WORDS.text("figure.by-differs"));
            return Optional.empty();
        }
        if (!sums.stream().allMatch(sum -> reader.known(of, sum))) {
            return Optional.empty();
        }
        Set<String> starred = new HashSet<>();
        sums.forEach(sum -> sum.terms().forEach(term -> starred.add(star(term.cell()))));
        if (starred.size() != 1 || starred.contains("")) {
            of.report(WORDS.text("figure.by-needs-star"));
            return Optional.empty();
        }
        String where = starred.iterator().next();
        boolean rows = where.endsWith(".row");
        String form = where.substring(0, where.indexOf('.'));
        List<Operand> given = List.copyOf(sums);
        return items(of, form, rows, parts(form, rows, operands), part -> replaced(given, rows, part))
                .map(items -> new Breakdown(id, label, metric ? labelled(items) : items, null, false));
    }

    /** The parts of the totals that the figure itself is taken from. */
    private List<String> parts(String form, boolean rows, List<Operand> operands) {
        List<String> lines = List.copyOf(lines(operands, rows));
        boolean here = lines.stream().allMatch(line -> line.startsWith(form + "."));
        return reader.parts(form, rows, here ? names(operands, rows) : List.of());
    }

    /** Of a metric's own parts only the ids and labels are the form's. */
    private static List<Item> labelled(List<Item> items) {
        return items.stream()
                .map(item -> new Item(item.id(), item.label(), null, null))
                .toList();
    }

    private static String star(Cell cell) {
        boolean row = cell.row().equals(EACH);
        boolean column = cell.column().equals(EACH);
        return row == column ? "" : cell.form() + (row ? ".row" : ".column");
    }

    private Optional<List<Item>> items(
            Value of, String form, boolean rows, List<String> parts, Function<String, List<Operand>> made) {
        GridForm grid = (GridForm) reader.form(form);
        List<Label> labels = rows ? grid.rows() : grid.columns();
        List<Item> items = new ArrayList<>();
        for (String part : parts) {
            List<Operand> operands = made.apply(part);
            items.add(new Item(
                    part,
                    apart(OperandReader.label(labels, part), labels),
                    operands.get(0),
                    operands.size() > 1 ? operands.get(1) : null));
        }
        if (items.isEmpty()) {
            of.report(WORDS.text("figure.nothing-but-totals", form));
            return Optional.empty();
        }
        return Optional.of(items);
    }

    /** The words of a label, with its group before them where another has the same words. */
    private static Text apart(Label label, List<Label> labels) {
        Text words = label.text();
        Text group = label.printed().group();
        return group == null
                ? words
                : new Text(
                        twice(labels, Text::zh, words) ? group.zh() + "：" + words.zh() : words.zh(),
                        twice(labels, Text::en, words) ? group.en() + ": " + words.en() : words.en());
    }

    private static boolean twice(List<Label> labels, Function<Text, String> language, Text words) {
        return labels.stream()
                        .filter(one -> language.apply(one.text()).equals(language.apply(words)))
                        .count()
                > 1;
    }

    /** The rows (or columns) in which the cells stand, each with its form. */
    private static Set<String> lines(List<Operand> operands, boolean rows) {
        Set<String> lines = new LinkedHashSet<>();
        for (Operand operand : operands) {
            if (operand instanceof CellSum cells) {
                cells.terms().forEach(term -> lines.add(term.cell().form() + "." + line(term.cell(), rows)));
            }
        }
        return lines;
    }

    private static String line(Cell cell, boolean rows) {
        return rows ? cell.row() : cell.column();
    }

    /** The rows (or columns) themselves, in the order in which they are named. */
    private static List<String> names(List<Operand> operands, boolean rows) {
        return lines(operands, rows).stream()
                .map(line -> line.substring(line.indexOf('.') + 1))
                .toList();
    }

    /** Whether each operand has a cell in each line, so that each line is such a figure itself. */
    private static boolean alike(List<Operand> operands, boolean rows) {
        return operands.stream()
                .allMatch(operand -> lines(List.of(operand), rows).equals(lines(operands, rows))
                        && ((CellSum) operand).constant().signum() == 0);
    }

    /** The cells of one line alone. */
    private static List<Operand> kept(List<Operand> operands, boolean rows, String line) {
        List<Operand> kept = new ArrayList<>();
        for (Operand operand : operands) {
            kept.add(new CellSum(
                    ((CellSum) operand)
                            .terms().stream()
                                    .filter(term -> line(term.cell(), rows).equals(line))
                                    .toList(),
                    BigDecimal.ZERO));
        }
        return kept;
    }

    private static List<Operand> replaced(List<Operand> operands, boolean rows, String part) {
        List<Operand> replaced = new ArrayList<>();
        for (Operand operand : operands) {
            CellSum cells = (CellSum) operand;
            replaced.add(new CellSum(
                    cells.terms().stream()
                            .map(term -> new Term(
                                    term.factor(),
                                    moved(term.cell(), rows, part),
                                    term.weight() == null ? null : moved(term.weight(), rows, part)))
                            .toList(),
                    cells.constant()));
        }
        return replaced;
    }

    private static Cell moved(Cell cell, boolean rows, String part) {
        return rows ? new Cell(cell.form(), part, cell.column()) : new Cell(cell.form(), cell.row(), part);
    }
}
