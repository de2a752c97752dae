package org.jibao.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.guard.OwnFiles;

/**
 * A folder in which leaders look: each summary under its own name, which always is the newest one of its period, its
 * earlier versions by time under {@code versions/}, and the newest period's once more under a name that never changes.
 */
public final class KeptVersions {
    private static final String VERSIONS = "versions";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path folder;
    private final int keep;
    private final ZoneId zone;

    /**
     * @param keep how many versions of one name stay, 1 or more
     * @param zone in whose time versions are named
     */
    public KeptVersions(Path folder, int keep, ZoneId zone) {
        this.folder = folder;
        this.keep = keep;
        this.zone = zone;
    }

    /** Puts a file there. The same bytes again change nothing. */
    public void put(Path file, java.time.Instant asOf) throws DeliveryException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = name.substring(0, dot);
        String ending = name.substring(dot);
        String version = stem + " " + STAMP.format(asOf.atZone(zone)) + ending;
        try {
            OwnFiles.folders(folder);
            OwnFiles.sharedFolder(folder.resolve(VERSIONS));
        } catch (IOException e) {
            throw DeliveryException.of(folder, e);
        }
        copy(file, folder.resolve(VERSIONS), version);
        copy(file, folder, name);
        prune(stem, ending, version);
    }

    /** Puts a file there under the name that never changes. */
    public void putLatest(Path file, String name) throws DeliveryException {
        copy(file, folder, name);
    }

    /** Removes a file of an earlier summary that the newest one has not; its versions stay. */
    public void remove(String name) throws DeliveryException {
        AtomicFiles.shared(folder).remove(name);
    }

    private static void copy(Path file, Path folder, String name) throws DeliveryException {
        Path place = folder.resolve(name);
        try {
            if (Files.isRegularFile(place)
                    && HashedFile.of(place).sha256().equals(HashedFile.of(file).sha256())) {
                return;
            }
        } catch (IOException e) {
            throw DeliveryException.of(place, e);
        }
        AtomicFiles outbox = AtomicFiles.shared(folder);
        outbox.write(name, draft -> Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING));
        outbox.deliver(name);
    }

    /**
     * Removes the oldest versions of this name, and nothing else. What is dated later than the one just put there was
     * dated by a clock that has been set back since: it is older than all others.
     */
    private void prune(String stem, String ending, String newest) throws DeliveryException {
        Pattern version = Pattern.compile(Pattern.quote(stem) + " \\d{8}-\\d{6}" + Pattern.quote(ending));
        Path versions = folder.resolve(VERSIONS);
        try (Stream<Path> paths = Files.list(versions)) {
            List<Path> newestFirst = paths.filter(
                            path -> version.matcher(name(path)).matches())
                    .sorted(Comparator.comparing((Path path) -> name(path).compareTo(newest) > 0)
                            .thenComparing(KeptVersions::name, Comparator.reverseOrder()))
                    .toList();
            for (Path old : newestFirst.subList(Math.min(keep, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw DeliveryException.of(versions, e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
