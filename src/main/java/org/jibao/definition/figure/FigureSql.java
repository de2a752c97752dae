package org.jibao.definition.figure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.Entries;
import org.jibao.definition.Figure.FromMetric;
import org.jibao.definition.Figure.Kind;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** The parts of the statements that are each figure's own: entries of registers, rows of metrics, and where these come from. */
final class FigureSql {

    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";

    private final List<Figure> figures;

    FigureSql(List<Figure> figures) {
        this.figures = figures;
    }

    /** The entries of each register that is counted, with the names that conditions may use. */
    String registers() {
        StringBuilder sql = new StringBuilder();
        registersUsed().forEach((register, ofMetric) -> sql.append(",\n")
                .append(SqlText.name("entry " + register))
                .append(" AS (\n")
                .append(entriesOf(register, ofMetric))
                .append("\n)"));
        return sql.toString();
    }

    /** The registers and metrics that entries are taken from, and whether each is a metric. */
    private Map<String, Boolean> registersUsed() {
        Map<String, Boolean> used = new TreeMap<>();
        for (Figure figure : figures) {
            for (Operand operand : figure.operands()) {
                if (operand instanceof Entries entries) {
                    used.put(entries.register(), entries.ofMetric());
                    used.putIfAbsent(entries.among(), true);
                }
            }
        }
        return used;
    }

    private static String entriesOf(String register, boolean ofMetric) {
        if (ofMetric) {
            return SqlText.read(FigureSql.class, "rows_of_metric", Map.of("metric", SqlText.name(register)));
        }
        return "    SELECT r.*, t.number AS period_number, t.year AS period_year, t.start_date AS period_start,"
                + " t.end_date AS period_end\n    FROM returns." + SqlText.name(register)
                + " r\n    JOIN returns.parameter p ON p.job = r.job"
                + "\n    JOIN intake.period t ON (t.job, t.period) = (r.job, r.period)";
    }

    String others() {
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
                        FigureSql.class,
                        "from_metric",
                        Map.of(
                                "metric",
                                SqlText.name(from.metric()),
                                "figure",
                                text(figure.id()),
                                "dimension",
                                parts ? "dimension" : "''",
                                "item",
                                parts ? "item" : "''")));
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
                FigureSql.class,
                "counted",
                Map.of(
                        "figure", text(figure.id()),
                        "dimension", text(by == null ? "" : by.id()),
                        "items", items,
                        "numerator", grouped(of, by),
                        "denominator", in == null ? grouped(of, by) : grouped(in, by),
                        "quotient", String.valueOf(in != null),
                        "always", String.valueOf(of.always()),
                        "register", SqlText.name("entry " + of.among())));
    }

    /** What tells the parts apart; what an entry leaves empty, or is none of the parts, is a part of its own. */
    private static String item(Entries of, @Nullable Breakdown by) {
        if (by == null) {
            return "''";
        }
        String field = SqlText.name(String.valueOf(by.field()));
        String known = by.items().stream().map(item -> text(item.id())).collect(Collectors.joining(", "));
        return of.ofMetric()
                ? "CASE WHEN " + field + "::VARCHAR IN (" + known + ") THEN " + field + "::VARCHAR ELSE '' END"
                : "coalesce(" + field + ", '')";
    }

    private static String value(Entries of) {
        String name = of.field() == null ? "" : SqlText.name(of.field());
        return switch (of.take()) {
            case COUNT -> "count(*)";
            case ANY -> "1";
            case SUM -> "CASE WHEN count(*) = count(" + name + ") THEN sum(" + name + ") END";
            case SUM_OF_GIVEN -> "sum(" + name + ")";
            case COUNT_OF_GIVEN -> "count(" + name + ")";
        };
    }

    private static String grouped(Entries of, @Nullable Breakdown by) {
        return "SELECT submission, " + item(of, by) + " AS item, " + value(of) + "::DECIMAL(38, 8) AS value\n    FROM "
                + SqlText.name("entry " + of.register()) + "\n    WHERE (" + of.where() + "\n    )\n    GROUP BY ALL";
    }

    /** What is of the entries themselves is computed for each scope from its entries. */
    String medians() {
        StringBuilder sql = new StringBuilder();
        for (Figure figure : figures) {
            if (figure.kind().ofEntries() && figure.numerator() instanceof Entries of) {
                sql.append(SqlText.read(
                        FigureSql.class,
                        "of_entries",
                        Map.of(
                                "figure", text(figure.id()),
                                "function", figure.kind() == Kind.MEDIAN ? "median" : "max",
                                "field", SqlText.name(String.valueOf(of.field())),
                                "entries", entriesOf(of.register(), of.ofMetric()),
                                "where", of.where())));
            }
        }
        return sql.toString();
    }

    /** Entries as what figures are made of; what a metric gives, the metric's own table explains. */
    String entries() {
        StringBuilder sql = new StringBuilder();
        for (Figure figure : figures) {
            List<Operand> operands = figure.operands();
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i) instanceof Entries of && !of.ofMetric()) {
                    String part = i == 0 ? NUMERATOR : DENOMINATOR;
                    sql.append(traced(figure, part, of, null));
                    figure.by().forEach(by -> sql.append(traced(figure, part, of, by)));
                }
            }
        }
        return sql.toString();
    }

    /** The cells that a metric takes a figure from. */
    String named() {
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
                FigureSql.class,
                "traced",
                Map.of(
                        "figure", text(figure.id()),
                        "dimension", text(by == null ? "" : by.id()),
                        "item", item(of, by),
                        "part", text(part),
                        "value", traced(of),
                        "entries", entriesOf(of.register(), false),
                        "where", of.where()));
    }

    private static String traced(Entries of) {
        String name = of.field() == null ? "" : SqlText.name(of.field());
        return switch (of.take()) {
            case COUNT, ANY -> "1";
            case SUM, SUM_OF_GIVEN -> name;
            case COUNT_OF_GIVEN -> "CASE WHEN " + name + " IS NOT NULL THEN 1 END";
        };
    }

    static String row(String... values) {
        return "(" + String.join(", ", values) + ")";
    }

    static String text(@Nullable String value) {
        return SqlText.literal(value);
    }
}
