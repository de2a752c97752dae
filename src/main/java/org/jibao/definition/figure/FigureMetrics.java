package org.jibao.definition.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jibao.definition.Figure;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.FromMetric;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.finding.Text;
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
    private static final String PREFIX = "figure_";
    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";

    private final List<Figure> figures;
    private final FigureWording wording;

    /** @param wording says what each figure is made of */
    public FigureMetrics(List<Figure> figures, FigureWording wording) {
        this.figures = List.copyOf(figures);
        this.wording = wording;
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
                                "figure", "dimension", "item", "part", "form", "row", "column", "weight_form", "weight_row",
                                "weight_column"),
                        Map.of("rows", lines(terms()))),
                metric("figure_part", List.of("figure", "dimension", "item", "part"), Map.of("rows", lines(parts()))),
                metric(
                        "figure_operand",
                        List.of("period", "unit", "figure", "dimension", "item"),
                        Map.of("registers", registers(), "others", others())),
                figureMetric(),
                named("ranking", List.of("period", "unit", "figure"), SqlText.read(FigureMetrics.class, "ranking"), List.of()),
                metric("figure_source", List.of(), Map.of("entries", entries(), "named", named())),
                record());
    }

    private static MetricDefinition copy(String name, List<String> grain, String sql) {
        return named(name, grain, sql, List.of());
    }

    private static MetricDefinition metric(String name, List<String> grain, Map<String, String> fragments) {
        return named(
                name,
                grain,
                SqlText.read(FigureMetrics.class, name.substring(PREFIX.length()), fragments),
                List.of());
    }

    private static MetricDefinition named(String name, List<String> grain, String sql, List<Measure> columns) {
        return new MetricDefinition(
                name, WORDS.text("metric." + name.replace('_', '-')), grain, columns, sql, false, Figure.FILE);
    }

    private MetricDefinition figureMetric() {
        return named(
                FIGURE,
                List.of("period", "level", "scope", "figure", "dimension", "item"),
                SqlText.read(FigureMetrics.class, "figure", Map.of("medians", medians())),
                figures.stream().map(wording::measure).toList());
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
            rows.add(row(
                    String.valueOf(i + 1),
                    text(figure.id()),
                    text(figure.label().zh()),
                    text(figure.label().en()),
                    text(figure.unit().zh()),
                    text(figure.unit().en()),
                    text(word(figure.format())),
                    text(word(figure.kind())),
                    String.valueOf(figure.isQuotient()),
                    String.valueOf(figure.adds()),
                    text(figure.better() == null ? null : word(figure.better())),
                    text(figure.target() == null ? null : figure.target().operator()),
                    figure.target() == null ? "NULL" : SqlText.literal(figure.target().value()),
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
            rows.add(row(text(figure.id()), "''", "''", "''", "''", "0"));
            for (Breakdown by : figure.by()) {
                int position = 1;
                for (Item item : by.items()) {
                    rows.add(row(
                            text(figure.id()),
                            text(by.id()),
                            text(item.id()),
                            text(item.label().zh()),
                            text(item.label().en()),
                            String.valueOf(position++)));
                }
            }
        }
        return rows;
    }

    /** A figure made of cells: whole, or one part of a breakdown. */
    private record Part(String figure, String dimension, String item, String name, CellSum cells) {}

    private List<Part> cellParts() {
        List<Part> parts = new ArrayList<>();
        for (Figure figure : figures) {
            add(parts, figure.id(), "", "", figure.numerator(), figure.denominator());
            for (Breakdown by : figure.by()) {
                by.items().forEach(item -> add(parts, figure.id(), by.id(), item.id(), item.numerator(), item.denominator()));
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
                rows.add(row(
                        text(part.figure()),
                        text(part.dimension()),
                        text(part.item()),
                        text(part.name()),
                        text(term.cell().form()),
                        text(term.cell().row()),
                        text(term.cell().column()),
                        SqlText.literal(term.factor()),
                        text(weight == null ? null : weight.form()),
                        text(weight == null ? null : weight.row()),
                        text(weight == null ? null : weight.column())));
            }
        }
        return rows.isEmpty() ? List.of(row(nulls(11))) : rows;
    }

    /** A cell that is named twice counts with the sum of its factors, and is one cell. */
    private static List<Term> merged(CellSum cells) {
        Map<List<Object>, Term> terms = new LinkedHashMap<>();
        for (Term term : cells.terms()) {
            List<Object> key = List.of(term.cell(), String.valueOf(term.weight()));
            terms.merge(key, term, (one, other) ->
                    new Term(one.factor().add(other.factor()), one.cell(), one.weight()));
        }
        return List.copyOf(terms.values());
    }

    private List<String> parts() {
        List<String> rows = cellParts().stream()
                .map(part -> row(
                        text(part.figure()),
                        text(part.dimension()),
                        text(part.item()),
                        text(part.name()),
                        String.valueOf(merged(part.cells()).size()),
                        SqlText.literal(part.cells().constant())))
                .toList();
        return rows.isEmpty() ? List.of(row(nulls(6))) : rows;
    }

    private static String[] nulls(int count) {
        return java.util.Collections.nCopies(count, "NULL").toArray(String[]::new);
    }

    // Registers

    /** The entries of each register that is counted, with the names that conditions may use. */
    private String registers() {
        StringBuilder sql = new StringBuilder();
        for (String register : registersUsed()) {
            sql.append(",\n").append(SqlText.name("entry " + register)).append(" AS (\n").append(entriesOf(register)).append("\n)");
        }
        return sql.toString();
    }

    private Set<String> registersUsed() {
        Set<String> used = new TreeSet<>();
        for (Figure figure : figures) {
            for (Operand operand : operands(figure)) {
                if (operand instanceof Entries entries) {
                    used.add(entries.register());
                }
            }
        }
        return used;
    }

    private static List<Operand> operands(Figure figure) {
        return figure.denominator() == null
                ? List.of(figure.numerator())
                : List.of(figure.numerator(), figure.denominator());
    }

    private static String entriesOf(String register) {
        return "    SELECT r.*, t.number AS period_number, t.year AS period_year, t.start_date AS period_start,"
                + " t.end_date AS period_end\n    FROM returns." + SqlText.name(register)
                + " r\n    JOIN returns.parameter p ON p.job = r.job"
                + "\n    JOIN intake.period t ON (t.job, t.period) = (r.job, r.period)";
    }

    private String others() {
        StringBuilder sql = new StringBuilder();
        for (Figure figure : figures) {
            if (figure.kind().ofEntries()) {
                continue;
            }
            if (figure.numerator() instanceof Entries of) {
                sql.append(counted(figure, of, null));
                figure.by().forEach(by -> sql.append(counted(figure, of, by)));
            } else if (figure.numerator() instanceof FromMetric from) {
                boolean parts = !figure.by().isEmpty();
                sql.append(SqlText.read(
                        FigureMetrics.class,
                        "from_metric",
                        Map.of(
                                "metric", SqlText.name(from.metric()),
                                "figure", text(figure.id()),
                                "dimension", parts ? "dimension" : "''",
                                "item", parts ? "item" : "''")));
            }
        }
        return sql.toString();
    }

    /** A figure of a register for each return: 0 where it has no such entry, nothing where the register may be left out and is. */
    private static String counted(Figure figure, Entries of, @Nullable Breakdown by) {
        Entries in = figure.denominator() instanceof Entries entries ? entries : null;
        String items = "SELECT item FROM mart.figure_item WHERE figure = " + text(figure.id()) + " AND dimension = "
                + text(by == null ? "" : by.id());
        return SqlText.read(
                FigureMetrics.class,
                "counted",
                Map.of(
                        "figure", text(figure.id()),
                        "dimension", text(by == null ? "" : by.id()),
                        "items", items,
                        "numerator", grouped(of, by),
                        "denominator", in == null ? grouped(of, by) : grouped(in, by),
                        "quotient", String.valueOf(in != null),
                        "always", String.valueOf(of.always()),
                        "register", SqlText.name("entry " + of.register())));
    }

    /** A sum that lacks the value of an entry is missing. */
    private static String grouped(Entries of, @Nullable Breakdown by) {
        String field = by == null ? "''" : "coalesce(" + SqlText.name(String.valueOf(by.field())) + ", '')";
        String name = of.field() == null ? "" : SqlText.name(of.field());
        String value = of.field() == null
                ? "count(*)"
                : "CASE WHEN count(*) = count(" + name + ") THEN sum(" + name + ") END";
        return "SELECT submission, " + field + " AS item, " + value + "::DECIMAL(38, 8) AS value\n    FROM "
                + SqlText.name("entry " + of.register()) + "\n    WHERE (" + of.where() + "\n    )\n    GROUP BY ALL";
    }

    /** What is of the entries themselves is computed for each scope from its entries. */
    private String medians() {
        StringBuilder sql = new StringBuilder();
        for (Figure figure : figures) {
            if (figure.kind().ofEntries() && figure.numerator() instanceof Entries of) {
                sql.append(SqlText.read(
                        FigureMetrics.class,
                        "of_entries",
                        Map.of(
                                "figure", text(figure.id()),
                                "function", figure.kind() == Kind.MEDIAN ? "median" : "max",
                                "field", SqlText.name(String.valueOf(of.field())),
                                "entries", entriesOf(of.register()),
                                "where", of.where())));
            }
        }
        return sql.toString();
    }

    /** Entries as what figures are made of. */
    private String entries() {
        StringBuilder sql = new StringBuilder();
        for (Figure figure : figures) {
            List<Operand> operands = operands(figure);
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i) instanceof Entries of) {
                    String part = i == 0 ? NUMERATOR : DENOMINATOR;
                    sql.append(traced(figure, part, of, null));
                    figure.by().forEach(by -> sql.append(traced(figure, part, of, by)));
                }
            }
        }
        return sql.toString();
    }

    /** The cells that a metric takes a figure from. */
    private String named() {
        StringBuilder sql = new StringBuilder();
        for (Figure figure : figures) {
            if (figure.numerator() instanceof FromMetric from) {
                from.cells().forEach(term -> sql.append(named(figure, NUMERATOR, term)));
                from.in().forEach(term -> sql.append(named(figure, DENOMINATOR, term)));
            }
        }
        return sql.toString();
    }

    private static String named(Figure figure, String part, Term term) {
        return "\n    UNION ALL\n    VALUES "
                + row(
                        text(figure.id()),
                        "''",
                        "''",
                        text(part),
                        text(term.cell().form()),
                        text(term.cell().row()),
                        text(term.cell().column()),
                        SqlText.literal(term.factor()));
    }

    private static String traced(Figure figure, String part, Entries of, @Nullable Breakdown by) {
        return SqlText.read(
                FigureMetrics.class,
                "traced",
                Map.of(
                        "figure", text(figure.id()),
                        "dimension", text(by == null ? "" : by.id()),
                        "item", by == null ? "''" : "coalesce(" + SqlText.name(String.valueOf(by.field())) + ", '')",
                        "part", text(part),
                        "value", of.field() == null ? "1" : SqlText.name(of.field()),
                        "entries", entriesOf(of.register()),
                        "where", of.where()));
    }

    static String lines(List<String> rows) {
        return "    " + String.join(",\n    ", rows);
    }

    private static String row(String... values) {
        return "(" + String.join(", ", values) + ")";
    }

    private static String text(@Nullable String value) {
        return SqlText.literal(value);
    }
}
