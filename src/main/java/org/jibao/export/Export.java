package org.jibao.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.DeliveryException;
import org.jibao.export.DescriptorJson.Descriptor;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.mailbook.MailBook;
import org.jibao.metrics.MetricException;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.ProgramVersion;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.run.UnusableArgument;

/** Exports what was published last, as of any time up to it, from a {@link ComputedCopy}. */
public final class Export {
    private static final Wording WORDS = Wording.of(Export.class);

    private final JobDefinition job;
    private final Path store;
    private final Progress progress;

    public Export(JobDefinition job, Path store, Progress progress) {
        this.job = job;
        this.store = store;
        this.progress = progress;
    }

    /** @param only the one period that is exported, or empty for all */
    public ExportOutcome write(Path place, Optional<Period> only, Instant asOf) {
        ExportFolder folder = new ExportFolder(place);
        try {
            if (!folder.isFree()) {
                throw occupied(place);
            }
            return write(folder, place, only, asOf);
        } catch (IOException e) {
            throw Failures.output(DeliveryException.at(place, e));
        } catch (MetricException e) {
            throw new OperationalFailure(e.text(), e);
        }
    }

    private ExportOutcome write(ExportFolder folder, Path place, Optional<Period> only, Instant asOf)
            throws IOException {
        Path draft = folder.draft();
        try {
            Exporter.Count count = fill(draft, only, asOf);
            folder.deliver();
            return new ExportOutcome(place, count.tables(), count.rows());
        } finally {
            folder.discard();
        }
    }

    private Exporter.Count fill(Path draft, Optional<Period> only, Instant asOf) throws IOException {
        return new ComputedCopy(job, store, progress).with(draft, only, asOf, sql -> {
            progress.at(Stage.EXPORT, 0, 1);
            Exporter.Count count = new Exporter(sql, job, only, asOf, ProgramVersion.current())
                    .write(draft, MailBook.beside(store, job.id()).read());
            progress.at(Stage.EXPORT, 1, 1);
            return count;
        });
    }

    private static UnusableArgument occupied(Path place) {
        return new UnusableArgument(WORDS.text("export.occupied", place));
    }

    /** The folder of an export. It is made beside its place and moved into it whole; an earlier export gives way. */
    public static final class ExportFolder {

        private static final Set<String> OURS = Set.of(Descriptor.NAME, "csv", "parquet");

        private final Path place;

        public ExportFolder(Path place) {
            this.place = place.toAbsolutePath().normalize();
        }

        /** Whether nothing stands there but an earlier export, so that nothing of anybody's is lost by replacing it. */
        public boolean isFree() throws IOException {
            if (!Files.exists(place)) {
                return true;
            }
            return Files.isDirectory(place)
                    && names(place).allMatch(OURS::contains)
                    && holdsOnly("csv", ".csv")
                    && holdsOnly("parquet", ".parquet");
        }

        private boolean holdsOnly(String part, String ending) throws IOException {
            Path folder = place.resolve(part);
            return !Files.exists(folder)
                    || (Files.isDirectory(folder) && names(folder).allMatch(name -> name.endsWith(ending)));
        }

        private static Stream<String> names(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).toList().stream();
            }
        }

        /** Where it is made: empty, whatever a killed export has left there. */
        public Path draft() throws IOException {
            Path draft = beside(".tmp");
            delete(draft);
            return OwnFiles.folders(draft);
        }

        /** Moves the draft into its place. Only between two moves is nothing there; a failed one is undone. */
        public void deliver() throws IOException {
            Path earlier = beside(".old");
            delete(earlier);
            boolean replaces = Files.exists(place);
            if (replaces) {
                Files.move(place, earlier, StandardCopyOption.ATOMIC_MOVE);
            }
            try {
                Files.move(beside(".tmp"), place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (replaces) {
                    Files.move(earlier, place, StandardCopyOption.ATOMIC_MOVE);
                }
                throw e;
            }
            delete(earlier);
        }

        /** Removes what shall not be delivered. */
        public void discard() throws IOException {
            delete(beside(".tmp"));
        }

        private Path beside(String ending) {
            return place.resolveSibling("." + place.getFileName() + ending);
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
    }

    /** What came of an export. */
    public record ExportOutcome(Path folder, int tables, long rows) {}
}
