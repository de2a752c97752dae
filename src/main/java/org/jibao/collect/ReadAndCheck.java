package org.jibao.collect;

import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.Checker;
import org.jibao.checking.SenderEvidence;
import org.jibao.finding.Finding;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.Reading;
import org.jibao.reading.apart.StoppedException;
import org.jibao.run.Progress;
import org.jibao.run.RedactedException;
import org.jibao.run.RunLog;
import org.jibao.run.Stage;
import org.jibao.run.Timeliness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.listener.ItemProcessListener;

/** One file to one checked return; runs on several threads at once. */
final class ReadAndCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAndCheck.class);

    /** Large files are read one at a time: each takes up to 150 MB of memory while it is read. */
    private final Lock largeOne = new ReentrantLock();

    private final Function<InboxFile, Reading> reader;
    private final BeingRead note;
    private final Checker checker;
    private final Timeliness timeliness;
    private final SenderEvidence senders;

    ReadAndCheck(
            Function<InboxFile, Reading> reader,
            BeingRead note,
            Checker checker,
            Timeliness timeliness,
            SenderEvidence senders) {
        this.reader = reader;
        this.note = note;
        this.checker = checker;
        this.timeliness = timeliness;
        this.senders = senders;
    }

    /** Null where the run is to stop: the file is new again at the next. */
    @Nullable
    CheckedReturn process(InboxFile file) {
        try (MDC.MDCCloseable named = MDC.putCloseable(RunLog.FILE, PersonalNumbers.masked(file.name()));
                BeingRead.Entry reading = note.begin(file)) {
            return checked(file);
        } catch (StoppedException stop) {
            return null;
        }
    }

    /** Reading and checking take any file; should one of them fail all the same, it costs that file, not the run. */
    private CheckedReturn checked(InboxFile file) {
        boolean large = file.size() > InboxFile.LARGE;
        if (large) {
            largeOne.lock();
        }
        try {
            return judgedOnce(file);
        } catch (StoppedException stop) {
            throw stop;
        } catch (UncheckedIOException machine) {
            // Such as a full disk: the next file would fare no better.
            throw machine;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error(
                    "a fault of ours, met in {}: please report it",
                    PersonalNumbers.masked(file.name()),
                    RedactedException.of(e));
            Finding reason = Unreadable.OURS.finding();
            return new CheckedReturn(
                    new Reading.Rejected(file, reason, timeliness.ownerOf(file)), java.util.List.of(reason));
        } finally {
            if (large) {
                largeOne.unlock();
            }
        }
    }

    /** What another file took of the memory is free again the next moment. */
    private CheckedReturn judgedOnce(InboxFile file) {
        try {
            return judged(reader.apply(file));
        } catch (OutOfMemoryError e) {
            LOG.warn("the memory did not suffice: {} is read once more", PersonalNumbers.masked(file.name()));
            return judged(reader.apply(file));
        }
    }

    /** Of a return that turns out to be none nothing is stored. */
    private CheckedReturn judged(Reading reading) {
        CheckedReturn checked = senders.judge(timeliness.judge(checker.check(reading)));
        if (reading instanceof Reading.Read read && checked.reading() instanceof Reading.Rejected) {
            read.document().entries().close();
        }
        return checked;
    }

    /** What lies in temporary files is needed no more; null where the run was to stop. */
    static void close(@Nullable CheckedReturn checked) {
        if (checked != null && checked.reading() instanceof Reading.Read read) {
            read.document().entries().close();
        }
    }

    /** Tells how many files are read, in their order: the last one ends the stage. */
    static final class FilesRead implements ItemProcessListener<Object, CheckedReturn> {

        private final Progress progress;
        private final long total;
        private long done;

        FilesRead(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        /** @param checked null where the run is to stop */
        @Override
        public void afterProcess(Object file, @Nullable CheckedReturn checked) {
            if (checked != null) {
                progress.at(Stage.READING, ++done, total);
            }
        }
    }
}
