package org.jibao.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;

/**
 * The inboxes of the jobs from the field: two periods of each, from the units of the job's own list. In the last period
 * one unit is silent, one total is off by one, and one figure is written as a circular writes it.
 */
final class FieldReturns {

    /** Inside {@code sample-data/}; below it, one folder a job. */
    static final String FOLDER = "field";

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** Units by their place in the list, from 0. */
    private static final int SILENT = 5;

    private static final int WRONG_TOTAL = 2;
    private static final int WRITTEN = 4;

    /** How a return tells its figures. */
    interface Teller {
        void tell(FieldStory story, Dice dice, int unit);
    }

    /**
     * One of the jobs.
     *
     * @param last its last period; the one before is the first
     * @param wrong the cell that is off by one, and the rules that find it; one that names another cell has it behind a
     *     blank
     * @param written the cell that holds words, and the words
     */
    record FieldJob(String id, String last, Teller teller, List<String> wrong, List<String> written) {}

    private final Path jobs;

    /** @param jobs the folder of job folders */
    FieldReturns(Path jobs) {
        this.jobs = jobs;
    }

    /** Adds every file, by its path inside {@code sample-data/}. */
    void addTo(Map<String, byte[]> files) throws IOException {
        Map<String, List<Sent>> inboxes = new TreeMap<>();
        for (FieldJob field : FieldTellers.JOBS) {
            JobDefinition job = JobLoader.load(jobs.resolve(field.id()));
            List<SampleUnit> units = SampleUnit.readAll(jobs.resolve(field.id()).resolve("units.csv"));
            Period last = job.periods().parse(field.last()).orElseThrow();
            List<Period> periods = List.of(last.previous(), last);
            List<Sent> sent = sent(field, job, units, periods);
            inboxes.put(field.id() + "/", sent);
            SampleData.put(files, FOLDER + "/" + field.id(), sent, Listings.missing(units, periods, sent));
        }
        files.put(FOLDER + "/received.csv", SampleData.bytes(Listings.received(inboxes)));
    }

    private static List<Sent> sent(FieldJob field, JobDefinition job, List<SampleUnit> units, List<Period> periods)
            throws IOException {
        List<Sent> sent = new ArrayList<>();
        Map<String, FieldStory> told = new HashMap<>();
        for (Period period : periods) {
            boolean last = period.equals(periods.get(periods.size() - 1));
            for (int unit = 0; unit < units.size(); unit++) {
                if (last && unit == SILENT) {
                    continue;
                }
                String code = units.get(unit).code();
                Dice dice = new Dice(County.SEED, field.id() + code + period.code());
                FieldStory story = new FieldStory(period, told.get(code));
                field.teller().tell(story, dice, unit);
                told.put(code, story);
                SampleBook book = FieldBook.of(job, units.get(unit), period, story);
                Expectation expectation = last ? spoilt(field, unit, story, book) : Expectation.ACCEPTED;
                String name = units.get(unit).aliases().get(0);
                String path = "%s/%s_%s.xlsx".formatted(period.code(), name, period.code());
                sent.add(new Sent(code, period, path, BookWriter.xlsx(book), received(period, dice), expectation));
            }
        }
        return sent;
    }

    private static OffsetDateTime received(Period period, Dice dice) {
        LocalDate day = period.end().plusDays(dice.between(2, 6));
        return day.atTime(dice.between(9, 16), dice.between(0, 59)).atOffset(BEIJING);
    }

    private static Expectation spoilt(FieldJob field, int unit, FieldStory story, SampleBook book) {
        if (unit == WRONG_TOTAL) {
            String key = field.wrong().get(0);
            book.set(key, new BigDecimal(String.valueOf(story.cell(key))).add(BigDecimal.ONE));
            return Expectation.returned(field.wrong().subList(1, field.wrong().size()).stream()
                            .map(code -> code.split(" "))
                            .map(code -> code[0] + "@" + book.place(code.length > 1 ? code[1] : key))
                            .toList())
                    .andNote("cell-probable@" + book.place(key));
        }
        if (unit == WRITTEN) {
            String key = field.written().get(0);
            book.set(key, field.written().get(1));
            return Expectation.returned(List.of("cell-invalid@" + book.place(key)));
        }
        return Expectation.ACCEPTED;
    }
}
