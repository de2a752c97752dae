package org.jibao.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jibao.checking.CheckedReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.federation.PackageCheck.CheckReport;
import org.jibao.federation.PackageCheck.Facts;
import org.jibao.federation.PackageCheck.Refusal;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.Reading;
import org.jibao.store.ForeignTables;
import org.jibao.store.HandedReturns;
import org.jibao.store.HandedReturns.Handed;
import org.jibao.store.HandedReturns.Handing;
import org.jibao.store.Store;

/**
 * Takes the packages of offices below into the store, each within the current transaction: checked as of its receipt,
 * and either taken with all that is in it or rejected with each reason. Nothing that stands in a package ends a run.
 */
public final class PackageIntake {

    private static final Wording WORDS = Wording.of(PackageIntake.class);

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Store store;
    private final JobDefinition job;
    private final Instant asOf;
    private final PackageCheck check;
    private final HandedReturns handed;

    /** @param asOf the time of the run */
    public PackageIntake(Store store, JobDefinition job, Instant asOf) {
        this.store = store;
        this.job = job;
        this.asOf = asOf;
        this.check = new PackageCheck(job);
        this.handed = store.handedReturns(job, asOf);
    }

    /**
     * Takes one, or rejects it.
     *
     * @param suspect whether the program ended while it was read
     */
    public void take(InboxFile file, boolean suspect) {
        if (suspect) {
            reject(file, List.of(finding(new Refusal("package-crashed", WORDS.text("check.crashed")))));
        } else if (!handed.taken(file)) {
            try {
                if (file.unchanged()) {
                    judge(file);
                } else {
                    reject(
                            file.withoutBytes(),
                            List.of(Finding.of(FindingCode.FILE_CHANGED_WHILE_READ, Place.FILE, "", null)));
                }
            } catch (IOException e) {
                reject(file.withoutBytes(), List.of(Unreadable.of(e).finding()));
            }
        }
    }

    private void judge(InboxFile file) throws IOException {
        if (file.packed() == null) {
            judge(file, file.path());
            return;
        }
        byte[] bytes = file.bytes();
        Path copy = Files.createTempFile("jibao-package", ".zip");
        try {
            OwnFiles.write(copy, bytes);
            judge(file, copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void judge(InboxFile file, Path lies) {
        List<Finding> refused = new ArrayList<>();
        CheckReport report = check.check(lies, file.receivedAt(), (facts, manifest, tables) -> {
            try {
                take(file, facts, manifest, tables);
            } catch (ForeignTables.UnreadableException e) {
                refused.add(finding(
                        new Refusal("package-table-unreadable", WORDS.text("check.table-unreadable", "parquet"))));
            }
        });
        report.refusals().forEach(refusal -> refused.add(finding(refusal)));
        if (!refused.isEmpty()) {
            reject(file, refused);
        }
    }

    private void take(InboxFile file, Facts facts, PackageManifest manifest, ForeignTables tables) {
        Handing handing = new Handing(
                facts.office(),
                facts.period().code(),
                facts.asOf(),
                facts.approvedBy(),
                facts.approvedAt(),
                manifest.program(),
                manifest.jobDigest(),
                manifest.state(),
                manifest.key());
        List<String> parts = new PackageParts(job, facts.period())
                .names().stream().filter(part -> !part.equals("units")).toList();
        Handed taken = handed.take(file, handing, tables, parts);
        handed.note(taken.number(), List.of(taken.holds() ? noted(facts, taken) : older(facts)));
    }

    private Finding noted(Facts facts, Handed taken) {
        String noName = "—";
        return Finding.of(
                        FindingCode.PACKAGE_TAKEN,
                        Place.FILE,
                        "",
                        null,
                        facts.officeName(),
                        facts.period().label().zh(),
                        time(facts.asOf()),
                        facts.approvedBy() == null || facts.approvedAt() == null
                                ? noName
                                : facts.approvedBy() + "（" + time(facts.approvedAt()) + "）",
                        String.valueOf(taken.returns()),
                        String.valueOf(taken.fresh()),
                        String.valueOf(taken.revised()),
                        String.valueOf(taken.gone()))
                .inEnglish("period", facts.period().label().en());
    }

    private Finding older(Facts facts) {
        return Finding.of(
                        FindingCode.PACKAGE_OLDER,
                        Place.FILE,
                        "",
                        null,
                        facts.officeName(),
                        facts.period().label().zh(),
                        time(facts.asOf()))
                .inEnglish("period", facts.period().label().en());
    }

    private String time(Instant instant) {
        return TO_THE_MINUTE.format(instant.atZone(job.zone()));
    }

    private void reject(InboxFile file, List<Finding> reasons) {
        store.submissions(job, asOf)
                .write(List.of(new CheckedReturn(new Reading.Rejected(file, reasons.get(0)), reasons)));
    }

    /** Its code is the word of the refusal; what is wrong and what to do stand in one text. */
    private static Finding finding(Refusal refusal) {
        return new Finding(
                refusal.code(),
                Severity.ERROR,
                Place.FILE,
                "",
                null,
                Map.of(),
                refusal.text(),
                WORDS.text("check.cure"));
    }
}
