package org.jibao.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.outlook.UnlikelyFigures.Judged;
import org.jibao.plausibility.DeclaredCell;
import org.jibao.plausibility.Slip;
import org.jibao.plausibility.Suspicion;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Puts mistakes into words and into the table: one row each, with the cell that differs most. */
final class UnlikelyRows {

    private static final Wording WORDS = Wording.of(UnlikelyRows.class);

    /** Of a column of the table. */
    private static final BigDecimal MOST = new BigDecimal("99999999999999");

    private static final int DECIMALS = 4;

    /** So many mistakes are written by one statement. */
    private static final int AT_ONCE = 200;

    private final Sql sql;
    private final JobDefinition job;
    private final Period period;
    private final FormCells form;

    UnlikelyRows(Sql sql, JobDefinition job, Period period, FormCells form) {
        this.sql = sql;
        this.job = job;
        this.period = period;
        this.form = form;
    }

    /** A mistake: whose it is, and of its cells the one that differs most. */
    private record Mistake(Judged unit, Suspicion worst, int cells) {
        static Mistake of(Judged unit, List<Suspicion> lines) {
            Suspicion worst = lines.stream()
                    .max(Comparator.comparingDouble(line -> Math.abs(line.value() - line.expected())))
                    .orElseThrow();
            return new Mistake(unit, worst, lines.size());
        }
    }

    /**
     * Where all figures stand is asked at once, and many rows are written at once: each statement would go over all that was
     * ever observed.
     *
     * @param mistakes the cells of each
     * @param units by their codes
     */
    void add(Collection<List<Suspicion>> mistakes, Map<String, Judged> units) {
        List<Mistake> all = mistakes.stream()
                .map(lines ->
                        Mistake.of(Objects.requireNonNull(units.get(lines.get(0).unit())), lines))
                .toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            write(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private void write(List<Mistake> mistakes) {
        Map<FigureKey, Row> places = places(mistakes);
        List<@Nullable Object> values = new ArrayList<>();
        mistakes.forEach(mistake -> values.addAll(row(mistake, Objects.requireNonNull(places.get(figure(mistake))))));
        String row = repeated("?", values.size() / mistakes.size());
        Map<String, String> rows = Map.of("rows", repeated("(" + row + ")", mistakes.size()));
        sql.execute(SqlText.read(UnlikelyRows.class, "unlikely_rows", rows), values.toArray());
    }

    private static String repeated(String part, int times) {
        return String.join(", ", Collections.nCopies(times, part));
    }

    private Map<FigureKey, Row> places(List<Mistake> mistakes) {
        String figures =
                mistakes.stream().map(mistake -> figure(mistake).line()).collect(Collectors.joining("\n"));
        Map<FigureKey, Row> places = new HashMap<>();
        for (Row row : sql.query(
                SqlText.read(UnlikelyRows.class, "places"), form.form().id(), figures)) {
            places.put(new FigureKey(row.count("submission"), row.text("row"), row.text("column")), row);
        }
        return places;
    }

    private FigureKey figure(Mistake mistake) {
        DeclaredCell cell = form.cells().get(mistake.worst().cell());
        return new FigureKey(mistake.unit().submission(), cell.row(), cell.column());
    }

    /** One of the form: its return, and its row and column as the form calls them. */
    private record FigureKey(long submission, String row, String column) {
        String line() {
            return submission + "\t" + row + "\t" + column;
        }
    }

    /** As the table's columns. */
    private List<@Nullable Object> row(Mistake mistake, Row place) {
        Judged unit = mistake.unit();
        Suspicion worst = mistake.worst();
        DeclaredCell cell = form.cells().get(worst.cell());
        Finding finding = finding(worst, mistake.cells(), place);
        Map<Language, String> says = words(finding, false);
        Map<Language, String> cure = words(finding, true);
        Text label = form.label(worst.cell());
        Slip slip = worst.slip();
        return Arrays.asList(
                job.id(),
                period.code(),
                unit.unit(),
                unit.name(),
                unit.submission(),
                cell.form(),
                cell.row(),
                cell.column(),
                label.zh(),
                label.en(),
                place.textOrNull("sheet"),
                place.textOrNull("cell"),
                place.textOrNull("raw"),
                number(worst.value()),
                rounded(worst.expected(), worst),
                rounded(worst.low(), worst),
                rounded(worst.high(), worst),
                worst.compared(),
                slip == null ? null : slip.word(),
                number(worst.slipValue()),
                mistake.cells(),
                BigDecimal.valueOf(worst.surprise()),
                finding.fingerprint(job.id(), unit.unit(), period.code()),
                says.get(Language.ZH),
                says.get(Language.EN),
                cure.get(Language.ZH),
                cure.get(Language.EN));
    }

    private static Map<Language, String> words(Finding finding, boolean cure) {
        return Map.of(
                Language.ZH, cure ? Messages.cure(finding, Language.ZH) : Messages.render(finding, Language.ZH),
                Language.EN, cure ? Messages.cure(finding, Language.EN) : Messages.render(finding, Language.EN));
    }

    private Finding finding(Suspicion worst, int cells, Row place) {
        Text label = form.label(worst.cell());
        Text basis = basis(worst);
        Text reason = reason(worst, cells);
        return Finding.of(
                        FindingCode.FIGURE_UNLIKELY,
                        Place.cell(place.text("sheet"), place.text("cell")),
                        form.id(worst.cell()),
                        place.textOr("raw", ""),
                        label.zh(),
                        place.textOr("raw", ""),
                        shown(worst.expected(), worst),
                        shown(worst.low(), worst),
                        shown(worst.high(), worst),
                        basis.zh(),
                        reason.zh())
                .inEnglish("label", label.en())
                .inEnglish("basis", basis.en())
                .inEnglish("reason", reason.en());
    }

    private static Text basis(Suspicion worst) {
        if (worst.compared() == 0) {
            return WORDS.text("basis.kind", worst.peers());
        }
        return worst.peers() == 0
                ? WORDS.text("basis.own", worst.compared())
                : WORDS.text("basis.both", worst.compared(), worst.peers());
    }

    private Text reason(Suspicion worst, int cells) {
        Slip slip = worst.slip();
        if (slip == null) {
            return Text.same("");
        }
        String right = Double.isFinite(worst.slipValue()) ? shown(worst.slipValue(), worst) : "";
        return kind("slip.", slip, right, cells);
    }

    private static Text kind(String beginning, Slip slip, String right, int cells) {
        return WORDS.text(beginning + slip.word().replace('_', '-') + (cells > 1 ? "-many" : ""), right, cells);
    }

    private @Nullable BigDecimal number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal number = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return number.abs().compareTo(MOST) > 0 ? null : number;
    }

    /** A count is whole; an expectation of an amount is not known to more than two decimals. */
    private @Nullable BigDecimal rounded(double value, Suspicion worst) {
        BigDecimal number = number(value);
        boolean count = form.type(worst.cell()).kind() == CellType.Kind.COUNT;
        return number == null ? null : number.setScale(count ? 0 : 2, RoundingMode.HALF_UP);
    }

    private String shown(double value, Suspicion worst) {
        BigDecimal number = rounded(value, worst);
        return number == null ? "—" : number.stripTrailingZeros().toPlainString();
    }
}
