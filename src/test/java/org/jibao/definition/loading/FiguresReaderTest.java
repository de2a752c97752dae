package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.Figure;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresReaderTest {

    private final Path folder;

    FiguresReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path job(String figures) throws IOException {
        Path job = folder.resolve("small");
        write(job, "job.yaml", "title: Small\nlanguage: en\nperiod: month\ndue: {day: 5}\n");
        write(job, "units.csv", "code,name\nA,Alder\n");
        write(job, "forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns: [Received, Answered]
                rows: [Letters, Mails, Total]
                """);
        write(job, "checks/counts.yaml", "rules:\n  - sums: counts.total.* = letters + mails\n");
        write(job, "figures.yaml", "figures:\n" + figures);
        return job;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> mistakes(String figures) throws IOException {
        Path job = job(figures);
        ProblemsException mistakes = assertThrows(ProblemsException.class, () -> JobLoader.load(job));
        return mistakes.problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum: counts.totals.received              | there is no row "totals"; did you mean "total"?
            sum: counts.total.recieved               | there is no column "recieved"; did you mean "received"?
            sum: count.total.received                | there is no grid "count"; did you mean "counts"?
            sum: counts.total                        | cannot be read from "counts.total" on: write cells as form.row.column with +, -, numbers, brackets and, for a rate, one /
            sum: counts.total.received +             | the expression ends too early: a cell or a number is missing
            sum: (counts.total.received              | a bracket is not closed
            sum: 7                                   | there is no cell in it, so nothing would be counted
            sum: counts.total.received / 2           | a sum has no /; for a rate write rate:
            rate: counts.total.received              | a rate is one sum of cells / another
            sum: counts.total.received * counts.total.answered | a cell times a cell is no sum; for a weighted mean write mean: with weight:
            entries: counts                          | there is no register of entries "counts"
            """)
    void saysWhatIsWrongAndWhere(String kind, String said) throws IOException {
        assertEquals(List.of("figures.yaml:2: " + said), mistakes("  wrong: {label: Wrong, " + kind + "}\n"));
    }

    @Test
    void needsOneKind() throws IOException {
        assertEquals(
                List.of(
                        "figures.yaml:2: the figure says not what is counted: write one of sum, rate, mean, entries, units, total, median, longest, metric"),
                mistakes("  none: {label: None}\n"));
        assertEquals(
                List.of("figures.yaml:2: the figure has sum, rate; keep one of them"),
                mistakes(
                        "  two: {label: Two, sum: counts.total.received, rate: counts.total.answered / counts.total.received}\n"));
    }

    @Test
    void checksTargetsBreakdownsAndPlaces() throws IOException {
        assertEquals(
                List.of(
                        "figures.yaml:2: \"0.9\" is no target for a rate: write >= 90% or <= 5%",
                        "figures.yaml:3: \"rows\" needs a figure whose cells all stand in one form, in one row (for rows) or column (for columns), or each part of it in the same ones",
                        "figures.yaml:4: there is no placeholder \"values\"; did you mean \"value\"?",
                        "figures.yaml:5: key \"targets\" is not known here; did you mean \"target\"?"),
                mistakes("""
                          a: {label: A, rate: counts.total.answered / counts.total.received, target: "0.9"}
                          b: {label: B, rate: counts.letters.received / counts.mails.received, by: {way: rows}}
                          c: {label: C, sum: counts.total.received, say: "{values} received"}
                          d: {label: D, sum: counts.total.received, targets: ">= 3"}
                        """));
    }

    @Test
    void needsWordsForTheColumnOfAMetric() throws IOException {
        Path job = withMetric("""
                          a: {label: A, entries: spell, by: {kind: kind}}
                          b: {label: B, entries: spell, by: {kind: {label: Kind, of: kind, labels: kinds}}}
                        """);
        write(job, "reference/kinds.csv", "kind,weight\nroad,1\n");
        ProblemsException mistakes = assertThrows(ProblemsException.class, () -> JobLoader.load(job));
        assertEquals(
                List.of(
                        "figures.yaml:2: a metric's column has no words of its own: write {label: ..., of: column, labels: a reference table or register.field}",
                        "figures.yaml:3: the reference table kinds has no words: give it the columns zh and en, or label"),
                mistakes.problems().stream()
                        .map(problem -> problem.in(Language.EN))
                        .toList());
    }

    @Test
    void putsFiguresOfAMetricOnTheTopicOfTheMetric() throws IOException {
        Path job = withMetric("  a: {label: A, entries: spell, by: {kind: {label: Kind, of: kind, labels: kinds}}}\n");
        write(job, "reference/kinds.csv", "kind,label\nroad,Roads\n");
        write(job, "figures.yaml", "topics: {spell: Spells}\n" + Files.readString(job.resolve("figures.yaml")));
        Figure figure = JobLoader.load(job).figures().stream()
                .filter(one -> one.id().equals("a"))
                .findFirst()
                .orElseThrow();
        assertEquals("Spells", java.util.Objects.requireNonNull(figure.topic()).en());
        assertEquals(
                List.of("Roads", "Not stated"),
                figure.by().get(0).items().stream()
                        .map(item -> item.label().en())
                        .toList());
    }

    private Path withMetric(String figures) throws IOException {
        Path job = job(figures);
        write(
                job,
                "job.yaml",
                "title: Small\nlanguage: en\nperiod: month\ndue: {day: 5}\nmetrics: [spell]\nreference: [kinds]\n");
        write(job, "metrics/spell.sql", "SELECT period, unit, 'road' AS kind FROM returns.submission\n");
        write(job, "metrics/spell.yaml", """
                title: Spells
                grain: [period, unit]
                columns:
                  - {name: kind, label: Kind}
                """);
        return job;
    }

    @Test
    void checksNamedPartsAndTopics() throws IOException {
        assertEquals(
                List.of(
                        "figures.yaml:3: a breakdown divides where its figure does, and only there",
                        "figures.yaml:4: there is no row \"mail\"; did you mean \"mails\"?",
                        "figures.yaml:6: only a figure of cells can have parts that are named one by one"),
                mistakes("""
                          a: {label: A, sum: counts.total.received, by: {way: {label: Way, parts: {
                            x: {label: X, of: counts.letters.received / counts.total.received},
                            y: {label: Y, of: counts.mail.received}}}}}
                          c: {label: C, mean: counts.total.received, weight: counts.total.answered,
                            by: {way: {label: Way, parts: {x: {label: X, of: counts.letters.received}}}}}
                        """));
        Path job = job("  all: {label: All, sum: counts.total.received}\n");
        write(job, "figures.yaml", Files.readString(job.resolve("figures.yaml")) + "topics: {count: Page}\n");
        assertEquals(
                List.of("figures.yaml:3: there is no form \"count\"; did you mean \"counts\"?"),
                assertThrows(ProblemsException.class, () -> JobLoader.load(job)).problems().stream()
                        .map(problem -> problem.in(Language.EN))
                        .toList());
    }

    @Test
    void putsFiguresOfAFormOnTheTopicOfTheForm() throws IOException {
        Path job = job("""
                  all: {label: All, sum: counts.total.received}
                  other: {label: Other, sum: counts.total.answered, topic: Elsewhere}
                """);
        write(job, "figures.yaml", Files.readString(job.resolve("figures.yaml")) + "topics: {counts: Page}\n");
        assertEquals(
                List.of("Page", "Elsewhere"),
                JobLoader.load(job).figures().stream()
                        .skip(2)
                        .map(figure ->
                                java.util.Objects.requireNonNull(figure.topic()).en())
                        .toList());
    }

    @Test
    void tellsEqualLabelsOfABreakdownApartByTheirGroups() throws IOException {
        Path job = job("  all: {label: All, sum: counts.sent.x + counts.sent.z, by: {result: counts.sent.*}}\n");
        write(job, "forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns:
                  - {id: x, label: Upheld, under: Review}
                  - {id: y, label: Upheld, under: Court}
                  - {id: z, label: Other, under: Court}
                rows: [Sent]
                """);
        write(job, "checks/counts.yaml", "rules:\n  - at-most: counts.*.x <= 9\n");
        assertEquals(
                List.of("Review: Upheld", "Court: Upheld", "Other"),
                JobLoader.load(job).figures().get(2).by().get(0).items().stream()
                        .map(item -> item.label().en())
                        .toList());
    }

    @Test
    void addsEachRowThatIsNoTotal() throws IOException {
        JobDefinition job = JobLoader.load(job("  all: {label: All, sum: 2 * counts.*.received - 3}\n"));
        Figure all = job.figures().get(2);
        assertEquals(
                List.of("2 counts.letters.received", "2 counts.mails.received"),
                ((Figure.CellSum) all.numerator())
                        .terms().stream()
                                .map(term -> term.factor() + " " + term.cell())
                                .toList());
        assertEquals("-3", ((Figure.CellSum) all.numerator()).constant().toPlainString());
        assertEquals(Figure.Format.COUNT, all.format());
    }

    @Test
    void breaksDownBySeveralRowsOrByEachOther() throws IOException {
        JobDefinition job = JobLoader.load(job("""
                  several: {label: Several, sum: counts.*.received, by: {way: rows}}
                  total: {label: Total, sum: counts.total.received, by: {way: rows}}
                """));
        for (int i = 2; i < 4; i++) {
            assertEquals(
                    List.of("letters counts.letters.received", "mails counts.mails.received"),
                    job.figures().get(i).by().get(0).items().stream()
                            .map(item -> item.id() + " "
                                    + ((Figure.CellSum) java.util.Objects.requireNonNull(item.numerator()))
                                            .terms()
                                            .get(0)
                                            .cell())
                            .toList());
        }
    }

    @Test
    void breaksTotalsDownByWhatAddsUpToThem() throws IOException {
        Path job = job("""
                  total: {label: Total, sum: counts.total.received, by: {way: rows}}
                  named: {label: Total, sum: counts.total.received, by: {way: counts.*.received}}
                  open: {label: Open, sum: counts.open.received, by: {way: rows}}
                """);
        write(job, "forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns: [Received, Answered]
                rows: [Letters, Sent, Returned, Mails, Total, Open]
                """);
        write(job, "checks/counts.yaml", """
                rules:
                  - sums: counts.total.* = letters + mails
                  - sums: counts.mails.* = sent + returned
                """);
        assertEquals(
                List.of(
                        List.of("letters", "sent", "returned"),
                        List.of("letters", "sent", "returned"),
                        List.of("letters", "sent", "returned", "open")),
                JobLoader.load(job).figures().stream()
                        .skip(2)
                        .map(figure -> figure.by().get(0).items().stream()
                                .map(Figure.Item::id)
                                .toList())
                        .toList());
    }

    @Test
    void showsThePartsOfEachUnitWhereThatIsWanted() throws IOException {
        Path job = job("""
                  all: {label: All, sum: counts.total.received, by: {way: {label: Way, of: rows, units: true}}}
                  few: {label: Few, sum: counts.total.answered, by: {way: {label: Way, of: rows}}}
                """);
        assertEquals(
                List.of("topic1", "topic1_units", "all_by_way_units", "trend"),
                sheets(job).subList(7, 11));
        assertEquals(List.of("Unit", "Letters", "Mails", "Counted/expected"), columns(job, "all_by_way_units"));
    }

    @Test
    void leavesOutWhatAYearRepeats() throws IOException {
        Path job = job("  all: {label: All, sum: counts.total.received, by: {way: rows}}\n");
        List<String> ofMonth = columns(job, "topic1_counts");
        write(job, "job.yaml", "title: Small\nlanguage: en\nperiod: year\ndue: {day: 5}\n");
        List<String> gone =
                List.of("Change on last year, same units", "Change on last year", "Year to date", "Periods in it");
        assertEquals(ofMonth.stream().filter(column -> !gone.contains(column)).toList(), columns(job, "topic1_counts"));
        assertEquals(ofMonth.size() - 4, columns(job, "topic1_counts").size());
        assertEquals(
                List.of(
                        "Way",
                        "All",
                        "Share",
                        "Period before",
                        "Change on the period before, same units",
                        "Change on the period before",
                        "Counted/expected"),
                columns(job, "all_by_way"));
    }

    @Test
    void saysTheUnitOfAmountsOverTheirColumn() throws IOException {
        Path job = job("""
                  count: {label: Count, sum: counts.total.received, unit: cases}
                  fees: {label: Fees, sum: counts.total.answered, unit: yuan}
                """);
        write(job, "forms/counts.yaml", """
                title: Counts
                sheet: Counts
                cell: count
                columns: [Received, {label: Answered, cell: amount}]
                rows: [Letters, Mails, Total]
                """);
        assertEquals(List.of("Unit", "Count", "Fees (yuan)", "Counted/expected"), columns(job, "topic1_units"));
    }

    private static List<String> columns(Path job, String table) {
        return JobLoader.load(job).summary().tables().stream()
                .filter(one -> one.id().equals(table))
                .flatMap(one -> one.columns().stream())
                .map(column -> column.label().en())
                .toList();
    }

    @Test
    void takesOnlyWhatDiffersFromTheSummary() throws IOException {
        Path job = job("  all: {label: All, sum: counts.total.received, headline: true, rank: true}\n");
        List<String> made = sheets(job);
        assertEquals(
                List.of(
                        "cover",
                        "contents",
                        "leaders",
                        "reporting",
                        "reporting_absent",
                        "reporting_units",
                        "reporting_matrix",
                        "topic1",
                        "topic1_units",
                        "ranking_all",
                        "trend",
                        "unit_trend",
                        "findings",
                        "findings_list",
                        "revisions",
                        "notes",
                        "tidy",
                        "provenance"),
                made);
        write(job, "summary.yaml", "order: [cover, findings]\nleave-out: [ranking_all, unit_trend, reporting_trend]\n");
        List<String> differing = sheets(job);
        assertEquals(List.of("cover", "findings", "contents"), differing.subList(0, 3));
        assertEquals(made.size() - 2, differing.size());
        JobDefinition loaded = JobLoader.load(job);
        assertEquals(
                List.of("reporting_kinds"),
                loaded.summary().sheets().stream()
                        .filter(sheet -> sheet.id().equals("reporting"))
                        .findFirst()
                        .orElseThrow()
                        .blocks());
        write(job, "summary.yaml", "leave-out: [ranking]\n");
        assertEquals(
                "summary.yaml:1: there is no sheet, table or chart of the summary \"ranking\"; did you mean \"trend\"?"
                        .substring(0, 70),
                assertThrows(ProblemsException.class, () -> JobLoader.load(job))
                        .problems()
                        .get(0)
                        .in(Language.EN)
                        .substring(0, 70));
    }

    @Test
    void callsNoTwoPartsOfTheSummaryAlike() throws IOException {
        JobDefinition job = JobLoader.load(job("""
                  all: {label: All, sum: counts.total.received, headline: true, rank: true, by: {way: rows}}
                  share: {label: Share, rate: counts.total.answered / counts.total.received, headline: true, by: {way: rows}}
                """));
        List<String> ids = new java.util.ArrayList<>();
        job.summary().tables().forEach(table -> ids.add(table.id()));
        job.summary().charts().forEach(chart -> ids.add(chart.id()));
        assertEquals(ids.size(), new java.util.HashSet<>(ids).size(), ids::toString);
    }

    private static List<String> sheets(Path job) {
        return JobLoader.load(job).summary().sheets().stream().map(Sheet::id).toList();
    }
}
