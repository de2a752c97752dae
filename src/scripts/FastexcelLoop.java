import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The fastest plain reader of .xlsx beside which {@code benchmark} runs Jibao: adds up every number in every workbook of a
 * folder by fastexcel-reader, which Jibao itself does not use. Argument: the folder.
 */
public final class FastexcelLoop {

    private long numbers;
    private double sum;

    private FastexcelLoop() {}

    public static void main(String[] arguments) throws IOException {
        FastexcelLoop loop = new FastexcelLoop();
        long start = System.nanoTime();
        List<Path> files;
        try (Stream<Path> paths = Files.list(Path.of(arguments[0]))) {
            files = paths.filter(path -> path.toString().endsWith(".xlsx")).sorted().toList();
        }
        for (Path file : files) {
            loop.read(file.toFile());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d files, %d numbers, sum %.1f, %.2f s%n", files.size(), loop.numbers, loop.sum, seconds);
    }

    private void read(File file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> row.forEach(this::take));
                }
            }
        }
    }

    private void take(Cell cell) {
        if (cell != null && cell.getType() == CellType.NUMBER) {
            numbers++;
            sum += cell.asNumber().doubleValue();
        }
    }
}
