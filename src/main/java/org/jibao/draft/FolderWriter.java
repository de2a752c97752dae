package org.jibao.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Wording;
import org.jibao.run.UnusableArgument;

/**
 * Writes a job folder beside the others and moves it into its place when it is whole. The folder in between
 * begins with a dot and holds
 * what jobs share as well, so that the new one can be tried there.
 */
final class FolderWriter implements AutoCloseable {

    private static final Wording WORDS = Wording.of(FolderWriter.class);

    private final Path jobs;
    private final String name;
    private final Path between;

    FolderWriter(Path jobs, String name) throws IOException {
        this.jobs = jobs;
        this.name = name;
        this.between = Files.createTempDirectory(jobs, ".new-");
        Path common = jobs.resolve(JobLoader.COMMON);
        if (Files.isDirectory(common)) {
            copy(common, between.resolve(JobLoader.COMMON));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(path)) {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** The folder with these files and no others. */
    Path write(Map<String, String> files) throws IOException {
        Path folder = between.resolve(name);
        delete(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
        }
        return folder;
    }

    /**
     * Moves it into its place.
     *
     * @throws UnusableArgument where something has the name by now
     */
    Path settle() throws IOException {
        Path place = jobs.resolve(name);
        if (Files.exists(place, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            throw exists(place);
        }
        try {
            // An empty folder would be replaced by an atomic move: there is none, or it has just been made by somebody
            // else.
            Files.move(between.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw exists(place);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(between.resolve(name), place);
        }
        return place;
    }

    static UnusableArgument exists(Path place) {
        return new UnusableArgument(WORDS.text("folder.exists", place));
    }

    @Override
    public void close() {
        try {
            delete(between);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walked = Files.walk(folder)) {
            paths = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
