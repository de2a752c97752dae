package org.jibao.reading.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jibao.reading.ReadingComparison;
import org.jibao.testkit.generated.GeneratedWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes workbooks from seeds that follow each other, and compares what the readers give for each with what was written, with
 * POI's user model, and with each other. Ends at the first difference and keeps the file.
 *
 * <p>Arguments: how many, the first seed, and {@code all} to go on after differences. Run from the project's folder.
 */
public final class Differential {

    private static final int BETWEEN_REPORTS = 500;

    /** What POI's user model reads otherwise than Excel does, or not at all; what was written is then the only measure. */
    private static final Map<String, String> WHERE_POI_DIFFERS = Map.of(
            "STREAM Book", "POI takes the name for that of an older format",
            "SHEETS SHUFFLED", "POI takes sheets in the order in which they lie, not by their places",
            "ISO DATES", "POI knows no cells of this type",
            "SPLIT_ROWS", "POI keeps the last of several rows of one number",
            "SPACES_IN_VALUES", "POI takes no index of a string with spaces around it");

    private final ReaderPaths paths;
    /** The fast parser does not take it. */
    private static final String ONLY_FALLBACK = "UTF_16";

    private final Path kept;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int workbooks;

    /**
     * @param temporary an empty folder
     * @param kept where a workbook that makes a difference is left
     */
    Differential(Path temporary, Path kept) {
        this.paths = new ReaderPaths(temporary);
        this.kept = kept;
    }

    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.currentTimeMillis();
        boolean all = arguments.length > 2 && arguments[2].equals("all");
        Path temporary = Files.createTempDirectory("jibao-differential");
        Differential differential = new Differential(temporary, Path.of("target", "differential"));
        System.out.println("seed " + seed + ", " + count + " workbooks");
        long began = System.nanoTime();
        int differences = differential.run(seed, count, all);
        System.out.printf(
                "%d differences in %.1f s; %s%n", differences, (System.nanoTime() - began) / 1e9, differential.counts);
        System.exit(differences == 0 ? 0 : 1);
    }

    private int run(long seed, int count, boolean all) throws IOException {
        int differences = 0;
        for (int i = 0; i < count && (all || differences == 0); i++) {
            String difference = difference(seed + i);
            if (difference != null) {
                differences++;
                System.out.println(difference);
            }
            if ((i + 1) % BETWEEN_REPORTS == 0) {
                System.out.println((i + 1) + " of " + count);
            }
        }
        return differences;
    }

    /** How many have been compared. */
    int workbooks() {
        return workbooks;
    }

    /** The first difference that the workbook of a seed makes, in words, or null. */
    @Nullable
    String difference(long seed) throws IOException {
        GeneratedWorkbook workbook = GeneratedWorkbook.of(seed);
        workbooks++;
        counts.merge(workbook.writer(), 1, Integer::sum);
        String difference = difference(workbook);
        if (difference == null) {
            return null;
        }
        Files.createDirectories(kept);
        Path file = Files.write(kept.resolve(workbook.fileName()), workbook.bytes());
        return "seed " + seed + " " + workbook.writer() + " " + workbook.features() + " " + file + "\n  " + difference;
    }

    private @Nullable String difference(GeneratedWorkbook workbook) {
        String difference = poi(workbook);
        if (difference != null) {
            return difference;
        }
        List<SheetCells> read;
        try {
            read = paths.opened(workbook);
        } catch (Exception e) {
            return "not read: " + e;
        }
        difference = ReadingComparison.difference(workbook.sheets(), read);
        return difference == null && workbook.fileName().endsWith("x") ? paths(workbook, read) : difference;
    }

    private @Nullable String paths(GeneratedWorkbook workbook, List<SheetCells> read) {
        try {
            String difference = ReadingComparison.differenceOfPaths(read, paths.patient(workbook));
            if (difference != null) {
                return "read, fallback: " + difference;
            }
            if (workbook.features().contains(ONLY_FALLBACK)) {
                counts.merge("only the fallback", 1, Integer::sum);
                return null;
            }
            difference = ReadingComparison.differenceOfPaths(read, paths.fast(workbook));
            return difference == null ? null : "read, fast: " + difference;
        } catch (Exception e) {
            return "by one path: " + e;
        }
    }

    private @Nullable String poi(GeneratedWorkbook workbook) {
        Set<String> features = workbook.features();
        if (features.stream().anyMatch(WHERE_POI_DIFFERS::containsKey)) {
            counts.merge("without POI", 1, Integer::sum);
            return null;
        }
        try (PoiReading poi =
                PoiReading.of(workbook.bytes(), workbook.fileName().endsWith("s"))) {
            return poi.difference(ReadingComparison.asRead(workbook.sheets()));
        } catch (Exception e) {
            return "POI: " + e;
        }
    }
}
