package org.jibao.sample;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.Period;

/** The county's annual reports: one disagrees with its quarters, one does not balance, one never came. */
final class AnnualCounty {

    /** Inside {@code sample-data/}. */
    static final String FOLDER = "county/annual-disclosure";

    static final Period YEAR = Period.parse("2025").orElseThrow();

    private static final String MORE_THAN_ITS_QUARTERS = "QL107";
    private static final String UNBALANCED = "QL303";
    private static final String SILENT = "QL321";

    private final Stories stories;

    AnnualCounty(Stories stories) {
        this.stories = stories;
    }

    List<Sent> files() throws IOException {
        List<Sent> files = new ArrayList<>();
        for (SampleUnit unit : stories.units()) {
            if (!unit.code().equals(SILENT)) {
                files.add(sent(unit));
            }
        }
        return files;
    }

    private Sent sent(SampleUnit unit) throws IOException {
        OffsetDateTime received = Receipt.onTime(new Dice(County.SEED, "annual receipt" + unit.code()), YEAR);
        SampleBook book = AnnualBook.of(unit, YEAR, figures(unit), received.toLocalDate());
        Expectation expectation = expectation(unit, book);
        String path =
                "%s/%s_%s.xlsx".formatted(YEAR.code(), unit.name(), YEAR.label().zh());
        return new Sent(unit.code(), YEAR, path, BookWriter.xlsx(book), received, expectation);
    }

    private Figures figures(SampleUnit unit) {
        List<Figures> quarters = County.PERIODS.stream()
                .filter(period -> period.year() == YEAR.year())
                .map(period -> stories.of(unit, period))
                .toList();
        return AnnualStory.of(unit, YEAR, quarters);
    }

    private Expectation expectation(SampleUnit unit, SampleBook book) {
        return switch (unit.code()) {
            case MORE_THAN_ITS_QUARTERS -> moreThanItsQuarters(unit, book);
            case UNBALANCED -> unbalanced(unit, book);
            default -> Expectation.ACCEPTED;
        };
    }

    /** Two more requests received and granted: the year balances, but not with its quarters. */
    private Expectation moreThanItsQuarters(SampleUnit unit, SampleBook book) {
        Figures figures = figures(unit);
        List<String> findings = new ArrayList<>();
        for (String applicant : List.of("natural", "total")) {
            for (String row : List.of("received", "granted", "total")) {
                String key = RequestsStory.key(row, applicant);
                book.set(key, figures.count(key) + 2);
            }
            findings.add("annual_requests.quarters_received@" + book.place(RequestsStory.key("received", applicant)));
        }
        return Expectation.warned(findings.toArray(String[]::new));
    }

    /** The total of a row of outcomes is one more than its applicants, and so its column's sum. */
    private Expectation unbalanced(SampleUnit unit, SampleBook book) {
        String key = RequestsStory.key("granted", "total");
        book.set(key, figures(unit).count(key) + 1);
        return Expectation.returned(List.of(
                        "annual_requests.applicants@" + book.place(key),
                        "annual_requests.outcomes@" + book.place(RequestsStory.key("total", "total"))))
                .andNote("cell-probable@" + book.place(key));
    }
}
