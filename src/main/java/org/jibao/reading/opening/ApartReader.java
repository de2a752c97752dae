package org.jibao.reading.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.apart.EndedException;
import org.jibao.reading.apart.Exchange;
import org.jibao.reading.apart.NotStartedException;
import org.jibao.reading.apart.ProcessApart;
import org.jibao.reading.apart.ProcessSettings;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.Row;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has files read in a process apart. One that ends the process twice is rejected, if the process reads others; where it does not, it
 * is the machine's fault, and the file is new again at the next run.
 */
public final class ApartReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApartReader.class);

    private static final int MOST_TRIES = 2;

    /** For a compound file of any size; it takes a hundredth of this, on a machine that has other work too. */
    private static final Duration LEAST = Duration.ofSeconds(20);

    private static final long MILLIS_A_MEBIBYTE = 5_000;

    /** The reader looks at the clock itself where it can, and then says more. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final byte[] HARMLESS = "1,2\n".getBytes(StandardCharsets.US_ASCII);

    private final Limits limits;
    private final ReadProgress progress;
    private final Duration least;
    private final ProcessApart process;

    public ApartReader(Limits limits, ReadProgress progress, BooleanSupplier stopAsked) {
        this(limits, progress, LEAST, new ProcessApart(ProcessSettings.of(ApartReading.class), stopAsked));
    }

    /** @param least time for a compound file of any size */
    public ApartReader(Limits limits, ReadProgress progress, Duration least, ProcessApart process) {
        this.limits = limits;
        this.progress = progress;
        this.least = least;
        this.process = process;
    }

    /**
     * Reads everything.
     *
     * @throws UnreadableException where the file cannot be read, or reading it ended the process twice
     * @throws LimitExceededException where it asks for more than one file may
     * @throws org.jibao.reading.apart.StoppedException where the run is to stop
     */
    WorkbookCells open(SourceFile source) throws UnreadableException {
        ReadQuestion question = new ReadQuestion(source, limits, ReadQuestion.WHOLE);
        return twice(question, answer -> new HeldWorkbook(limits, sheet -> taker -> rest(source, sheet, taker))
                        .take(answer))
                .cells();
    }

    /**
     * Reads what a workbook shows.
     *
     * @throws UnreadableException as {@link #open}
     * @throws LimitExceededException as {@link #open}
     * @throws org.jibao.reading.apart.StoppedException as {@link #open}
     */
    SourceBook book(SourceFile source) throws UnreadableException {
        ReadQuestion question = new ReadQuestion(source, limits, ReadQuestion.BOOK);
        return twice(question, answer -> BookStream.read(answer, limits)).book();
    }

    private void rest(SourceFile source, int sheet, Consumer<Row> taker) throws IOException {
        PassedRows rows = new PassedRows(limits, progress, taker);
        try {
            RejectionWire.Rejected rejected = twice(
                            new ReadQuestion(source, limits, sheet), answer -> Optional.ofNullable(rows.take(answer)))
                    .orElse(null);
            if (rejected != null) {
                throw rejected.exception();
            }
        } catch (UnreadableException e) {
            // Through those who know damage only; it is taken out again where the sheet is refused.
            throw new IOException(e);
        }
    }

    private <T> T twice(ReadQuestion question, Exchange<T> exchange) throws UnreadableException {
        InboxFile file = question.source().file();
        try {
            EndedException last = null;
            for (int tries = 1; tries <= MOST_TRIES; tries++) {
                try {
                    return ask(question, exchange);
                } catch (EndedException e) {
                    log(file, e, tries);
                    last = e;
                }
            }
            return refuse(file, Objects.requireNonNull(last));
        } catch (NotStartedException e) {
            throw UnreadableException.notTheFiles(Unreadable.STARTING.finding(), e);
        }
    }

    private <T> T ask(ReadQuestion question, Exchange<T> exchange) throws EndedException, NotStartedException {
        return process.ask(question.head(), question.body(), patience(question), exchange);
    }

    private Duration patience(ReadQuestion question) {
        InboxFile file = question.source().file();
        Duration most = limits.readingTime().plus(GRACE);
        if (file.container() != Container.OLE2) {
            return most;
        }
        Duration bySize = least.plusMillis(MILLIS_A_MEBIBYTE * file.size() >> 20);
        return bySize.compareTo(most) < 0 ? bySize : most;
    }

    /** A process that cannot even read two numbers was not ended by the file. */
    private <T> T refuse(InboxFile file, EndedException ended) throws UnreadableException, NotStartedException {
        InboxFile harmless =
                new InboxFile(Path.of(""), "harmless.csv", HARMLESS.length, "", Instant.EPOCH, Container.CSV, null);
        ReadQuestion question = new ReadQuestion(new SourceFile(harmless, HARMLESS), limits, ReadQuestion.WHOLE);
        try {
            ask(question, answer -> new HeldWorkbook(limits, sheet -> taker -> {}).take(answer));
        } catch (EndedException machine) {
            throw UnreadableException.notTheFiles(Unreadable.STARTING.finding(), machine);
        }
        throw new UnreadableException(Unreadable.stopped(file.sha256()), ended);
    }

    private static void log(InboxFile file, EndedException ended, int tries) {
        LOG.atWarn()
                .addKeyValue("event", "reader-apart-ended")
                .addKeyValue("file", file.name())
                .addKeyValue("sha256", file.sha256())
                .addKeyValue("how", ended.getMessage())
                .addKeyValue("try", tries)
                .log("a file ended the reader apart");
    }

    @Override
    public void close() {
        process.close();
    }
}
