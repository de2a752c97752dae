package org.jibao.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.guard.OwnFiles;

/** The folder of an export. It is made beside its place and moved into it whole; an earlier export gives way. */
public final class ExportFolder {

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
