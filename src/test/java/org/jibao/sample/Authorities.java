package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/** Twelve authorities that do not exist, with four quarters of requests for information, in English. */
final class Authorities {

    /** Inside {@code sample-data/}. */
    static final String FOLDER = "authorities/foi-requests";

    static final List<Period> PERIODS = List.of(
            County.LAST.previous().previous().previous(),
            County.LAST.previous().previous(),
            County.LAST.previous(),
            County.LAST);

    static final List<SampleUnit> UNITS = units();

    private static final String SILENT = "A08";
    private static final String WRONG_TOTAL = "A10";
    private static final String LATE = "A05";

    private static final List<String> COLUMNS = List.of("Received", "Answered in time", "Answered late");
    private static final List<String> CHANNELS = List.of("Letters", "E-mail", "Portal");

    /** How often each way of asking is used, in percent; the portal grows. */
    private static final List<int[]> SHARES =
            List.of(new int[] {18, 62, 20}, new int[] {16, 60, 24}, new int[] {14, 57, 29}, new int[] {12, 54, 34});

    private Authorities() {}

    private static List<SampleUnit> units() {
        List<String> names = List.of(
                "Ashcombe District Council",
                "Brackenfield Borough Council",
                "Carrow Valley Council",
                "Dunmere City Council",
                "Eastholm District Council",
                "Fenwick Borough Council",
                "Greyford County Council",
                "Harrowby Town Council",
                "Isleworthy District Council",
                "Kestrel Bay Council",
                "Lowmarsh Borough Council",
                "Moorside District Council");
        List<SampleUnit> units = new ArrayList<>();
        for (String name : names) {
            units.add(new SampleUnit("A%02d".formatted(units.size() + 1), name, "authority", List.of()));
        }
        return List.copyOf(units);
    }

    static List<Sent> files() throws IOException {
        List<Sent> files = new ArrayList<>();
        for (int i = 0; i < PERIODS.size(); i++) {
            for (SampleUnit unit : UNITS) {
                if (!unit.code().equals(SILENT) || i < PERIODS.size() - 1) {
                    files.add(sent(unit, i));
                }
            }
        }
        return files;
    }

    private static Sent sent(SampleUnit unit, int quarter) throws IOException {
        Period period = PERIODS.get(quarter);
        Dice dice = new Dice(County.SEED, "authorities" + unit.code() + period.code());
        boolean last = quarter == PERIODS.size() - 1;
        boolean wrong = last && unit.code().equals(WRONG_TOTAL);
        SampleBook book = new SampleBook();
        book.sheets().add(sheet(unit, quarter, dice, wrong));
        int day = last && unit.code().equals(LATE) ? 24 : dice.between(3, 19);
        LocalDate received = period.end().plusMonths(1).withDayOfMonth(day);
        OffsetDateTime at =
                received.atTime(dice.between(9, 16), dice.between(0, 59)).atOffset(ZoneOffset.UTC);
        String path = "%s/%s_%s.xlsx".formatted(period.code(), unit.name(), period.code());
        Expectation expectation = wrong
                ? Expectation.returned(List.of("foi_requests.sums.total@Requests!B8"))
                        .andNote("cell-probable@Requests!B8")
                : Expectation.ACCEPTED;
        return new Sent(unit.code(), period, path, BookWriter.xlsx(book), at, expectation);
    }

    private static SampleSheet sheet(SampleUnit unit, int quarter, Dice dice, boolean wrong) {
        SampleSheet sheet = new SampleSheet("Requests", 24, 14, 18, 16);
        sheet.put(0, 0, "Requests for information", SampleCell.Look.SMALL);
        sheet.put(1, 0, unit.name(), SampleCell.Look.SMALL);
        row(sheet, 3, "", COLUMNS, SampleCell.Look.HEADER);
        int[] sums = new int[COLUMNS.size()];
        int base = 30 + 17 * Integer.parseInt(unit.code().substring(1));
        int all = base + dice.between(0, 12) + quarter * dice.between(1, 6);
        for (int i = 0; i < CHANNELS.size(); i++) {
            int received = all * SHARES.get(quarter)[i] / 100 + dice.between(0, 3);
            int answered = Math.max(0, received - dice.between(0, 3));
            int inTime = dice.successes(answered, 82 + 3 * quarter + dice.between(0, 4));
            List<Integer> cells = List.of(received, inTime, answered - inTime);
            for (int c = 0; c < cells.size(); c++) {
                sums[c] += cells.get(c);
            }
            row(sheet, 4 + i, CHANNELS.get(i), cells, SampleCell.Look.NUMBER);
        }
        row(sheet, 7, "Total", List.of(sums[0] + (wrong ? 1 : 0), sums[1], sums[2]), SampleCell.Look.NUMBER);
        return sheet;
    }

    private static void row(SampleSheet sheet, int row, @Nullable String label, List<?> cells, SampleCell.Look look) {
        sheet.put(row, 0, label, SampleCell.Look.LABEL);
        for (int i = 0; i < cells.size(); i++) {
            sheet.put(row, i + 1, cells.get(i), look);
        }
    }
}
