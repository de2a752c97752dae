package org.jibao.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Wording;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.ArchiveFolder;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.InboxFile.PackedFile;
import org.jibao.run.Failures;
import org.jibao.run.NewFiles;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Store;
import org.jibao.store.SubmissionWriter.KnownFile;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Moves what the store has settled from the inbox to {@code <archive>/<job>/<period>/}, or {@code unassigned} where a
 * file's period is not known. It goes by the store, not by the run: what a killed run left is moved by the next.
 */
public final class Archiving {
    private static final Wording WORDS = Wording.of(Archiving.class);

    static final String UNASSIGNED = "unassigned";

    private final Store store;
    private final JobDefinition job;
    private final Path folder;

    private Archiving(Store store, JobDefinition job, Path folder) {
        this.store = store;
        this.job = job;
        this.folder = folder;
    }

    /** @throws UnusableArgument where the archive lies in the inbox: its files would be received again */
    public static Archiving of(Store store, JobDefinition job, Path archive, Path inbox) {
        Path folder = real(archive.resolve(job.id()));
        if (folder.startsWith(real(inbox))) {
            throw new UnusableArgument(WORDS.text("archive.in-inbox", folder, inbox));
        }
        return new Archiving(store, job, folder);
    }

    /** Without links, as far as the path is there. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            for (Path above = absolute; above != null; above = above.getParent()) {
                if (Files.exists(above)) {
                    return above.toRealPath().resolve(above.relativize(absolute));
                }
            }
        } catch (IOException e) {
            throw Failures.output(e);
        }
        return absolute;
    }

    /** The job's files of the listing that are settled; what was received after the run's time is left for a later run. */
    public ArchiveOutcome move(NewFiles inbox, Instant asOf) {
        Map<KnownFile, String> settled = settled();
        int moved = 0;
        List<String> stayed = new ArrayList<>();
        PackedFiles packed = new PackedFiles(inbox.listing().files(), asOf, settled);
        for (InboxFile file : packed.files()) {
            if (file.receivedAt().isAfter(asOf)) {
                continue;
            }
            String period = packed.period(file);
            if (period != null && moved(file, period)) {
                moved++;
            } else if (period != null) {
                stayed.add(PersonalNumbers.masked(file.name()));
            }
        }
        return new ArchiveOutcome(moved, stayed);
    }

    private Map<KnownFile, String> settled() {
        Map<KnownFile, String> periods = new HashMap<>();
        store.sql()
                .query(SqlText.read(Archiving.class, "settled_periods"), UNASSIGNED, job.id())
                .forEach(row -> periods.put(new KnownFile(row.text("file"), row.text("sha256")), row.text("period")));
        return periods;
    }

    private boolean moved(InboxFile file, String period) {
        try {
            return new ArchiveFolder(folder.resolve(period)).take(file).isPresent();
        } catch (IOException e) {
            throw new OperationalFailure(
                    WORDS.text("archive.not-moved", PersonalNumbers.masked(file.name()), folder, e), e);
        }
    }

    /** The files of an inbox as they are moved: those that lie by themselves, and a ZIP or a mail for all that were sent in it. */
    static final class PackedFiles {

        private final Map<KnownFile, String> settled;
        private final List<InboxFile> files = new ArrayList<>();

        /** The period to which each ZIP goes; one of which a file is not settled has none. */
        private final Map<String, @Nullable String> zips = new LinkedHashMap<>();

        /** @param settled the period of each file that the store has settled */
        PackedFiles(List<InboxFile> listed, Instant asOf, Map<KnownFile, String> settled) {
            this.settled = settled;
            Map<PackedFile, List<InboxFile>> inZips = new LinkedHashMap<>();
            for (InboxFile file : listed) {
                PackedFile packed = file.packed();
                if (packed == null) {
                    files.add(file);
                } else {
                    PackedFile zip =
                            new PackedFile(packed.zip(), packed.zipName(), packed.zipSize(), packed.zipSha256(), "");
                    inZips.computeIfAbsent(zip, key -> new ArrayList<>()).add(file);
                }
            }
            inZips.forEach((zip, members) -> add(zip, members, asOf));
        }

        private void add(PackedFile zip, List<InboxFile> members, Instant asOf) {
            Set<@Nullable String> periods = new LinkedHashSet<>();
            for (InboxFile member : members) {
                boolean later = member.receivedAt().isAfter(asOf);
                periods.add(later ? null : settled.get(new KnownFile(member.name(), member.sha256())));
            }
            if (!periods.contains(null)) {
                boolean one = periods.size() == 1;
                zips.put(zip.zipName(), one ? periods.iterator().next() : Archiving.UNASSIGNED);
                files.add(new InboxFile(
                        zip.zip(), zip.zipName(), zip.zipSize(), zip.zipSha256(), asOf, Container.OTHER, null));
            }
        }

        List<InboxFile> files() {
            return files;
        }

        /** To which a file goes; null where it is not settled. */
        @Nullable
        String period(InboxFile file) {
            String ofZip = zips.get(file.name());
            return ofZip != null ? ofZip : settled.get(new KnownFile(file.name(), file.sha256()));
        }
    }

    /**
     * What was moved from the inbox to the archive.
     *
     * @param moved how many files
     * @param stayed names of settled files that were left: changed since they were taken in, or links
     */
    public record ArchiveOutcome(int moved, List<String> stayed) {

        public static final ArchiveOutcome NONE = new ArchiveOutcome(0, List.of());

        public ArchiveOutcome {
            stayed = List.copyOf(stayed);
        }
    }
}
