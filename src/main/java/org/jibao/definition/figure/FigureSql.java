package org.jibao.definition.figure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        for (String register : registersUsed()) {
            sql.append(",\n")
                    .append(SqlText.name("entry " + register))
                    .append(" AS (\n")
                    .append(entriesOf(register))
                    .append("\n)");
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
                        "register", SqlText.name("entry " + of.register())));
    }

    /** What tells the parts apart; what an entry leaves empty is a part of its own. */
    private static String item(@Nullable Breakdown by) {
        return by == null ? "''" : "coalesce(" + SqlText.name(String.valueOf(by.field())) + ", '')";
    }

    /** A sum that lacks the value of an entry is missing. */
    private static String grouped(Entries of, @Nullable Breakdown by) {
        String name = of.field() == null ? "" : SqlText.name(of.field());
        String value =
                of.field() == null ? "count(*)" : "CASE WHEN count(*) = count(" + name + ") THEN sum(" + name + ") END";
        return "SELECT submission, " + item(by) + " AS item, " + value + "::DECIMAL(38, 8) AS value\n    FROM "
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
                                "entries", entriesOf(of.register()),
                                "where", of.where())));
            }
        }
        return sql.toString();
    }

    /** Entries as what figures are made of. */
    String entries() {
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
                        "item", item(by),
                        "part", text(part),
                        "value", of.field() == null ? "1" : SqlText.name(of.field()),
                        "entries", entriesOf(of.register()),
                        "where", of.where()));
    }

    static String row(String... values) {
        return "(" + String.join(", ", values) + ")";
    }

    static String text(@Nullable String value) {
        return SqlText.literal(value);
    }
}
