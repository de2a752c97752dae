package org.jibao.definition.figure;

import java.util.ArrayList;
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
    private static final String UNION = "\n    UNION ALL\n    ";

    /** Of each the engine holds some 4 MiB until all of a statement are counted. */
    private static final int MOST_COUNTS = 16;

    private final List<Figure> figures;

    FigureSql(List<Figure> figures) {
        this.figures = figures;
    }

    /** The entries of each register that is counted, with the names that conditions may use, and what is counted of them. */
    String registers() {
        return entered(ofEntries());
    }

    private List<Figure> ofEntries() {
        return figures.stream().filter(FigureSql::isCounted).toList();
    }

    private static String entered(List<Figure> counted) {
        return counted.isEmpty()
                ? ""
                : registers(used(counted, true), "")
                        + SqlText.read(
                                FigureSql.class,
                                "entered",
                                Map.of("counted", counted(counted), "filed", filed(counted)));
    }

    /** Statements that give together what {@link #registers} and its part of {@link #others} do, each of a few counts. */
    List<String> operandsOfEntries() {
        List<List<Figure>> parts = new ArrayList<>();
        int counts = MOST_COUNTS;
        for (Figure figure : ofEntries()) {
            int own = figure.operands().size() * (1 + figure.by().size());
            if (counts + own > MOST_COUNTS) {
                parts.add(new ArrayList<>());
                counts = 0;
            }
            parts.get(parts.size() - 1).add(figure);
            counts += own;
        }
        return parts.stream()
                .map(some -> SqlText.read(
                        FigureSql.class,
                        "operand_of_entries",
                        Map.of("registers", entered(some), "selected", SqlText.read(FigureSql.class, "of_entries"))))
                .toList();
    }

    /** The entries of each register that a median, or the longest, is taken of. */
    String measuredRegisters() {
        return registers(used(figures.stream().filter(FigureSql::isMeasured).toList(), false), "");
    }

    /** The entries of each register, of the period that is summarized. */
    String tracedRegisters() {
        Map<String, Boolean> used = used(figures, false);
        used.values().removeIf(ofMetric -> ofMetric);
        return registers(used, "\n    JOIN here h ON h.job = r.job AND h.period = r.period");
    }

    private static String registers(Map<String, Boolean> used, String restricted) {
        StringBuilder sql = new StringBuilder();
        used.forEach((register, ofMetric) -> sql.append(",\n")
                .append(entriesName(register))
                .append(" AS (\n")
                .append(entriesOf(register, ofMetric))
                .append(restricted)
                .append("\n)"));
        return sql.toString();
    }

    /** The registers and metrics that entries are taken from, and whether each is a metric. */
    private static Map<String, Boolean> used(List<Figure> figures, boolean among) {
        Map<String, Boolean> used = new TreeMap<>();
        for (Figure figure : figures) {
            for (Operand operand : figure.operands()) {
                if (operand instanceof Entries entries) {
                    used.put(entries.register(), entries.ofMetric());
                    if (among) {
                        used.putIfAbsent(entries.among(), true);
                    }
                }
            }
        }
        return used;
    }

    private static boolean isCounted(Figure figure) {
        return figure.numerator() instanceof Entries && !figure.kind().ofEntries();
    }

    private static boolean isMeasured(Figure figure) {
        return figure.numerator() instanceof Entries && figure.kind().ofEntries();
    }

    private static String entriesName(String register) {
        return SqlText.name("entry " + register);
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

    /**
     * Operands that are not made of cells.
     *
     * @param ofEntries whether those that are counted of entries are among them
     */
    String others(boolean ofEntries) {
        StringBuilder sql = new StringBuilder();
        if (ofEntries && !ofEntries().isEmpty()) {
            sql.append("\nUNION ALL\n").append(SqlText.read(FigureSql.class, "of_entries"));
        }
        for (Figure figure : figures) {
            if (figure.numerator() instanceof FromMetric from) {
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

    private static String counted(List<Figure> figures) {
        List<String> counted = new ArrayList<>();
        for (Figure figure : figures) {
            List<Operand> operands = figure.operands();
            for (int i = 0; i < operands.size(); i++) {
                Entries of = (Entries) operands.get(i);
                String part = i == 0 ? NUMERATOR : DENOMINATOR;
                counted.add(grouped(figure, part, of, null));
                figure.by().forEach(by -> counted.add(grouped(figure, part, of, by)));
            }
        }
        return String.join(UNION, counted);
    }

    /** Which returns count in each figure: all, or those that sent the register. */
    private static String filed(List<Figure> figures) {
        Map<String, List<String>> filed = new TreeMap<>();
        for (Figure figure : figures) {
            Entries of = (Entries) figure.numerator();
            filed.computeIfAbsent(of.always() ? "accepted" : entriesName(of.among()), table -> new ArrayList<>())
                    .add(row(text(figure.id())));
        }
        return filed.entrySet().stream()
                .map(table -> "SELECT f.figure, r.submission FROM (SELECT DISTINCT submission FROM " + table.getKey()
                        + ") r\n    CROSS JOIN (VALUES " + String.join(", ", table.getValue()) + ") f(figure)")
                .collect(Collectors.joining(UNION));
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

    private static String grouped(Figure figure, String part, Entries of, @Nullable Breakdown by) {
        return "SELECT submission, " + text(figure.id()) + " AS figure, " + text(by == null ? "" : by.id())
                + " AS dimension, " + item(of, by) + " AS item, " + text(part) + " AS part, " + value(of)
                + "::DECIMAL(38, 8) AS value\n    FROM " + entriesName(of.register()) + "\n    WHERE (" + of.where()
                + "\n    )\n    GROUP BY ALL";
    }

    /** What is of the entries themselves is computed for each scope from its entries. */
    String medians() {
        List<String> measured = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.numerator() instanceof Entries of && isMeasured(figure)) {
                String field = SqlText.name(String.valueOf(of.field()));
                measured.add("SELECT " + text(figure.id()) + " AS figure, " + (figure.kind() == Kind.MEDIAN)
                        + " AS middle, period, unit, " + field + " AS value\n    FROM " + entriesName(of.register())
                        + "\n    WHERE " + field + " IS NOT NULL AND (" + of.where() + "\n    )");
            }
        }
        return measured.isEmpty()
                ? ""
                : SqlText.read(FigureSql.class, "medians", Map.of("entries", String.join(UNION, measured)));
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
                        "register", entriesName(of.register()),
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
