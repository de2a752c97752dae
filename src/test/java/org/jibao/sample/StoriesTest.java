package org.jibao.sample;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.calendar.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The county's figures agree with each other before any fault is made. */
class StoriesTest {

    private static Stories stories;

    @BeforeAll
    static void tell() throws IOException {
        stories = new County(Path.of("jobs/common/units.csv")).stories();
    }

    /** A look at one unit's quarter and the quarter before. */
    private interface Look {
        void at(SampleUnit unit, Figures before, Figures figures);
    }

    private static void everywhere(Look look) {
        for (SampleUnit unit : stories.units()) {
            Figures before = Figures.empty();
            for (Period period : County.PERIODS) {
                Figures figures = stories.of(unit, period);
                look.at(unit, before, figures);
                before = figures;
            }
        }
    }

    @Test
    void fortyNineUnitsTellEightQuarters() {
        assertEquals(49, stories.units().size());
        assertEquals(8, County.PERIODS.size());
    }

    @Test
    void requestsBalanceAndAddUp() {
        everywhere((unit, before, figures) -> {
            for (Named applicant : Labels.APPLICANTS) {
                int handled = figures.count(RequestsStory.key("total", applicant.id()));
                int arrived = figures.count(RequestsStory.key("received", applicant.id()))
                        + figures.count(RequestsStory.key("carried_in", applicant.id()));
                int outcomes = Named.ids(Labels.OUTCOMES).stream()
                        .mapToInt(row -> figures.count(RequestsStory.key(row, applicant.id())))
                        .sum();
                int left = figures.count(RequestsStory.key("carried_out", applicant.id()));
                assertAll(
                        () -> assertEquals(arrived, handled + left, unit.code()),
                        () -> assertEquals(outcomes, handled, unit.code()));
            }
        });
    }

    @Test
    void carriesInWhatWasCarriedOut() {
        everywhere((unit, before, figures) -> {
            for (Named applicant : Labels.APPLICANTS) {
                String carriedOut = RequestsStory.key("carried_out", applicant.id());
                if (before.values().containsKey(carriedOut)) {
                    assertEquals(
                            before.count(carriedOut),
                            figures.count(RequestsStory.key("carried_in", applicant.id())),
                            unit.code());
                }
            }
        });
    }

    @Test
    void everyReportedItemIsInTheRegister() {
        everywhere((unit, before, figures) -> {
            for (String category : Labels.parts(Labels.CATEGORIES)) {
                long entries = figures.items().stream()
                        .filter(item -> item.category().equals(category))
                        .count();
                assertEquals(entries, figures.count("proactive." + category + ".new_items"), unit.code());
            }
        });
    }

    @Test
    void partsAreNotMoreThanTheWhole() {
        List<List<String>> partsAndWholes = List.of(
                List.of("valid", "received"),
                List.of("closed", "valid"),
                List.of("closed_early", "closed"),
                List.of("rated", "closed"),
                List.of("satisfied", "rated"));
        everywhere((unit, before, figures) -> {
            for (Named row : Labels.RESPONSES) {
                String prefix = "responses." + row.id() + ".";
                for (List<String> pair : partsAndWholes) {
                    assertTrue(figures.count(prefix + pair.get(0)) <= figures.count(prefix + pair.get(1)), unit.code());
                }
            }
        });
    }

    @Test
    void reportsEveryIndicator() {
        everywhere((unit, before, figures) -> assertEquals(
                List.copyOf(Indicators.all()).stream().sorted().toList(),
                figures.values().keySet().stream().sorted().toList()));
    }
}
