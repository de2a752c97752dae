package org.jibao.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.PackagesDefinition;
import org.jibao.delivery.DeliveryException;
import org.jibao.export.ComputedCopy;
import org.jibao.federation.PackageDescriptor.Table;
import org.jibao.federation.PackageManifest.ApprovedBy;
import org.jibao.federation.PackageManifest.Part;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.metrics.MetricException;
import org.jibao.run.Approvals.Approval;
import org.jibao.run.Failures;
import org.jibao.run.HandingOffice;
import org.jibao.run.OperationalFailure;
import org.jibao.run.ProgramVersion;
import org.jibao.run.Progress;
import org.jibao.run.StateDigest;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Sql;
import org.jibao.support.Sha256;
import org.jibao.support.SqlText;
import org.jibao.workbook.ReproducibleZip;

/**
 * Writes the package of a period: the returns as they were read, what was found in them and the figures of record,
 * signed. It speaks of the moment at which the figures were approved, so that the same approved state gives the same
 * bytes whenever it is made.
 */
public final class PackageWriter {

    private static final Wording WORDS = Wording.of(PackageWriter.class);

    private final JobDefinition job;
    private final Path store;
    private final Progress progress;

    public PackageWriter(JobDefinition job, Path store, Progress progress) {
        this.job = job;
        this.store = store;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param returns how many count in it
     * @param approval null where the job needs none
     */
    public record PackageOutcome(
            Path file, long returns, long rows, long bytes, String sha256, Optional<Approval> approval) {}

    /**
     * Writes the file; one of this name that is there gives way.
     *
     * @param folder where it goes
     * @param given the last approval of the period
     * @param asOf the moment that is spoken of where the job needs no approval
     * @throws UnusableArgument where an approval is needed and none stands, or the office has no key
     */
    public PackageOutcome write(Path folder, Period period, Optional<Approval> given, Instant asOf) {
        Optional<Approval> approval = approved(period, given);
        Instant moment = approval.map(Approval::at).orElse(asOf);
        OfficeKeys.Halves keys = OfficeKeys.beside(store).halves();
        String office = HandingOffice.of(job).code();
        String name = office + "_" + period.code() + "_" + job.id();
        Path file = folder.resolve(name + ".zip");
        try {
            OwnFiles.folders(folder);
            Path draft = folder.resolve("." + name + ".tmp");
            delete(draft);
            OwnFiles.folders(draft);
            try {
                return new ComputedCopy(job, store, progress).with(draft, Optional.of(period), moment, sql -> {
                    Written written = new Draft(draft, sql, name).write(office, period, moment, approval, keys);
                    Path zip = draft.resolve("package.zip");
                    ReproducibleZip.bundle(written.files(), zip);
                    Files.move(zip, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    return new PackageOutcome(
                            file, written.returns(), written.rows(), Files.size(file), Sha256.of(file), approval);
                });
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw Failures.output(DeliveryException.at(file, e));
        } catch (MetricException e) {
            throw new OperationalFailure(e.text(), e);
        }
    }

    private Optional<Approval> approved(Period period, Optional<Approval> given) {
        if (job.receipt().packages().approval() == PackagesDefinition.Approval.NONE) {
            return Optional.empty();
        }
        if (given.isEmpty()) {
            throw new UnusableArgument(WORDS.text("package.not-approved", period));
        }
        if (!given.get().stands()) {
            throw new UnusableArgument(
                    WORDS.text("package.approval-void", period, given.get().by()));
        }
        return given;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> inside = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        }
    }

    private record Written(List<Path> files, long returns, long rows) {}

    /** The files of the package before they are bundled. */
    private final class Draft {

        private final Path folder;
        private final Sql sql;
        private final String name;
        private final List<Path> files = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();

        Draft(Path folder, Sql sql, String name) {
            this.folder = folder;
            this.sql = sql;
            this.name = name;
        }

        Written write(String office, Period period, Instant moment, Optional<Approval> approval, OfficeKeys.Halves keys)
                throws IOException {
            PackageParts parts = new PackageParts(job, period);
            parts.create(sql);
            for (String part : parts.names()) {
                tables.add(table(part));
            }
            Part descriptor = descriptor();
            PackageManifest manifest = new PackageManifest(
                    job.id(),
                    job.version(),
                    FormsDigest.of(job),
                    job.digest(),
                    office,
                    period.code(),
                    moment,
                    ProgramVersion.current(),
                    new StateDigest(sql, job).upTo(period, moment),
                    approval.map(given -> new ApprovedBy(given.by(), given.at()))
                            .orElse(null),
                    keys.key().fingerprint(),
                    Stream.concat(Stream.of(descriptor), tables.stream().map(Table::part))
                            .toList());
            sign(manifest, keys);
            return new Written(List.copyOf(files), returns(), rows());
        }

        private Table table(String part) throws IOException {
            Path file = folder.resolve(part + PackageParts.ENDING);
            String table = PackageParts.table(part);
            Map<String, String> values = Map.of(
                    "table",
                    table,
                    "file",
                    SqlText.literal(file.toAbsolutePath().toString()));
            sql.execute(SqlText.read(PackageWriter.class, "copy", values));
            OwnFiles.tighten(file);
            files.add(file);
            long rows = sql.query("SELECT count(*) FROM " + table).number();
            return new Table(part(file, rows), PackageParts.columns(sql, part));
        }

        private Part descriptor() throws IOException {
            Path file = OwnFiles.write(folder.resolve(PackageDescriptor.NAME), PackageDescriptor.of(name, tables));
            files.add(0, file);
            return part(file, null);
        }

        private static Part part(Path file, @org.jspecify.annotations.Nullable Long rows) throws IOException {
            return new Part(file.getFileName().toString(), Files.size(file), Sha256.of(file), rows);
        }

        private void sign(PackageManifest manifest, OfficeKeys.Halves keys) throws IOException {
            byte[] bytes = manifest.bytes();
            try {
                String signature = Base64.getEncoder().encodeToString(keys.sign(bytes));
                files.add(0, OwnFiles.write(folder.resolve(PackageManifest.SIGNATURE), signature + "\n"));
                files.add(0, OwnFiles.write(folder.resolve(PackageManifest.NAME), bytes));
            } catch (GeneralSecurityException e) {
                throw OfficeKeys.beside(store).damaged(e);
            }
        }

        private long returns() {
            return sql.query("SELECT count(*) FROM package.submissions WHERE standing = 'counted'")
                    .number();
        }

        private long rows() {
            return tables.stream()
                    .mapToLong(table ->
                            table.part().rows() == null ? 0 : table.part().rows())
                    .sum();
        }
    }
}
