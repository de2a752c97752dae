package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the guide "Your own return" works on, in each language: a blank form that no job folder describes, the list of four units,
 * three returns, of which one has a total that is off by one, and the same return corrected.
 */
final class OwnReturn {

    /** Inside {@code sample-data/}; below it, one folder a language. */
    static final String FOLDER = "own-return";

    /** The folder of the job inside the inbox. */
    private static final String JOB = "open-days/";

    private static final Period PERIOD = County.LAST;
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** Events, visitors, suggestions, answered, by kind of event, of each unit. */
    private static final int[][][] FIGURES = {
        {{6, 214, 12, 12}, {3, 66, 5, 5}, {4, 830, 21, 19}, {2, 48, 9, 8}},
        {{4, 152, 9, 8}, {2, 40, 3, 3}, {3, 515, 14, 11}, {1, 25, 6, 5}},
        {{5, 187, 10, 10}, {2, 51, 4, 4}, {5, 1120, 26, 25}, {3, 72, 12, 12}}
    };

    /** The unit, from 0, whose total of suggestions is one more than its rows. */
    private static final int WRONG = 1;

    private static final int SUGGESTIONS = 2;
    private static final int HEAD = 2;
    private static final int LINES = 8;

    private final OwnForm form;

    private OwnReturn(OwnForm form) {
        this.form = form;
    }

    /** Adds every file, by its path inside {@code sample-data/}. */
    static void addTo(Map<String, byte[]> files) throws IOException {
        for (OwnForm form : List.of(OwnForm.CHINESE, OwnForm.ENGLISH)) {
            OwnReturn own = new OwnReturn(form);
            String folder = FOLDER + "/" + form.folder() + "/";
            files.put(folder + "blank.xlsx", BookWriter.xlsx(own.book(-1, false)));
            files.put(folder + "units.xlsx", BookWriter.xlsx(own.roster()));
            List<Sent> first = new ArrayList<>();
            for (int unit = 0; unit < FIGURES.length; unit++) {
                first.add(own.sent(unit, unit == WRONG, ""));
            }
            Sent corrected = own.sent(WRONG, false, form.corrected());
            List<Sent> all = new ArrayList<>(first);
            all.add(corrected);
            put(files, folder + "inbox/", first, first);
            put(files, folder + "corrected/", List.of(corrected), all);
        }
    }

    /** Files that came, with the register of receipt as it then is. */
    private static void put(Map<String, byte[]> files, String inbox, List<Sent> sent, List<Sent> registered) {
        sent.forEach(one -> files.put(inbox + JOB + one.path(), one.bytes()));
        files.put(inbox + "received.csv", SampleData.bytes(Listings.received(Map.of(JOB, registered))));
    }

    private Sent sent(int unit, boolean wrong, String mark) throws IOException {
        SampleUnit own = form.units().get(unit);
        LocalDate day = PERIOD.end().plusDays(6 + unit + (mark.isEmpty() ? 0 : 4));
        String path = "%s_%s%s.xlsx".formatted(own.name(), PERIOD.code(), mark);
        return new Sent(
                own.code(),
                PERIOD,
                path,
                BookWriter.xlsx(book(unit, wrong)),
                day.atTime(LocalTime.of(10, 30)).atOffset(BEIJING),
                Expectation.ACCEPTED);
    }

    /** @param unit from 0, or -1 for the blank form */
    private SampleBook book(int unit, boolean wrong) {
        SampleBook book = new SampleBook();
        book.sheets().add(cover(unit));
        book.sheets().add(grid(unit, wrong));
        book.sheets().add(register(unit));
        return book;
    }

    private SampleSheet cover(int unit) {
        SampleSheet sheet = new SampleSheet(form.cover(), 18, 34);
        sheet.span(0, 0, 0, 1, form.title(), SampleCell.Look.TITLE);
        LocalDate day = PERIOD.end().plusDays(5);
        List<Object> said = unit < 0
                ? List.of()
                : List.of(
                        form.units().get(unit).name(),
                        form.period(),
                        form.people().get(unit),
                        telephone(unit),
                        day);
        for (int line = 0; line < form.who().size(); line++) {
            sheet.put(HEAD + line, 0, form.who().get(line), SampleCell.Look.LABEL);
            boolean date = line == form.who().size() - 1;
            sheet.put(
                    HEAD + line,
                    1,
                    said.isEmpty() ? null : said.get(line),
                    date ? SampleCell.Look.DAY : SampleCell.Look.TEXT);
        }
        sheet.span(8, 0, 8, 1, form.note(), SampleCell.Look.NOTE);
        return sheet;
    }

    private static String telephone(int unit) {
        return "0000-555010" + unit;
    }

    private SampleSheet grid(int unit, boolean wrong) {
        SampleSheet sheet = new SampleSheet(form.grid(), 20, 13, 13, 13, 13, 13);
        int width = form.columns().size();
        sheet.span(0, 0, 0, width - 1, form.grid(), SampleCell.Look.TITLE);
        for (int column = 0; column < width; column++) {
            sheet.put(HEAD, column, form.columns().get(column), SampleCell.Look.HEADER);
        }
        int[] totals = new int[width - 2];
        for (int row = 0; row < form.events().size(); row++) {
            int[] figures = unit < 0 ? null : FIGURES[unit][row];
            sheet.put(HEAD + 1 + row, 0, form.events().get(row), SampleCell.Look.LABEL);
            for (int column = 0; column < totals.length; column++) {
                totals[column] += figures == null ? 0 : figures[column];
                sheet.put(HEAD + 1 + row, column + 1, figures == null ? null : figures[column], SampleCell.Look.NUMBER);
            }
            rate(sheet, HEAD + 1 + row, figures);
        }
        totals[SUGGESTIONS] += wrong ? 1 : 0;
        int last = HEAD + 1 + form.events().size();
        sheet.put(last, 0, form.total(), SampleCell.Look.LABEL);
        for (int column = 0; column < totals.length; column++) {
            char letter = (char) ('B' + column);
            String sum = "SUM(%c%d:%c%d)".formatted(letter, HEAD + 2, letter, last);
            boolean typed = wrong && column == SUGGESTIONS;
            Object total = typed ? totals[column] : new SampleCell.Formula(sum, (double) totals[column]);
            sheet.put(last, column + 1, total, SampleCell.Look.NUMBER);
        }
        rate(sheet, last, unit < 0 ? null : totals);
        return sheet;
    }

    private static void rate(SampleSheet sheet, int row, int @Nullable [] figures) {
        String quotient = "IF(D%1$d=0,\"\",E%1$d/D%1$d)".formatted(row + 1);
        Double value = figures == null ? null : (double) figures[3] / figures[2];
        sheet.put(row, 5, new SampleCell.Formula(quotient, value), SampleCell.Look.PERCENT);
    }

    private SampleSheet register(int unit) {
        SampleSheet sheet = new SampleSheet(form.register(), 7, 13, 18, 34, 12);
        int width = form.fields().size();
        sheet.span(0, 0, 0, width - 1, form.register(), SampleCell.Look.TITLE);
        for (int column = 0; column < width; column++) {
            sheet.put(HEAD, column, form.fields().get(column), SampleCell.Look.HEADER);
        }
        Dice dice = new Dice(County.SEED, FOLDER + unit);
        int entries = unit < 0 ? 0 : 3 + unit;
        for (int line = 0; line < LINES; line++) {
            int row = HEAD + 1 + line;
            boolean filled = line < entries;
            sheet.put(row, 0, line + 1, SampleCell.Look.NUMBER);
            sheet.put(row, 1, filled ? day(line, dice) : null, SampleCell.Look.DAY);
            sheet.put(row, 2, filled ? dice.pick(form.events()) : null, SampleCell.Look.TEXT);
            int suggestion = (line + 2 * Math.max(0, unit)) % form.suggestions().size();
            sheet.put(row, 3, filled ? form.suggestions().get(suggestion) : null, SampleCell.Look.TEXT);
            String answer = form.answers().get(dice.chance(80) ? 0 : 1);
            sheet.put(row, 4, filled ? answer : null, SampleCell.Look.TEXT);
        }
        sheet.offer(HEAD + 1, HEAD + LINES, 2, form.events());
        sheet.offer(HEAD + 1, HEAD + LINES, 4, form.answers());
        return sheet;
    }

    private static LocalDate day(int line, Dice dice) {
        return PERIOD.start().plusDays(9L * line + dice.between(0, 8));
    }

    private SampleBook roster() {
        SampleSheet sheet = new SampleSheet(form.roster().get(0), 7, 26, 14, 18);
        for (int column = 1; column < form.roster().size(); column++) {
            sheet.put(0, column - 1, form.roster().get(column), SampleCell.Look.HEADER);
        }
        for (int unit = 0; unit < form.units().size(); unit++) {
            sheet.put(unit + 1, 0, unit + 1, SampleCell.Look.NUMBER);
            sheet.put(unit + 1, 1, form.units().get(unit).name(), SampleCell.Look.TEXT);
            sheet.put(unit + 1, 2, form.people().get(unit), SampleCell.Look.TEXT);
            sheet.put(unit + 1, 3, telephone(unit), SampleCell.Look.TEXT);
        }
        SampleBook book = new SampleBook();
        book.sheets().add(sheet);
        return book;
    }
}
