package org.jibao.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one kind in the folder of logs, {@code jibao.2026-10-20.0.log}: by the day, then counted. A file keeps its
 * name for good, so that other processes may write to it too and a log collector never loses it.
 */
record LogFolder(Path path, String ending) {

    private static final Pattern NAME = Pattern.compile("jibao\\.(\\d{4}-\\d{2}-\\d{2})\\.(\\d{1,9})\\.(\\w+)");

    /** A file of this kind. */
    record Kept(Path path, LocalDate day, int number) {}

    Kept file(LocalDate day, int number) {
        return new Kept(path.resolve("jibao." + day + "." + number + "." + ending), day, number);
    }

    /** The newest one first; what is named otherwise is not ours. */
    List<Kept> files() throws IOException {
        try (Stream<Path> paths = Files.list(path)) {
            return paths.flatMap(file -> kept(file).stream())
                    .sorted(Comparator.comparing(Kept::day)
                            .thenComparing(Kept::number)
                            .reversed())
                    .toList();
        }
    }

    private Optional<Kept> kept(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !name.group(3).equals(ending)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Kept(file, LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /**
     * Removes what is too old and what there is too much of; never the newest file.
     *
     * @param files the newest one first
     */
    static void tidy(List<Kept> files, LocalDate today, LogRetention room) throws IOException {
        long all = 0;
        boolean newest = true;
        for (Kept file : files) {
            all += size(file.path());
            if (!newest && (all > room.all() || file.day().isBefore(today.minusDays(room.days())))) {
                Files.deleteIfExists(file.path());
            }
            newest = false;
        }
    }

    /** 0 where there is none, or another process has just removed it. */
    static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }
}
