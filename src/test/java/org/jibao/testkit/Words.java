package org.jibao.testkit;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** Every filled cell of a workbook, to be searched for words. */
final class Words {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("/|-|—|N/A|不适用|");

    private final Map<Spot, Object> cells = new LinkedHashMap<>();

    Words(Workbook workbook) {
        for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
            Sheet sheet = workbook.getSheetAt(s);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    keep(new Spot(s, cell.getRowIndex(), cell.getColumnIndex()), cell);
                }
            }
        }
    }

    private void keep(Spot spot, Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        switch (type) {
            case NUMERIC -> cells.put(spot, BigDecimal.valueOf(cell.getNumericCellValue()));
            case STRING -> cells.put(spot, cell.getStringCellValue());
            case BLANK -> {}
            default -> throw new IllegalStateException(spot + " holds " + type);
        }
    }

    String text(Spot spot) {
        return String.valueOf(cells.getOrDefault(spot, ""));
    }

    Spot first(String words) {
        return find(words, spot -> true);
    }

    Spot on(int sheet, String words) {
        return find(words, spot -> spot.sheet() == sheet);
    }

    /** A word in whose line another stands: tells 类别 over a table from 类别 over the register. */
    Spot cornerOf(String words, String companion) {
        return find(words, spot -> spots(companion).anyMatch(other -> sameLine(spot, other)));
    }

    Spot inLine(Spot line, String words) {
        return find(words, spot -> sameLine(spot, line));
    }

    Spot below(Spot top, String words) {
        return find(words, spot -> isBelow(spot, top));
    }

    int countBelow(Spot top, String words) {
        return (int) spots(words).filter(spot -> isBelow(spot, top)).count();
    }

    /** Empty where the cell is empty or says that nothing applies. */
    Optional<BigDecimal> number(Spot spot) {
        Object content = cells.getOrDefault(spot, "");
        if (content instanceof BigDecimal number) {
            return Optional.of(number);
        }
        String text = Normalizer.normalize(content.toString(), Normalizer.Form.NFKC)
                .strip()
                .replace(",", "")
                .replaceFirst("[条件次]+$", "");
        if (NO_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalStateException(spot + " holds no number: " + content);
        }
        return Optional.of(new BigDecimal(text));
    }

    private static boolean sameLine(Spot one, Spot another) {
        return one.sheet() == another.sheet() && one.row() == another.row();
    }

    private static boolean isBelow(Spot spot, Spot top) {
        return spot.sheet() == top.sheet() && spot.column() == top.column() && spot.row() > top.row();
    }

    private Spot find(String words, Predicate<Spot> where) {
        return spots(words).filter(where).findFirst().orElseThrow(() -> new IllegalStateException("found no " + words));
    }

    private Stream<Spot> spots(String words) {
        return cells.entrySet().stream()
                .filter(entry -> entry.getValue().equals(words))
                .map(Map.Entry::getKey);
    }
}
