package org.jibao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups of one store in a folder: {@code jibao-20261020-090000.duckdb} of a store {@code jibao.duckdb}, by the
 * machine's clock. A backup's time of last change is the time as of which it holds the store.
 */
public record BackupFolder(Path store, Path folder) {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A backup, and the time as of which it holds the store. */
    public record Entry(Path file, Instant asOf) {}

    /** {@code backup} beside the store's folder. */
    public static Path usual(Path store) {
        return store.toAbsolutePath().resolveSibling("../backup").normalize();
    }

    public static String stamp(Instant time) {
        return TO_THE_SECOND.format(time.atZone(ZoneId.systemDefault()));
    }

    public static String toTheMinute(Instant time) {
        return TO_THE_MINUTE.format(time.atZone(ZoneId.systemDefault()));
    }

    /** The store's name without its ending. */
    public static String stem(Path store) {
        String name = store.getFileName().toString();
        return name.endsWith(".duckdb") ? name.substring(0, name.length() - ".duckdb".length()) : name;
    }

    /** A name that is not taken: that of the time, or of the first free second after it. */
    public Path free(Instant time) {
        Instant next = time;
        while (Files.exists(place(next))) {
            next = next.plusSeconds(1);
        }
        return place(next);
    }

    private Path place(Instant time) {
        return folder.resolve(stem(store) + "-" + stamp(time) + ".duckdb");
    }

    /** Where a backup is written before it gets its name. */
    public Path draft() {
        return folder.resolve("." + stem(store) + ".backup.tmp");
    }

    /** Held while a backup is written, so that a draft without it is known to be dead. */
    public Path lock() {
        return folder.resolve("." + stem(store) + ".backup.lock");
    }

    /** By name alone; the newest first. */
    public List<Path> named() {
        Pattern name = Pattern.compile(Pattern.quote(stem(store)) + "-\\d{8}-\\d{6}\\.duckdb");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #named}, but those dated later than one of them last: a clock dated them that has been set back since. */
    public List<Path> named(Path newest) {
        String latest = newest.getFileName().toString();
        return named().stream()
                .sorted(Comparator.comparing(
                        file -> file.getFileName().toString().compareTo(latest) > 0))
                .toList();
    }

    /** Empty also where the folder cannot be read: this is asked for when something else has gone wrong. */
    Optional<Entry> newest() {
        try {
            Optional<Path> file = named(place(Instant.now())).stream().findFirst();
            return file.isPresent() ? Optional.of(entry(file.get())) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    public static Entry entry(Path file) throws IOException {
        return new Entry(file, Files.getLastModifiedTime(file).toInstant());
    }
}
