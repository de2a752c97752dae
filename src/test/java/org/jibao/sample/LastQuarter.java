package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The quarter in which everything happens that officers really meet, each thing to another unit. */
final class LastQuarter {

    private final Desk desk;
    private final List<SampleUnit> units;

    LastQuarter(long seed, Stories stories) {
        desk = new Desk(seed, stories);
        units = stories.units();
    }

    List<Sent> files() throws IOException {
        new Revisions(desk).send();
        new Oddities(desk).send();
        new Mistakes(desk).send();
        new Wrecks(desk).send();
        Faults.SILENT.forEach(desk::sendsNothing);
        int position = 0;
        for (SampleUnit unit : units) {
            if (!desk.heardOf(unit)) {
                List<LocalDate> days = List.of(Desk.THURSDAY, Desk.FRIDAY, Desk.DUE);
                desk.sendGood(unit.code(), days.get(position++ % days.size()));
            }
        }
        return desk.sent();
    }
}
