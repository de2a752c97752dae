package org.jibao.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.testkit.IndependentTotals;
import org.jibao.testkit.IndependentTotals.Cell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files say what the stories say: read back by a search of labels, they add up to the same totals. */
class CountyTotalsTest {

    private static County county;

    @BeforeAll
    static void send() throws IOException {
        county = new County(Path.of("jobs/common/units.csv"));
    }

    @Test
    void filesOfAQuarterAddUpToTheStories() throws IOException {
        Period period = County.PERIODS.get(3);
        assertEquals(told(period, county.units()), read(accepted(period)));
    }

    @Test
    void oddlyFilledReturnsSayTheSame() throws IOException {
        List<SampleUnit> units = county.units().stream()
                .filter(unit -> List.of("QL105", "QL106", "QL107", "QL108", "QL109", "QL110", "QL111", "QL202", "QL204")
                        .contains(unit.code()))
                .toList();
        List<Path> files = new ArrayList<>();
        for (Sent one : county.files(County.LAST)) {
            if (units.stream().anyMatch(unit -> unit.code().equals(one.unit()))) {
                files.add(Path.of("sample-data/county/quarterly-disclosure", one.path()));
            }
        }
        assertEquals(9, files.size());
        assertEquals(told(County.LAST, units), read(files));
    }

    private static List<Path> accepted(Period period) throws IOException {
        return county.files(period).stream()
                .filter(one -> one.expectation().accepted())
                .map(one -> Path.of("sample-data/county/quarterly-disclosure", one.path()))
                .toList();
    }

    private static Map<String, BigDecimal> read(List<Path> files) throws IOException {
        Map<String, BigDecimal> totals = new TreeMap<>();
        IndependentTotals.of(files).forEach((cell, total) -> totals.put(key(cell), plain(total.sum())));
        return totals;
    }

    private static String key(Cell cell) {
        return cell.form() + "." + cell.row() + "." + cell.column();
    }

    private static Map<String, BigDecimal> told(Period period, List<SampleUnit> units) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (SampleUnit unit : units) {
            Figures figures = county.stories().of(unit, period);
            figures.values().forEach((key, value) -> {
                if (!value.equals("/")) {
                    totals.merge(key, new BigDecimal(value.toString()), BigDecimal::add);
                }
            });
            for (String category : Labels.parts(Labels.CATEGORIES)) {
                BigDecimal entries = BigDecimal.valueOf(figures.count("proactive." + category + ".new_items"));
                totals.merge("register." + category + ".entries", entries, BigDecimal::add);
            }
        }
        totals.replaceAll((key, value) -> plain(value));
        return totals;
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.setScale(1);
    }
}
