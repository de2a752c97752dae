package org.jibao.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.delivery.AtomicFiles;
import org.jibao.delivery.DeliveryException;
import org.jibao.delivery.Manifest;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.SafeFileName;
import org.jibao.run.Failures;
import org.jibao.run.ProgramVersion;
import org.jibao.status.ChaseSheet.ChaseWriter;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Store;

/**
 * The chase list of a period beside its summary, in the summary's languages. It counts days, so it is new every day on
 * which somebody owes a return, while the summary stays; hence a manifest of its own. Where nobody does, it speaks for
 * no day and stays too.
 */
public final class ChaseFiles {

    static final String MANIFEST = "chase-list.json";

    private final JobDefinition job;
    private final Store store;
    private final Path folder;
    private final boolean daily;
    private final boolean kept;

    /**
     * @param store beside which the book of mails lies; it holds what is open
     * @param daily whether the days left are counted anew each day, for whoever runs it at a desk; a nightly run, which
     *     writes nothing where there is nothing new, counts them when something changes and when the due date or the
     *     closing passes
     * @param kept whether the store holds what was computed last for the list's time, and not for another one
     */
    public ChaseFiles(JobDefinition job, Store store, Path folder, boolean daily, boolean kept) {
        this.job = job;
        this.store = store;
        this.folder = folder;
        this.daily = daily;
        this.kept = kept;
    }

    /** @param stateDigest of what the summary is made from, contacts included, as they are in the job folder */
    public ChaseOutcome write(StatusReport status, String stateDigest) {
        return write(status.units(), status.period(), status.asOf(), stateDigest, () -> status);
    }

    /**
     * The same, where the list may stand there already.
     *
     * @param units that owe a return for the period
     * @param status is asked for where it does not
     */
    public ChaseOutcome write(
            List<UnitLine> units, Period period, Instant asOf, String stateDigest, Supplier<StatusReport> status) {
        try {
            SlipLinks slips = SlipLinks.in(folder);
            MailContacts mails = MailContacts.of(store.file(), job, period);
            OpenWork open = kept
                    ? new OpenQuery(store.sql(), job).of(period.code(), asOf, StatusReport.owing(units))
                    : OpenWork.NONE;
            long owing = units.size() - StatusReport.received(units);
            String digest = digest(owing, asOf, stateDigest, slips.digest() + mails.digest() + open.digest());
            Optional<List<Path>> current = Manifest.current(folder, MANIFEST, digest);
            if (current.isPresent()) {
                return new ChaseOutcome(current.get(), false, owing);
            }
            List<Text> unwritten = new ArrayList<>();
            List<Path> files = write(status.get(), open, slips, mails, digest, unwritten);
            return new ChaseOutcome(files, true, owing, unwritten);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private String digest(long owing, Instant asOf, String stateDigest, String beside) {
        String day = !daily || owing == 0
                ? ""
                : asOf.atZone(job.zone()).toLocalDate().toString();
        return Manifest.sha256(String.join("\n", "chase", stateDigest, day, beside));
    }

    private List<Path> write(
            StatusReport status,
            OpenWork open,
            SlipLinks slips,
            MailContacts mails,
            String digest,
            List<Text> unwritten)
            throws IOException {
        Period period = status.period();
        ChaseList plain = status.chase().with(open);
        ChaseList list = new ChaseList(
                plain.deadline(),
                plain.expected(),
                plain.accepted(),
                plain.late(),
                plain.lines().stream().map(slips::linked).toList(),
                withoutPackage(status));
        AtomicFiles outbox = AtomicFiles.open(folder);
        List<Path> files = new ArrayList<>();
        List<HashedFile> outputs = new ArrayList<>();
        for (Language language : job.languages()) {
            String name = name(period, language);
            ChaseRequest request = new ChaseRequest(job, period, list, open, mails, language, ProgramVersion.current());
            outbox.write(name, draft -> new ChaseWriter().write(request, draft));
            try {
                Path file = outbox.deliver(name);
                files.add(file);
                outputs.add(HashedFile.of(file));
            } catch (DeliveryException e) {
                unwritten.add(e.ofOneFile());
            }
        }
        new Manifest(
                        job.id(),
                        period.code(),
                        status.asOf(),
                        ProgramVersion.current(),
                        unwritten.isEmpty() ? digest : "",
                        job.digest(),
                        List.of(),
                        outputs)
                .deliver(outbox, MANIFEST);
        return files;
    }

    private List<Unit> withoutPackage(StatusReport status) {
        return status.withoutPackage().stream()
                .flatMap(line -> job.roster().byCode(line.office()).stream())
                .toList();
    }

    /** Whether a file of this name in the folder of a period's outputs is its chase list, in any language. */
    public static boolean isChaseList(String name) {
        Text title = Wording.of(ChaseFiles.class).text("chase.title");
        return name.endsWith(".xlsx") && (name.startsWith(title.zh()) || name.startsWith(title.en()));
    }

    /** In the file's language, with the period: officers pass it on. */
    private static String name(Period period, Language language) {
        String title = Wording.of(ChaseFiles.class).text("chase.title").in(language);
        return SafeFileName.of(title + " " + period.label().in(language), ".xlsx", period.code());
    }

    /**
     * What came of a chase list.
     *
     * @param files what stands there now
     * @param written whether they were written now; otherwise they were there already and would say the same
     * @param owing units on it
     * @param unwritten which could not be written for their own sake, and why; the next run tries again
     */
    public record ChaseOutcome(List<Path> files, boolean written, long owing, List<Text> unwritten) {

        public ChaseOutcome {
            files = List.copyOf(files);
            unwritten = List.copyOf(unwritten);
        }

        /** Where all of them stand there. */
        public ChaseOutcome(List<Path> files, boolean written, long owing) {
            this(files, written, owing, List.of());
        }
    }
}
