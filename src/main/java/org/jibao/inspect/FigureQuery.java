package org.jibao.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.definition.Figure;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inspect.FigureView.SourceCell;
import org.jibao.inspect.FigureView.UnitPart;
import org.jibao.inspect.FigureWanted.FigureLevel;
import org.jibao.inspect.FiguresReport.FigureLine;
import org.jibao.inspect.FiguresReport.ScopeValue;
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Asks a snapshot for figures as they were computed last, and for what stands behind one. */
public final class FigureQuery {

    private static final Wording WORDS = Wording.of(FigureQuery.class);

    /** Cells of one unit behind one figure; an entry of a register may be a thousand. */
    static final int MOST_CELLS = 200;

    private static final int LONGEST_WORD = 60;

    private final Sql sql;
    private final JobDefinition job;
    private final Period period;
    private final Instant asOf;

    public FigureQuery(Sql sql, JobDefinition job, Period period, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.period = period;
        this.asOf = asOf;
    }

    /**
     * The figures of the period, over all units, groups and kinds.
     *
     * @param unit whose own are given, too: its code, name or alias; null for none
     */
    public FiguresReport report(@Nullable String unit) {
        if (!computed()) {
            return new FiguresReport(period, asOf, List.of(), List.of(WORDS.text("figures.none", job.title())));
        }
        String code = unit == null ? null : UnitArgument.of(job.roster(), unit).code();
        Map<String, List<Row>> byFigure = new LinkedHashMap<>();
        for (Row row : sql.query(SqlText.read(FigureQuery.class, "figure_values"), period.code(), code)) {
            byFigure.computeIfAbsent(row.text("figure"), figure -> new ArrayList<>())
                    .add(row);
        }
        List<FigureLine> lines = byFigure.values().stream()
                .map(rows ->
                        line(rows.get(0), rows.stream().map(FigureQuery::value).toList()))
                .toList();
        List<Text> notices = lines.isEmpty() ? List.of(WORDS.text("figures.not-of-period", period.label())) : List.of();
        return new FiguresReport(period, asOf, lines, notices);
    }

    /** @throws UnusableArgument where there is no such figure, scope or part, or it is not computed */
    public FigureView of(FigureWanted wanted) {
        if (!computed()) {
            throw new UnusableArgument(WORDS.text("figures.none", job.title()));
        }
        if (figures().stream().noneMatch(figure -> figure.id().equals(wanted.figure()))) {
            throw new UnusableArgument(WORDS.text("figure.unknown", quoted(wanted.figure())));
        }
        String code = code(wanted);
        Row head = rows("figure_head", wanted, code).stream()
                .findFirst()
                .orElseThrow(() -> new UnusableArgument(WORDS.text(
                        "figure.not-there",
                        wanted.figure(),
                        period.label(),
                        quoted(wanted.code()),
                        quoted(wanted.part()))));
        return view(wanted, head);
    }

    /** What was asked for may be of any length. */
    private static String quoted(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    }

    private FigureView view(FigureWanted wanted, Row head) {
        String level = head.text("level");
        String scope = head.text("scope");
        Map<String, List<SourceCell>> cells = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        for (Row row : page("figure_cells", wanted, level, scope, MOST_CELLS)) {
            cells.computeIfAbsent(row.text("unit"), unit -> new ArrayList<>()).add(cell(row));
            counts.put(row.text("unit"), row.count("cells"));
        }
        List<UnitPart> units = new ArrayList<>();
        long total = 0;
        for (Row row : page("figure_units", wanted, level, scope, null)) {
            total = row.count("total");
            String unit = row.textOrNull("unit");
            if (unit != null) {
                units.add(part(row, cells.getOrDefault(unit, List.of()), counts.getOrDefault(unit, 0L)));
            }
        }
        List<Text> notices = held() ? List.of() : List.of(WORDS.text("figure.cells-not-held", period.label()));
        return new FigureView(
                period,
                line(head, List.of(value(head))),
                wanted.dimension(),
                wanted.part(),
                FindingsQuery.words(head, "item"),
                units,
                wanted.from(),
                total,
                notices);
    }

    /** Whether the figures in the snapshot are those of this job, by its present definition. */
    private boolean computed() {
        Rows tables = sql.query(SqlText.read(FigureQuery.class, "figure_tables"), job.id());
        if (!tables.one().flag("computed")) {
            return false;
        }
        List<String> ids = sql.query(SqlText.read(FigureQuery.class, "figure_ids")).stream()
                .map(row -> row.text("figure"))
                .toList();
        return ids.equals(figures().stream().map(Figure::id).toList());
    }

    private List<Figure> figures() {
        return job.figures();
    }

    /** Whether the snapshot has the cells of the period: it has those of the one that was summarized last. */
    private boolean held() {
        return !sql.query(SqlText.read(FigureQuery.class, "figure_held"), period.code())
                .isEmpty();
    }

    /** The scope's code in the snapshot; null for the whole. */
    private @Nullable String code(FigureWanted wanted) {
        return switch (wanted.level()) {
            case TOTAL -> null;
            case UNIT -> UnitArgument.of(job.roster(), wanted.code()).code();
            case KIND -> "kind:" + wanted.code();
            case GROUP -> wanted.code();
        };
    }

    private Rows rows(String query, FigureWanted wanted, @Nullable String code) {
        String level = wanted.level() == FigureLevel.TOTAL ? "group" : word(wanted.level());
        return sql.query(
                SqlText.read(FigureQuery.class, query),
                period.code(),
                wanted.figure(),
                wanted.dimension(),
                wanted.part(),
                level,
                code);
    }

    private Rows page(String query, FigureWanted wanted, String level, String scope, @Nullable Integer most) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(
                period.code(),
                wanted.figure(),
                wanted.dimension(),
                wanted.part(),
                level,
                scope,
                wanted.from(),
                wanted.most()));
        if (most != null) {
            parameters.add(most);
        }
        return sql.query(SqlText.read(FigureQuery.class, query), parameters.toArray());
    }

    private static String word(FigureLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private FigureLine line(Row row, List<ScopeValue> values) {
        String id = row.text("figure");
        Text topic = figures().stream()
                .filter(figure -> figure.id().equals(id))
                .map(Figure::topic)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new FigureLine(
                id,
                FindingsQuery.words(row, "label"),
                FindingsQuery.words(row, "unit"),
                row.text("format"),
                topic,
                values);
    }

    private static ScopeValue value(Row row) {
        boolean top = row.flag("top");
        String level = row.text("level");
        String scope = row.text("scope");
        return new ScopeValue(
                top ? FigureLevel.TOTAL : row.choice("level", FigureLevel.class),
                level.equals("kind") ? scope.substring("kind:".length()) : scope,
                FindingsQuery.words(row, "name"),
                row.numberOrNull("value"),
                row.numberOrNull("numerator"),
                row.numberOrNull("denominator"),
                row.countOr("reported", 0),
                row.countOr("expected", 0),
                row.textOrNull("missing_because"));
    }

    private static UnitPart part(Row row, List<SourceCell> cells, long total) {
        boolean included = row.flag("included");
        return new UnitPart(
                row.text("unit"),
                row.text("name"),
                row.text("state"),
                row.countOrNull("submission"),
                row.textOrNull("file"),
                row.textOrNull("sha256"),
                row.numberOrNull("value"),
                row.numberOrNull("numerator"),
                row.numberOrNull("denominator"),
                included,
                included ? null : WORDS.text(row.flag("accepted") ? "unit.no-value" : "unit.no-return"),
                cells,
                total);
    }

    private static SourceCell cell(Row row) {
        boolean included = row.flag("included");
        boolean blank = row.numberOrNull("value") == null;
        return new SourceCell(
                row.text("part"),
                row.textOr("sheet", ""),
                row.text("cell"),
                row.textOrNull("raw"),
                row.numberOrNull("value"),
                row.numberOrNull("factor"),
                included,
                included ? null : WORDS.text(blank ? "cell.no-value" : "cell.beside"));
    }
}
