import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Adds up every number of every sheet of the workbooks in a folder with fastexcel-reader, and prints the sum. */
public final class FastexcelSum {

    private FastexcelSum() {}

    public static void main(String[] arguments) throws IOException {
        double[] sum = {0};
        long[] numbers = {0};
        try (Stream<Path> paths = Files.list(Path.of(arguments[0]))) {
            List<File> files = paths.filter(path -> path.toString().endsWith(".xlsx")).sorted().map(Path::toFile).toList();
            for (File file : files) {
                try (ReadableWorkbook workbook = new ReadableWorkbook(file)) {
                    for (Sheet sheet : workbook.getSheets().toList()) {
                        try (Stream<Row> rows = sheet.openStream()) {
                            rows.forEach(row -> row.forEach(cell -> {
                                if (cell != null && cell.getType() == CellType.NUMBER) {
                                    sum[0] += cell.asNumber().doubleValue();
                                    numbers[0]++;
                                }
                            }));
                        }
                    }
                }
            }
        }
        System.out.println(numbers[0] + " numbers, sum " + sum[0]);
    }
}
