package org.jibao.reading.opening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.Limits;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.apart.Child.ProcessSettings;
import org.jibao.reading.apart.ChildLoop;
import org.jibao.reading.apart.ProcessApart;
import org.jibao.reading.apart.UnrulyChild;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.opening.BookStream.BookWire;
import org.jibao.reading.opening.CellStream.CellWire;
import org.jibao.reading.workbook.ReadProgress;

/**
 * A reader apart that hangs, eats memory or ends itself over a file whose name says so, and reads every other one. With
 * {@code book-} before it does so only when it is asked for what the file shows.
 */
public final class UnrulyReading {

    private static final String LATER = "book-";

    private UnrulyReading() {}

    public static void main(String[] none) {
        ChildLoop.serve(UnrulyReading::answer);
    }

    private static void answer(WireInput head, byte[] body, WireOutput out) throws IOException {
        ReadQuestion question = ReadQuestion.read(head, body);
        String name = question.source().file().fileName();
        boolean book = question.sheet() == ReadQuestion.BOOK;
        if (book || !name.startsWith(LATER)) {
            String what = name.replace(LATER, "");
            UnrulyChild.misbehave(what.substring(0, Math.max(0, what.lastIndexOf('.'))));
            if (what.startsWith("garbage")) {
                out.tag(book ? BookWire.BOOK : CellWire.ROW);
                out.number(Integer.MAX_VALUE);
            }
        }
        ApartReading.answer(new WireInput(new ByteArrayInputStream(question.head())), body, out);
    }

    /** Reads returns with it. */
    public static ReturnReader returns(JobDefinition job, Path temporary, BooleanSupplier stopAsked) {
        ApartReader apart = reader(Limits.standard(), ReadProgress.NOBODY, stopAsked);
        return new ReturnReader(job, Limits.standard(), temporary, ReadProgress.NOBODY, apart);
    }

    /** Reads for slips with it. */
    public static BookSource books(JobDefinition job, BooleanSupplier stopAsked) {
        return new BookSource(job, BookSource.here(job), reader(Limits.standard(), ReadProgress.NOBODY, stopAsked));
    }

    static ApartReader reader(Limits limits, ReadProgress progress, BooleanSupplier stopAsked) {
        return reader(UnrulyReading.class.getName(), limits, progress, stopAsked);
    }

    static ApartReader reader(String mainClass, Limits limits, ReadProgress progress, BooleanSupplier stopAsked) {
        ProcessSettings settings = new ProcessSettings(mainClass, 96, Duration.ofSeconds(60), Duration.ofSeconds(10));
        return new ApartReader(limits, progress, Duration.ofSeconds(8), new ProcessApart(settings, stopAsked));
    }
}
