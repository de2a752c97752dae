package org.jibao.reading.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.apart.Child.EndedException;
import org.jibao.reading.apart.Child.ProcessSettings;
import org.jibao.reading.apart.ProcessApart;
import org.jibao.reading.apart.ProcessApart.Exchange;
import org.jibao.reading.apart.ProcessApart.NotStartedException;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireInput.WireException;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.MergedRange.MergedRanges;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;
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

    private void rest(SourceFile source, int sheet, Consumer<CellRow> taker) throws IOException {
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

    /** Keeps what a reader apart has read, within the limits of one file, whatever it sends. */
    static final class HeldWorkbook implements CellStream.Receiver {

        private final Limits limits;
        private final IntFunction<LongSheet> rest;
        private final SheetCollector collector;
        private Map<String, String> properties = Map.of();
        private RejectionWire.@Nullable Rejected rejected;

        /** @param rest the rows of a sheet that do not come with it */
        HeldWorkbook(Limits limits, IntFunction<LongSheet> rest) {
            this.limits = limits;
            this.rest = rest;
            this.collector = SheetCollector.ofAll(new Budget(limits));
        }

        /** Reads an answer to its end. */
        HeldWorkbook take(WireInput answer) throws IOException {
            CellStream stream = new CellStream(answer, this, limits.stringBytes());
            rejected = stream.read();
            properties = stream.properties();
            return this;
        }

        /**
         * All of it.
         *
         * @throws UnreadableException where the file could not be read
         * @throws LimitExceededException where it asks for more than one file may
         */
        WorkbookCells cells() throws UnreadableException {
            if (rejected != null) {
                throw rejected.exception();
            }
            return new WorkbookCells(collector.sheets(), properties);
        }

        @Override
        public void sheet(String name, boolean hidden) {
            collector.sheet(name, hidden);
        }

        @Override
        public void row(int index, List<Cell> cells, boolean hidden) {
            collector.row(index, cells, hidden);
        }

        @Override
        public void hiddenColumns(int first, int last) {
            collector.hiddenColumns(first, last);
        }

        @Override
        public void merged(MergedRange range) {
            collector.merged(range);
        }

        @Override
        public void endSheet() {
            collector.endSheet();
        }

        /** Merged ranges have been seen to where the sheet was read. */
        @Override
        public void goesOn() {
            collector.goesOn(new MergedRanges(), rest.apply(collector.sheets().size() - 1));
        }

        /** There is none before the rest of a sheet is read. */
        @Override
        public void progress(long rows, long bytes, long size) {}
    }

    /** Passes on what comes after the held rows of a long sheet: each row once, also where the answer had to be asked for again. */
    static final class PassedRows implements CellStream.Receiver {

        private final Limits limits;
        private final ReadProgress progress;
        private final Consumer<CellRow> taker;
        private Budget budget;
        private long passed;
        private long come;

        PassedRows(Limits limits, ReadProgress progress, Consumer<CellRow> taker) {
            this.limits = limits;
            this.progress = progress;
            this.taker = taker;
            this.budget = new Budget(limits);
        }

        /** Reads an answer to its end. Null where the sheet was read, else why not. */
        RejectionWire.@Nullable Rejected take(WireInput answer) throws IOException {
            budget = new Budget(limits);
            come = 0;
            // Nothing is held of it: only the single text is bounded.
            return new CellStream(answer, this, Long.MAX_VALUE).read();
        }

        @Override
        public void row(int index, List<Cell> cells, boolean hidden) {
            budget.passingRow(index);
            come++;
            if (come > passed) {
                passed = come;
                taker.accept(new CellRow(index, cells, hidden));
            }
        }

        @Override
        public void progress(long rows, long bytes, long size) {
            progress.at(rows, bytes, size);
        }

        @Override
        public void goesOn() throws WireException {
            throw new WireException("the rest of a sheet has a rest");
        }

        @Override
        public void sheet(String name, boolean hidden) {}

        @Override
        public void hiddenColumns(int first, int last) {}

        @Override
        public void merged(MergedRange range) {}
    }
}
