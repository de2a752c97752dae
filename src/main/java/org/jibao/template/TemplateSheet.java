package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.workbook.TextWidth;

/** A sheet that is being filled: texts in tones, over one cell or several, in rows as high as their texts need. */
final class TemplateSheet {

    /** Pixels between a text and the edges of its cell. */
    static final int PADDING = 14;

    private static final double LEAST_POINTS = 20;
    private static final double LINE = 1.5;
    private static final double TALLEST = 409;
    private static final float PIXELS_PER_CHARACTER = 7f;
    private static final int WIDEST = 255 * 256;

    private final XSSFSheet sheet;
    private final TemplateStyles tones;
    private final TextWidth text;
    private final List<Integer> widths;
    private final TreeMap<Integer, Double> heights = new TreeMap<>();
    private final List<Need> needs = new ArrayList<>();

    /** Rows that together must be so high. */
    private record Need(int first, int last, double points) {}

    /** @param widths of the columns in pixels */
    TemplateSheet(XSSFSheet sheet, TemplateStyles tones, TextWidth text, List<Integer> widths) {
        this.sheet = sheet;
        this.tones = tones;
        this.text = text;
        this.widths = widths;
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, Math.min(WIDEST, Math.round(widths.get(column) * 256 / PIXELS_PER_CHARACTER)));
        }
    }

    XSSFSheet sheet() {
        return sheet;
    }

    int lastColumn() {
        return widths.size() - 1;
    }

    int width() {
        return width(widths.size());
    }

    /** Of the first columns. */
    int width(int columns) {
        return widths.subList(0, columns).stream().mapToInt(Integer::intValue).sum();
    }

    /** The column in which a place lies, in pixels from the left edge. */
    int columnAt(double pixels) {
        int column = 0;
        for (double left = pixels - widths.get(0); left > 0 && column < lastColumn(); column++) {
            left -= widths.get(column + 1);
        }
        return column;
    }

    /** Pixels that a text in the small size needs on one line. */
    double room(String words) {
        return text.pixels(words, TemplateStyles.BODY) + PADDING;
    }

    XSSFCell put(int row, int column, String words, Tone tone) {
        return span(row, row, column, column, words, tone);
    }

    /** A text over a rectangle of cells, all in its tone. */
    XSSFCell span(int firstRow, int lastRow, int firstColumn, int lastColumn, String words, Tone tone) {
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                cell(row, column).setCellStyle(tones.of(tone));
            }
        }
        if (firstRow < lastRow || firstColumn < lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
        XSSFCell cell = cell(firstRow, firstColumn);
        cell.setCellValue(words);
        double points = cell.getCellStyle().getFont().getFontHeightInPoints();
        double room = widths.subList(firstColumn, lastColumn + 1).stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                - PADDING;
        int lines = cell.getCellStyle().getWrapText() ? text.lines(words, points, room) : 1;
        needs.add(new Need(firstRow, lastRow, lines * points * LINE + 5));
        return cell;
    }

    /** A cell that holds nothing or a number, in its style. */
    XSSFCell open(int row, int column, Tone tone, String pattern) {
        XSSFCell cell = cell(row, column);
        cell.setCellStyle(tones.of(tone, pattern));
        heights.merge(row, LEAST_POINTS, Math::max);
        return cell;
    }

    void space(int row, double points) {
        row(row);
        heights.put(row, points);
    }

    /** Gives every row the height that its texts need; a text over several rows widens the last of them. */
    void fitHeights() {
        for (Need need : needs) {
            for (int row = need.first(); row <= need.last(); row++) {
                heights.putIfAbsent(row, LEAST_POINTS);
            }
            if (need.first() == need.last()) {
                heights.merge(need.first(), need.points(), Math::max);
            }
        }
        for (Need need : needs) {
            double given = heights.subMap(need.first(), true, need.last(), true).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (given < need.points()) {
                heights.merge(need.last(), need.points() - given, Double::sum);
            }
        }
        heights.forEach((row, points) -> row(row).setHeightInPoints((float) Math.min(TALLEST, points)));
    }

    private XSSFCell cell(int row, int column) {
        XSSFCell known = row(row).getCell(column);
        return known == null ? row(row).createCell(column) : known;
    }

    private XSSFRow row(int row) {
        XSSFRow known = sheet.getRow(row);
        return known == null ? sheet.createRow(row) : known;
    }
}
