package org.jibao.definition.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.InParts;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Compiles declared figures into metrics: a few statements for all of them, whatever their number. */
public final class FigureMetrics {

    /** The table of every figure. */
    public static final String FIGURE = "figure";

    /** What the tables are called that figures are kept in; no metric of a job with figures has one of these names. */
    public static final Set<String> NAMES = Set.of(
            "scope",
            "reporting",
            "reporting_unit",
            "figure_definition",
            "figure_item",
            "figure_term",
            "figure_part",
            "figure_operand",
            FIGURE,
            "ranking",
            "figure_source",
            "figure_of_record");

    private static final Wording WORDS = Wording.of(FigureMetrics.class);
    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";

    /** Of a number in a return. */
    private static final int DECIMALS = 4;

    /** Of rows of figures, which have fifty columns, a part of so many takes the engine a hundred MiB. */
    private static final int ROWS_A_PART = 200_000;

    private final List<Figure> figures;
    private final FigureWording wording;
    private final FigureSql sql;

    /** @param wording says what each figure is made of */
    public FigureMetrics(List<Figure> figures, FigureWording wording) {
        this.figures = List.copyOf(figures);
        this.wording = wording;
        this.sql = new FigureSql(this.figures);
    }

    /** The metrics in the order in which they are computed; those that figures take operands from come before. */
    public List<MetricDefinition> compile() {
        return List.of(
                copy("scope", List.of("period", "scope", "unit"), "SELECT * FROM returns.scope_unit"),
                copy("reporting_unit", List.of("period", "unit"), "SELECT * FROM returns.reporting_unit"),
                copy("reporting", List.of("period", "level", "scope"), "SELECT * FROM returns.reporting"),
                metric("figure_definition", List.of("figure"), Map.of("rows", lines(definitions()))),
                metric("figure_item", List.of("figure", "dimension", "item"), Map.of("rows", lines(items()))),
                metric(
                        "figure_term",
                        List.of(
                                "figure",
                                "dimension",
                                "item",
                                "part",
                                "form",
                                "row",
                                "column",
                                "weight_form",
                                "weight_row",
                                "weight_column"),
                        Map.of("rows", lines(terms()))),
                metric("figure_part", List.of("figure", "dimension", "item", "part"), Map.of("rows", lines(parts()))),
                inParts(
                        "figure_operand",
                        List.of("period", "unit", "figure", "dimension", "item"),
                        List.of(),
                        operands()),
                inParts(
                        FIGURE,
                        List.of("period", "level", "scope", "figure", "dimension", "item"),
                        figures.stream().map(wording::measure).toList(),
                        figureInParts()),
                named(
                        "ranking",
                        List.of("period", "unit", "figure"),
                        SqlText.read(FigureMetrics.class, "ranking"),
                        List.of()),
                metric(
                        "figure_source",
                        List.of(),
                        Map.of("registers", sql.tracedRegisters(), "entries", sql.entries(), "named", sql.named())),
                record());
    }

    private static MetricDefinition copy(String name, List<String> grain, String sql) {
        return named(name, grain, sql, List.of());
    }

    private static MetricDefinition metric(String name, List<String> grain, Map<String, String> fragments) {
        return named(name, grain, SqlText.read(FigureMetrics.class, name, fragments), List.of());
    }

    private static MetricDefinition named(String name, List<String> grain, String sql, List<Measure> columns) {
        return named(name, grain, sql, columns, null);
    }

    private static MetricDefinition inParts(String name, List<String> grain, List<Measure> columns, InParts parts) {
        return named(name, grain, parts.sql(0, 1), columns, parts);
    }

    private static MetricDefinition named(
            String name, List<String> grain, String sql, List<Measure> columns, @Nullable InParts parts) {
        return new MetricDefinition(
                name, WORDS.text("metric." + name.replace('_', '-')), grain, columns, sql, false, Figure.FILE, parts);
    }

    private OperandInParts operands() {
        String product = product();
        String whole = operand(product, sql.registers(), sql.others(true));
        String withoutEntries = operand(product, "", sql.others(false));
        return new OperandInParts(whole, withoutEntries, sql.operandsOfEntries());
    }

    private static String operand(String product, String registers, String others) {
        Map<String, String> fragments = Map.of("product", product, "registers", registers, "others", others);
        return SqlText.read(FigureMetrics.class, "figure_operand", fragments);
    }

    /**
     * Figures of cells first, then those of entries, a few at a time.
     *
     * @param ofEntries none, or as many as there are parts beside the first
     */
    private record OperandInParts(String whole, String withoutEntries, List<String> ofEntries) implements InParts {

        @Override
        public String number() {
            return "SELECT " + (1 + ofEntries.size());
        }

        @Override
        public String sql(int part, int parts) {
            if (parts == 1) {
                return whole;
            }
            return part == 0 ? withoutEntries : ofEntries.get(part - 1);
        }
    }

    private FigureInParts figureInParts() {
        return new FigureInParts(
                SqlText.read(FigureMetrics.class, "figure_parts", Map.of("most", String.valueOf(ROWS_A_PART))),
                SqlText.read(FigureMetrics.class, FIGURE),
                Map.of("registers", sql.measuredRegisters(), "medians", sql.medians()));
    }

    /** @param fragments what stands in the statement besides the part */
    private record FigureInParts(String number, String sql, Map<String, String> fragments) implements InParts {

        @Override
        public String sql(int part, int parts) {
            Map<String, String> all = new HashMap<>(fragments);
            all.put("part", String.valueOf(part));
            all.put("parts", String.valueOf(parts));
            return SqlText.fill(sql, all);
        }
    }

    private static MetricDefinition record() {
        return new MetricDefinition(
                "figure_of_record",
                WORDS.text("metric.figure-of-record"),
                List.of("period", "scope", "figure"),
                List.of(),
                SqlText.read(FigureMetrics.class, "of_record"),
                true,
                Figure.FILE);
    }

    private List<String> definitions() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            rows.add(FigureSql.row(
                    String.valueOf(i + 1),
                    FigureSql.text(figure.id()),
                    FigureSql.text(figure.label().zh()),
                    FigureSql.text(figure.label().en()),
                    FigureSql.text(figure.unit().zh()),
                    FigureSql.text(figure.unit().en()),
                    FigureSql.text(word(figure.format())),
                    FigureSql.text(word(figure.kind())),
                    String.valueOf(figure.isQuotient()),
                    String.valueOf(figure.adds()),
                    FigureSql.text(figure.better() == null ? null : word(figure.better())),
                    FigureSql.text(
                            figure.target() == null ? null : figure.target().operator()),
                    figure.target() == null
                            ? "NULL"
                            : SqlText.literal(figure.target().value()),
                    figure.minimum() == null ? "NULL" : String.valueOf(figure.minimum()),
                    String.valueOf(figure.headline())));
        }
        return rows;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<String> items() {
        List<String> rows = new ArrayList<>();
        for (Figure figure : figures) {
            rows.add(FigureSql.row(FigureSql.text(figure.id()), "''", "''", "''", "''", "0", number(rows), "true"));
            for (Breakdown by : figure.by()) {
                int position = 1;
                for (Item item : by.items()) {
                    rows.add(FigureSql.row(
                            FigureSql.text(figure.id()),
                            FigureSql.text(by.id()),
                            FigureSql.text(item.id()),
                            FigureSql.text(item.label().zh()),
                            FigureSql.text(item.label().en()),
                            String.valueOf(position++),
                            number(rows),
                            String.valueOf(by.units())));
                }
            }
        }
        return rows;
    }

    private static String number(List<String> before) {
        return String.valueOf(before.size() + 1);
    }

    /** A figure made of cells: whole, or one part of a breakdown. */
    private record Part(String figure, String dimension, String item, String name, CellSum cells) {}

    private List<Part> cellParts() {
        List<Part> parts = new ArrayList<>();
        for (Figure figure : figures) {
            add(parts, figure.id(), "", "", figure.numerator(), figure.denominator());
            for (Breakdown by : figure.by()) {
                by.items()
                        .forEach(item ->
                                add(parts, figure.id(), by.id(), item.id(), item.numerator(), item.denominator()));
            }
        }
        return parts;
    }

    private static void add(
            List<Part> parts,
            String figure,
            String dimension,
            String item,
            @Nullable Operand numerator,
            @Nullable Operand denominator) {
        if (numerator instanceof CellSum cells && !cells.terms().isEmpty()) {
            parts.add(new Part(figure, dimension, item, NUMERATOR, cells));
        }
        if (denominator instanceof CellSum cells) {
            parts.add(new Part(figure, dimension, item, DENOMINATOR, cells));
        }
    }

    private List<String> terms() {
        List<String> rows = new ArrayList<>();
        for (Part part : cellParts()) {
            for (Term term : merged(part.cells())) {
                Figure.Cell weight = term.weight();
                rows.add(words(
                        part, place(term.cell()), term.factor().toPlainString(), weight == null ? "" : place(weight)));
            }
        }
        return rows;
    }

    private static String place(Figure.Cell cell) {
        return cell.form() + " " + cell.row() + " " + cell.column();
    }

    /** A line of a list as one text; identifiers have no blanks. */
    private static String words(Part part, String... more) {
        return FigureSql.text(String.join(" ", part.figure(), part.dimension(), part.item(), part.name()) + " "
                + String.join(" ", more).stripTrailing());
    }

    /** A cell that is named twice counts with the sum of its factors, and is one cell. */
    private static List<Term> merged(CellSum cells) {
        Map<List<Object>, Term> terms = new LinkedHashMap<>();
        for (Term term : cells.terms()) {
            List<Object> key = List.of(term.cell(), String.valueOf(term.weight()));
            terms.merge(
                    key, term, (one, other) -> new Term(one.factor().add(other.factor()), one.cell(), one.weight()));
        }
        return List.copyOf(terms.values());
    }

    /** A cell times its factor. Factors of at most four decimals, as nearly all are, give no decimals that would be cut off again. */
    private String product() {
        boolean narrow = cellParts().stream()
                .flatMap(part -> merged(part.cells()).stream())
                .allMatch(term -> term.factor().stripTrailingZeros().scale() <= DECIMALS);
        return narrow ? "w.factor::DECIMAL(19, 4) * c.value::DECIMAL(19, 4)" : "w.factor * c.value::DECIMAL(28, 4)";
    }

    private List<String> parts() {
        return cellParts().stream()
                .map(part -> words(
                        part,
                        String.valueOf(merged(part.cells()).size()),
                        part.cells().constant().toPlainString()))
                .toList();
    }

    static String lines(List<String> rows) {
        return "    " + String.join(",\n    ", rows);
    }
}
