package org.jibao.federation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.delivery.DeliveryException;
import org.jibao.federation.PackageManifest.ApprovedBy;
import org.jibao.federation.PackageManifest.Part;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.ZipPackage;
import org.jibao.run.Failures;
import org.jibao.run.UnusableArgument;
import org.jibao.store.ForeignTables;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an office would take a package, and changes nothing: bounds, then the signature, then the job and the
 * period, then the hash of each part, then the tables. A step is taken only where nothing spoke against the package
 * before, so that no table of a stranger is ever opened.
 */
public final class PackageCheck {

    private static final Wording WORDS = Wording.of(PackageCheck.class);

    private final JobDefinition job;
    private final ExpectedTables expected;

    /** @param job of the office that is to take it, with its list of units and the keys of the offices below */
    public PackageCheck(JobDefinition job) {
        this.job = job;
        this.expected = new ExpectedTables(job);
    }

    /**
     * Why a package is not taken.
     *
     * @param code one word, always the same for the same reason
     * @param text what is wrong, and what to do
     */
    public record Refusal(String code, Text text) {}

    /**
     * What a package is.
     *
     * @param approvedBy null where its office needs no approval
     */
    public record Facts(
            String office,
            String officeName,
            Period period,
            Instant asOf,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            long returns) {}

    /**
     * What came of it.
     *
     * @param facts null where anything speaks against it
     */
    public record CheckReport(
            List<Refusal> refusals, @Nullable Facts facts) {

        public CheckReport {
            refusals = List.copyOf(refusals);
        }

        public boolean taken() {
            return facts != null;
        }
    }

    /** What is done with a sound package while its tables are open. */
    @FunctionalInterface
    interface Use {
        void of(Facts facts, PackageManifest manifest, ForeignTables tables);
    }

    /**
     * Looks at a package.
     *
     * @param receivedAt decides which key its office has
     */
    public CheckReport check(Path file, Instant receivedAt) {
        return check(file, receivedAt, (facts, manifest, tables) -> {});
    }

    CheckReport check(Path file, Instant receivedAt, Use use) {
        Refusals refusals = new Refusals();
        try {
            Facts facts = facts(file, receivedAt, refusals, use);
            return new CheckReport(refusals.all(), refusals.none() ? facts : null);
        } catch (IOException e) {
            throw Failures.output(DeliveryException.at(file, e));
        }
    }

    private @Nullable Facts facts(Path file, Instant receivedAt, Refusals refusals, Use use) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableArgument(WORDS.text("check.no-file", file));
        }
        PackageZip zip = PackageZip.open(file, refusals);
        PackageManifest manifest = zip == null ? null : new SignedManifest(job, refusals).read(zip, receivedAt);
        if (zip == null || manifest == null) {
            return null;
        }
        Period period = new JobMatch(job, manifest, refusals).period(zip.names(), receivedAt);
        if (period == null) {
            return null;
        }
        Path scratch = Files.createTempDirectory("jibao-package");
        try {
            Map<String, Path> tables = unpacked(zip, manifest, scratch, refusals);
            if (!refusals.none()) {
                return null;
            }
            List<Facts> found = new ArrayList<>();
            new HandedTables(job, expected, manifest, period, refusals).check(tables, scratch, (returns, opened) -> {
                Facts facts = facts(manifest, period, returns);
                use.of(facts, manifest, opened);
                found.add(facts);
            });
            return found.isEmpty() ? null : found.get(0);
        } finally {
            delete(scratch);
        }
    }

    private Facts facts(PackageManifest manifest, Period period, long returns) {
        ApprovedBy approval = manifest.approval();
        String name = job.roster().byCode(manifest.office()).map(Unit::name).orElse(manifest.office());
        return new Facts(
                manifest.office(),
                name,
                period,
                manifest.asOf(),
                approval == null ? null : approval.by(),
                approval == null ? null : approval.at(),
                returns);
    }

    /** The tables, each in a file that we name, whose bytes are those of which the manifest has the hash. */
    private static Map<String, Path> unpacked(PackageZip zip, PackageManifest manifest, Path scratch, Refusals refusals)
            throws IOException {
        Map<String, Path> tables = new LinkedHashMap<>();
        int number = 0;
        for (Part part : manifest.parts()) {
            Path target = scratch.resolve("part-" + ++number);
            if (!holds(zip, part, target)) {
                refusals.add("package-part-changed", WORDS.text("check.part-changed", part.name()));
            } else if (part.name().endsWith(PackageParts.ENDING)) {
                tables.put(PackageParts.name(part.name()), target);
            }
        }
        return tables;
    }

    private static boolean holds(PackageZip zip, Part part, Path target) throws IOException {
        try {
            return zip.unpack(part.name(), part.bytes(), target).equals(part.sha256());
        } catch (ZipPackage.DamagedException | ZipException | EOFException damaged) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> inside = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        }
    }
}
