package org.jibao.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.ChildLoop;
import org.jibao.reading.apart.ProcessApart;
import org.jibao.reading.apart.ProcessSettings;
import org.jibao.reading.apart.UnrulyChild;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireOutput;

/** A reader apart that hangs, eats memory or ends itself over a file whose name says so, and reads every other one. */
public final class UnrulyReading {

    private UnrulyReading() {}

    public static void main(String[] none) {
        ChildLoop.serve(UnrulyReading::answer);
    }

    private static void answer(WireInput in, WireOutput out) throws IOException {
        ReadQuestion question = ReadQuestion.read(in);
        String name = question.source().file().fileName();
        UnrulyChild.misbehave(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        if (name.startsWith("garbage")) {
            out.tag(CellWire.ROW);
            out.number(Integer.MAX_VALUE);
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        again.writeBytes(question.head());
        again.writeBytes(question.body());
        ApartReading.answer(new WireInput(new java.io.ByteArrayInputStream(again.toByteArray())), out);
    }

    static ApartReader reader(Limits limits, RowsRead progress, BooleanSupplier stopAsked) {
        return reader(UnrulyReading.class.getName(), limits, progress, stopAsked);
    }

    static ApartReader reader(String mainClass, Limits limits, RowsRead progress, BooleanSupplier stopAsked) {
        ProcessSettings settings =
                new ProcessSettings(mainClass, 96, Duration.ofSeconds(60), Duration.ofSeconds(10));
        return new ApartReader(limits, progress, Duration.ofMillis(2500), new ProcessApart(settings, stopAsked));
    }
}
