package org.jibao.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.calendar.Period;

/** 青岚县: its units' stories over eight quarters, and every file that they sent. */
final class County {

    /** Inside {@code sample-data/}. */
    static final String FOLDER = "county/quarterly-disclosure";

    static final long SEED = 20260930L;

    /** The quarter with the faults. */
    static final Period LAST = Period.parse("2026Q3").orElseThrow();

    static final List<Period> PERIODS = Stream.iterate(
                    Period.parse("2024Q4").orElseThrow(), period -> period.compareTo(LAST) <= 0, Period::next)
            .toList();

    private final Stories stories;

    County(Path unitsCsv) throws IOException {
        stories = new Stories(SEED, SampleUnit.readAll(unitsCsv), PERIODS, County::silent);
    }

    Stories stories() {
        return stories;
    }

    List<SampleUnit> units() {
        return stories.units();
    }

    List<Sent> files() throws IOException {
        List<Sent> files = new ArrayList<>();
        for (Period period : PERIODS) {
            files.addAll(files(period));
        }
        return files;
    }

    /** What the folder of one quarter holds. */
    List<Sent> files(Period folder) throws IOException {
        return folder.equals(LAST)
                ? new LastQuarter(SEED, stories).files()
                : new History(SEED, stories).quarter(folder);
    }

    /** One unit with nothing to report in 2026: three zero returns. */
    private static boolean silent(SampleUnit unit, Period period) {
        return unit.code().equals(Faults.ZERO_RETURN) && period.year() == LAST.year();
    }
}
