package org.jibao.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.calendar.Period;

/** 青岚县: its units' stories over eight quarters, and every file that they sent. */
final class County {

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
        History history = new History(SEED, stories);
        for (Period period : PERIODS) {
            if (!period.equals(LAST)) {
                files.addAll(history.quarter(period));
            }
        }
        files.addAll(new LastQuarter(SEED, stories).files());
        return files;
    }

    /** One unit with nothing to report in 2026: three zero returns. */
    private static boolean silent(SampleUnit unit, Period period) {
        return unit.code().equals(Faults.ZERO_RETURN) && period.year() == LAST.year();
    }
}
