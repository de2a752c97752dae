package org.jibao.slip;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jibao.calendar.Period;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.delivery.Manifest;
import org.jibao.finding.Severity;
import org.jibao.finding.Wording;
import org.jibao.guard.NamesInFolder;
import org.jibao.guard.SafeFileName;
import org.jibao.reading.opening.BookSource;
import org.jibao.run.ProgramVersion;
import org.jibao.run.RedactedException;
import org.jibao.slip.SlipWriter.NotMarkedException;
import org.jibao.slip.SlipWriter.Written;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slips of one period that should be, each with its name and the digest of what it says. */
public final class SlipBatch {

    private static final Logger LOG = LoggerFactory.getLogger(SlipBatch.class);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Digits of a hash: enough to tell a folder's slips apart. */
    private static final int MARK = 8;

    private static final Wording WORDS = Wording.of(SlipBatch.class);

    /** Changes when slips are made in another way, so that those of an earlier version of the program give way. */
    static final String WAY = "rebuilt";

    private final JobDefinition job;
    private final SlipWords words;
    private final BookSource books;
    private final Period period;
    private final SlipSources sources;
    private final List<SlipDraft> drafts = new ArrayList<>();
    private final NamesInFolder names = new NamesInFolder(SlipWriter.ENDINGS);

    SlipBatch(JobDefinition job, BookSource books, Period period, SlipSources sources) {
        this.job = job;
        this.words = new SlipWords(job.language());
        this.books = books;
        this.period = period;
        this.sources = sources;
    }

    List<SlipDraft> drafts() {
        return drafts;
    }

    void add(SlipSubmission submission, List<SlipFinding> findings) {
        Unit unit = submission.unit();
        Slip slip = new Slip(
                job.title().in(job.language()),
                unit == null ? "" : unit.name(),
                period.label().in(job.language()),
                submission.fileName(),
                submission.receivedAt(),
                TO_THE_MINUTE.format(submission.receivedAt().atZone(job.zone())),
                submission.verdict(),
                findings,
                SafeFileName.plain((unit == null ? words.say("slip.any-unit") : unit.name()) + "_"
                        + period.label().in(job.language())),
                job.languages());
        boolean there = sources.has(submission.sha256());
        String stem = stem(submission);
        String said = Manifest.sha256(String.join(
                "\n",
                WAY,
                ProgramVersion.current(),
                submission.sha256(),
                String.valueOf(there),
                stem,
                slip.toString()));
        drafts.add(new SlipDraft(stem, said, submission.file(), submission.sha256(), () -> write(submission, slip)));
    }

    /**
     * By the unit's name and the period, which is how a return is named. A rejected file keeps its own name: what it says may be
     * the fault, and what it says right must not be lost.
     */
    private String stem(SlipSubmission submission) {
        Unit unit = submission.unit();
        String own = submission.fileName().replaceFirst("\\.[^.]*$", "");
        boolean rejected = submission.verdict() == Verdict.REJECTED;
        String stem = unit == null || rejected
                ? own
                : unit.name() + "_" + period.label().in(job.language());
        String hash = submission.sha256();
        String mark = hash.substring(hash.length() - MARK);
        return names.claim(stem, words.say("slip.told", stem, hash.substring(0, MARK)), mark);
    }

    private static boolean unreadable(Slip slip) {
        return slip.verdict() == Verdict.REJECTED
                && slip.findings().stream().anyMatch(finding -> finding.code().startsWith("file-"));
    }

    private Written write(SlipSubmission submission, Slip slip) throws IOException {
        if (slip.verdict() == Verdict.REJECTED) {
            return SlipWriter.plain(slip, WORDS.text(unreadable(slip) ? "refusal.unreadable" : "refusal.not-taken"));
        }
        SlipSources.Source source = sources.of(submission.sha256());
        if (source.file() == null || source.bytes() == null) {
            return SlipWriter.plain(slip, source.refusal());
        }
        try {
            return SlipWriter.marked(slip, books.of(source.file(), source.bytes()));
        } catch (IOException | NotMarkedException e) {
            LOG.atInfo()
                    .addKeyValue("event", "slip-plain")
                    .addKeyValue("file", submission.file())
                    .setCause(RedactedException.of(e))
                    .log("slip is a plain list");
            return SlipWriter.plain(slip, WORDS.text("refusal.unusual"));
        }
    }

    /**
     * A slip that should be.
     *
     * @param stem its name without the ending
     * @param digest over everything that decides what it says
     * @param file the received file that it answers, and its SHA-256
     * @param writing makes it
     */
    record SlipDraft(String stem, String digest, String file, String sha256, Writing writing) {

        /** Makes one slip. */
        @FunctionalInterface
        interface Writing {
            Written written() throws IOException;
        }
    }

    /**
     * The newest submission of a unit, or a file that is nobody's.
     *
     * @param unit whose it is by what the file, its name or its folder says; null where none does
     */
    public record SlipSubmission(
            long id, @Nullable Unit unit, String file, String sha256, Verdict verdict, Instant receivedAt) {

        /** Whether a slip is owed for what was found. */
        boolean asks(List<SlipFinding> findings) {
            return !verdict.accepted()
                    || findings.stream().anyMatch(found -> found.severity() == Severity.WARNING && !found.answered());
        }

        /** The file's own name, without the folders of the inbox. */
        String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }
}
