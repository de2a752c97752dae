package org.jibao.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jibao.calendar.Period;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a command was asked to do.
 *
 * @param jobs the folder of job folders
 * @param job the name of one of them
 * @param store the DuckDB file
 * @param out where summaries go: {@code out/<job>/<period>/}
 * @param period the period worked on, or empty for the last that has ended and has returns, or else the last that has ended
 * @param asOf the time at which the run takes place, or for a summary the time for which it speaks; empty for now
 * @param received the register of receipt, or empty for the one beside the inbox
 * @param threads that read files, 1 or more
 * @param alarm receives at once what a person must know, whichever command runs
 */
public record Settings(
        Path jobs,
        String job,
        Path inbox,
        Optional<Path> received,
        Path store,
        Path out,
        Language language,
        Optional<Period> period,
        Optional<Instant> asOf,
        int threads,
        Consumer<Text> alarm) {

    public Settings {
        JobFolders.name(job);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " is not 1 or more");
        }
    }

    /** The same with the usual register of receipt and without an alarm. */
    public Settings(
            Path jobs,
            String job,
            Path inbox,
            Path store,
            Path out,
            Language language,
            Optional<Period> period,
            Optional<Instant> asOf,
            int threads) {
        this(jobs, job, inbox, Optional.empty(), store, out, language, period, asOf, threads, text -> {});
    }

    /** The same, for another job. */
    public Settings withJob(String other) {
        return new Settings(jobs, other, inbox, received, store, out, language, period, asOf, threads, alarm);
    }

    /** The same, with an alarm. */
    public Settings withAlarm(Consumer<Text> told) {
        return new Settings(jobs, job, inbox, received, store, out, language, period, asOf, threads, told);
    }

    /** The same, for a period. */
    public Settings withPeriod(Optional<Period> other) {
        return new Settings(jobs, job, inbox, received, store, out, language, other, asOf, threads, alarm);
    }

    /** The same with other folders, and at a time; null for now. */
    public Settings withFolders(Path otherInbox, Optional<Path> register, Path output, @Nullable Instant at) {
        return new Settings(
                jobs,
                job,
                otherInbox,
                register,
                store,
                output,
                language,
                period,
                Optional.ofNullable(at),
                threads,
                alarm);
    }

    public Path jobFolder() {
        return jobs.resolve(job);
    }
}
