package org.jibao.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * The loop that most people would write: every cell of every workbook of a folder by Apache POI's user model, adding up
 * what it sees. Argument: the folder.
 */
public final class PoiLoop {

    private long cells;
    private double sum;
    private long letters;
    private long dates;

    private PoiLoop() {}

    public static void main(String[] arguments) throws IOException {
        PoiLoop loop = new PoiLoop();
        long start = System.nanoTime();
        List<Path> files = workbooks(Path.of(arguments[0]));
        for (Path file : files) {
            loop.read(file.toFile());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d files, %d cells, sum %.1f, %d dates, %d letters, %.2f s%n",
                files.size(),
                loop.cells,
                loop.sum,
                loop.dates,
                loop.letters,
                seconds);
    }

    private static List<Path> workbooks(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
    }

    private void read(File file) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(file, null, true)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        take(cell);
                    }
                }
            }
        }
    }

    private void take(Cell cell) {
        cells++;
        switch (cell.getCellType()) {
            case NUMERIC -> {
                sum += cell.getNumericCellValue();
                dates += DateUtil.isCellDateFormatted(cell) ? 1 : 0;
            }
            case STRING -> letters += cell.getStringCellValue().length();
            default -> {}
        }
    }
}
