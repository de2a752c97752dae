package org.jibao.summary.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.Example;
import org.jibao.definition.Figure;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.workbook.Display;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every number of a bulletin is one of the store: a figure, what it is made of, its change, its target, its rank, or a
 * count of units. The store is asked here for all there are, in SQL of the test's own.
 */
class NumbersTest {

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?");

    /** Of the whole and of units, in the period. */
    private static final String FIGURES = """
            SELECT unnest([value, numerator, denominator, previous, last_year, year_to_date, share, target, abs(target_difference),
                abs(change_previous), abs(change_last_year), abs(change_alike), alike_units, reported, expected,
                abs(change_alike_last_year), alike_units_last_year, abs(reported - previous_reported)]) AS number
            FROM mart.figure JOIN returns.parameter USING (period)
            """;

    /** How many units share a state, a rank or a target missed, and how many there are. */
    private static final String COUNTS = """
            SELECT count(*) AS number FROM mart.reporting_unit JOIN returns.parameter USING (period) GROUP BY state
            UNION SELECT count(*) FROM mart.reporting_unit JOIN returns.parameter USING (period) GROUP BY accepted
            UNION SELECT count(*) FROM mart.reporting_unit JOIN returns.parameter USING (period)
            UNION SELECT row_number() OVER (ORDER BY unit) FROM mart.reporting_unit JOIN returns.parameter USING (period)
            UNION SELECT count(*) FROM mart.ranking JOIN returns.parameter USING (period) GROUP BY figure, rank
            UNION SELECT count(*) FROM mart.figure JOIN returns.parameter USING (period) WHERE level = 'unit' GROUP BY figure, target_standing
            UNION SELECT unnest([expected, actual, on_time, late, returned, rejected, missing, zero])
                FROM returns.reporting JOIN returns.parameter USING (period)
            UNION SELECT 0
            """;

    private static final String RATES = """
            SELECT unnest([rate, on_time_rate]) AS number FROM returns.reporting JOIN returns.parameter USING (period)
            """;

    private final Path folder;

    NumbersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "quarterly-disclosure, changes-and-year-to-date",
        "quarterly-disclosure, rates-add-first",
        "rectification-visits, mass-work-2013",
        "self-check, education-self-check"
    })
    void areTheStores(String id, String exampleId) {
        JobDefinition job = GivenJob.shipped(id);
        Example example = GivenJob.example(job, exampleId);
        GivenJob.with(job, example, folder, given -> {
            Set<String> known = known(given);
            for (Language language : job.languages()) {
                String text = text(given, language);
                assertEquals(Set.of(), untraced(text, known, given, language), text);
                assertEquals(Set.of("987,654.3"), untraced(text + " 987,654.3%", known, given, language));
            }
            return true;
        });
    }

    private static Set<String> known(GivenJob.Given given) {
        Set<String> known = new HashSet<>();
        for (String sql : List.of(FIGURES, COUNTS, RATES)) {
            given.store().sql().query(sql).forEach(row -> {
                if (row.value("number") != null) {
                    add(known, new BigDecimal(String.valueOf(row.value("number"))));
                }
            });
        }
        return known;
    }

    /** As it may be shown: in each format, without its sign. */
    private static void add(Set<String> known, BigDecimal number) {
        for (Format format : Format.values()) {
            Matcher shown = NUMBER.matcher(Display.text(format, number));
            if (shown.find()) {
                known.add(shown.group());
            }
        }
        known.add(number.abs().stripTrailingZeros().toPlainString());
        known.add(number.abs().movePointRight(2).stripTrailingZeros().toPlainString());
        known.add(number.abs()
                .movePointRight(2)
                .setScale(1, java.math.RoundingMode.HALF_UP)
                .toPlainString());
        known.add(number.abs()
                .movePointRight(2)
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .toPlainString());
    }

    private String text(GivenJob.Given given, Language language) {
        try {
            Path file = folder.resolve("bulletin.docx");
            new BulletinWriter().write(given.request(language), file);
            return String.join("\n", LetterFile.lines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Without what is no figure: numbers of paragraphs and tables, the period and the day, and labels that have digits.
     */
    private static Set<String> untraced(String text, Set<String> known, GivenJob.Given given, Language language) {
        String left = text.replaceAll("(?m)^\\d+(?:．|\\. )", "").replaceAll("(?:表|Table )\\d", "");
        TreeSet<String> words = new TreeSet<>(
                (one, other) -> one.length() == other.length() ? one.compareTo(other) : other.length() - one.length());
        given.job().figures().stream().map(Figure::label).forEach(label -> words.add(label.in(language)));
        words.add(given.job().title().in(language));
        for (var period : List.of(
                given.period(), given.period().previous(), given.period().sameLastYear())) {
            words.add(period.label().in(language));
            words.add(period.code());
        }
        words.addAll(List.of(
                "2026年10月26日", "26 October 2026", "09:00", String.format(Locale.ROOT, "%d家。", Standings.MOST_NAMES)));
        words.add("At most " + Standings.MOST_NAMES);
        for (String word : words) {
            left = left.replace(word, "");
        }
        Set<String> untraced = new TreeSet<>();
        Matcher numbers = NUMBER.matcher(left);
        while (numbers.find()) {
            if (!known.contains(numbers.group())) {
                untraced.add(numbers.group());
            }
        }
        return untraced;
    }
}
