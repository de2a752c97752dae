package org.jibao.cli.page;

import java.util.Locale;
import java.util.OptionalLong;
import org.jibao.run.PeakMemory;
import org.jibao.run.StageTimes;

/** How long each stage took, and how much memory, for whoever asks with {@code --timings}. */
public final class Timings {

    private Timings() {}

    public static void print(StageTimes times, Screen screen) {
        TextTable table = new TextTable(screen.say("timings.title"), "s");
        times.nanos()
                .forEach((stage, spent) ->
                        table.row(screen.say(stage.label()), String.format(Locale.ROOT, "%.2f", spent / 1e9)));
        screen.err().print(table.render());
        OptionalLong whole = PeakMemory.whole();
        String peak = whole.isPresent() ? String.valueOf(whole.getAsLong()) : "—";
        screen.err().println(screen.say("timings.memory", PeakMemory.heap(), peak));
    }
}
