package org.jibao.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.federation.PackageManifest.Part;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Whether a signed manifest speaks of the job of this office, of one of its periods, and of the parts that such a
 * package has.
 */
final class JobMatch {

    private static final Wording WORDS = Wording.of(JobMatch.class);

    /** How far two offices' clocks may be apart. */
    private static final Duration APART = Duration.ofDays(1);

    private final JobDefinition job;
    private final PackageManifest manifest;
    private final Refusals refusals;

    JobMatch(JobDefinition job, PackageManifest manifest, Refusals refusals) {
        this.job = job;
        this.manifest = manifest;
        this.refusals = refusals;
    }

    /** The period, or null where something does not match; then why is among the refusals. */
    @Nullable
    Period period(Set<String> names, Instant receivedAt) {
        if (!manifest.job().equals(job.id())) {
            refusals.add("package-other-job", WORDS.text("check.other-job", Refusals.shown(manifest.job()), job.id()));
            return null;
        }
        if (!manifest.jobVersion().equals(job.version())) {
            refusals.add(
                    "package-other-version",
                    WORDS.text("check.other-version", Refusals.shown(manifest.jobVersion()), job.version()));
        } else if (!manifest.forms().equals(FormsDigest.of(job))) {
            refusals.add("package-other-forms", WORDS.text("check.other-forms", job.version()));
        }
        Optional<Period> period = job.periods().parse(manifest.period()).filter(job.periods()::has);
        if (period.isEmpty()) {
            refusals.add(
                    "package-other-period",
                    WORDS.text("check.other-period", Refusals.shown(manifest.period()), job.id()));
        } else if (manifest.asOf().isAfter(receivedAt.plus(APART)) || !begun(period.get(), receivedAt)) {
            refusals.add("package-ahead", WORDS.text("check.ahead", period.get(), manifest.asOf(), receivedAt));
        }
        if (refusals.none()) {
            matchParts(names, period.orElseThrow());
        }
        return refusals.none() ? period.orElseThrow() : null;
    }

    private boolean begun(Period period, Instant receivedAt) {
        return !period.start().isAfter(receivedAt.atZone(job.zone()).toLocalDate());
    }

    private void matchParts(Set<String> names, Period period) {
        List<String> parts = Stream.concat(
                        Stream.of(PackageDescriptor.NAME),
                        new PackageParts(job, period).names().stream().map(name -> name + PackageParts.ENDING))
                .toList();
        if (!manifest.parts().stream().map(Part::name).toList().equals(parts)) {
            refusals.add("package-manifest-unreadable", WORDS.text("check.manifest-unreadable"));
            return;
        }
        Set<String> expected = new TreeSet<>(parts);
        expected.add(PackageManifest.NAME);
        expected.add(PackageManifest.SIGNATURE);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            refusals.add("package-part-missing", WORDS.text("check.part-missing", Refusals.shown(missing)));
        }
        Set<String> more = new TreeSet<>(names);
        more.removeAll(expected);
        if (!more.isEmpty()) {
            refusals.add("package-part-unknown", WORDS.text("check.part-unknown", Refusals.shown(more)));
        }
    }
}
