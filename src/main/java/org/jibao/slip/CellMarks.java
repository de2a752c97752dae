package org.jibao.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jibao.finding.Language;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jspecify.annotations.Nullable;

/** Colours and comments the faulty cells of a workbook. No cell's value or style is touched, and none is added. */
final class CellMarks {

    /** Of an entry so many cells are coloured. */
    private static final int MOST_IN_ROW = 20;

    private final Workbook workbook;
    private final SlipWords words;
    private final Colours colours;
    private final Comments comments;
    private final Set<String> coloured = new HashSet<>();
    private final Map<String, Map<CellReference, StringBuilder>> texts = new LinkedHashMap<>();

    CellMarks(Workbook workbook, SlipWords words) {
        this.words = words;
        this.workbook = workbook;
        this.colours = new Colours();
        this.comments = new Comments(workbook);
    }

    /** Marks what these findings say. */
    void add(List<SlipFinding> findings) {
        findings.stream()
                .filter(finding -> finding.isFault() || finding.isProbable())
                .forEach(finding -> mark(finding, findings));
        texts.forEach((sheet, cells) ->
                cells.forEach((cell, text) -> comments.add(workbook.getSheet(sheet), cell, text.toString())));
    }

    private void mark(SlipFinding finding, List<SlipFinding> all) {
        Map<Sheet, List<CellReference>> cells = new LinkedHashMap<>();
        boolean first = true;
        for (Place place : finding.cells()) {
            Sheet sheet = workbook.getSheet(place.sheet());
            if (sheet == null) {
                continue; // the sheet of a form that the file does not have
            }
            CellReference cell = new CellReference(place.cell());
            List<CellReference> marked = finding.wholeRow() ? row(sheet, cell) : List.of(cell);
            cells.computeIfAbsent(sheet, one -> new ArrayList<>()).addAll(marked);
            write(sheet, marked.get(0), first ? full(finding) : beside(finding));
            first = false;
        }
        cells.forEach((sheet, marked) -> colour(sheet, marked, watched(sheet, marked, finding, all), finding));
    }

    /**
     * The cells whose change takes the colour away. What is probably at fault is mended as well where another cell is
     * changed.
     */
    private static List<CellReference> watched(
            Sheet sheet, List<CellReference> marked, SlipFinding finding, List<SlipFinding> all) {
        if (!finding.isProbable()) {
            return marked;
        }
        Set<CellReference> watched = new LinkedHashSet<>(marked);
        all.stream()
                .filter(other -> other.isFault() && other.cells().stream().anyMatch(finding.probable()::contains))
                .flatMap(other -> other.cells().stream())
                .filter(place -> sheet.getSheetName().equals(place.sheet()))
                .forEach(place -> watched.add(new CellReference(place.cell())));
        return watched.size() > Unchanged.MOST ? marked : List.copyOf(watched);
    }

    /** The cells of an entry that hold something; the given one where none does. */
    private static List<CellReference> row(Sheet sheet, CellReference first) {
        List<CellReference> cells = new ArrayList<>();
        Row row = sheet.getRow(first.getRow());
        if (row != null) {
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK && cells.size() < MOST_IN_ROW) {
                    cells.add(new CellReference(cell.getRowIndex(), cell.getColumnIndex()));
                }
            }
        }
        return cells.isEmpty() ? List.of(first) : cells;
    }

    /** A cell keeps the colour of its first finding: an old Excel knows one set of conditions a cell. */
    private void colour(Sheet sheet, List<CellReference> cells, List<CellReference> watched, SlipFinding finding) {
        List<CellReference> fresh = cells.stream()
                .filter(cell -> coloured.add(sheet.getSheetName() + "!" + cell.formatAsString()))
                .toList();
        if (!fresh.isEmpty()) {
            colours.add(sheet, fresh, Unchanged.formula(sheet, watched, words.language()), finding);
        }
    }

    private void write(Sheet sheet, CellReference cell, String text) {
        texts.computeIfAbsent(sheet.getSheetName(), name -> new LinkedHashMap<>())
                .computeIfAbsent(cell, one -> new StringBuilder(words.say("slip.mark")))
                .append('\n')
                .append(text);
    }

    private String full(SlipFinding finding) {
        String sides = words.sides(finding);
        return words.say("mark.what", words.severity(finding), finding.message())
                + (sides.isEmpty() ? "" : "\n" + sides)
                + "\n"
                + words.say("mark.cure", finding.cure());
    }

    private String beside(SlipFinding finding) {
        String cell = finding.place().cell();
        return cell == null
                ? words.say("mark.also", finding.message())
                : words.say("mark.with", cell, finding.message());
    }

    static @Nullable Cell cell(Sheet sheet, CellReference place) {
        Row row = sheet.getRow(place.getRow());
        return row == null ? null : row.getCell(place.getCol());
    }

    /**
     * Colours cells by conditional formats: the cells' own formats stay as they are under them, and come back by
     * themselves.
     */
    static final class Colours {

        private static final byte[] ERROR = {(byte) 0xFF, (byte) 0xC7, (byte) 0xCE};
        private static final byte[] WARNING = {(byte) 0xFF, (byte) 0xEB, (byte) 0x9C};

        /** Told from the others in print, too: darker, and its figure bold. */
        private static final byte[] PROBABLE = {(byte) 0xF4, (byte) 0x9A, (byte) 0x9A};

        void add(Sheet sheet, List<CellReference> cells, String formula, SlipFinding finding) {
            SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
            ConditionalFormattingRule rule = formats.createConditionalFormattingRule(formula);
            PatternFormatting fill = rule.createPatternFormatting();
            fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
            fill.setFillBackgroundColor(new XSSFColor(colour(finding), null));
            if (finding.isProbable()) {
                rule.createFontFormatting().setFontStyle(false, true);
            }
            formats.addConditionalFormatting(ranges(cells), rule);
        }

        private static byte[] colour(SlipFinding finding) {
            if (finding.isProbable()) {
                return PROBABLE;
            }
            return finding.severity() == Severity.ERROR ? ERROR : WARNING;
        }

        private static CellRangeAddress[] ranges(List<CellReference> cells) {
            return cells.stream()
                    .map(cell -> new CellRangeAddress(cell.getRow(), cell.getRow(), cell.getCol(), cell.getCol()))
                    .toArray(CellRangeAddress[]::new);
        }
    }

    /** Writes comments, one a cell. */
    static final class Comments {

        private static final int LONGEST = 4000;
        private static final int COLUMNS = 4;
        private static final int CHARACTERS_A_LINE = 36;

        private final Workbook workbook;
        private final Map<Sheet, Drawing<?>> drawings = new HashMap<>();

        Comments(Workbook workbook) {
            this.workbook = workbook;
        }

        void add(Sheet sheet, CellReference cell, String text) {
            String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
            create(sheet, cell, cut);
        }

        private void create(Sheet sheet, CellReference cell, String text) {
            Drawing<?> drawing = drawings.computeIfAbsent(sheet, Comments::drawing);
            Comment comment = drawing.createCellComment(anchor(sheet, cell, text));
            comment.setAddress(cell.getRow(), cell.getCol());
            comment.setString(text(text));
            comment.setAuthor("Jibao");
        }

        private static Drawing<?> drawing(Sheet sheet) {
            Drawing<?> there = sheet.getDrawingPatriarch();
            return there == null ? sheet.createDrawingPatriarch() : there;
        }

        /**
         * Right of the cell and high enough for its text, inside the sheet. In an open package a comment first belongs
         * to the cell where its box begins, which may have one already: there the box begins at the right edge of the
         * cell itself.
         */
        private ClientAnchor anchor(Sheet sheet, CellReference cell, String text) {
            SpreadsheetVersion version = workbook.getSpreadsheetVersion();
            int lines = 2
                    + text.lines()
                            .mapToInt(line -> 1 + 2 * line.length() / CHARACTERS_A_LINE)
                            .sum();
            int left = cell.getCol();
            int top = cell.getRow();
            ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
            anchor.setCol1(left);
            anchor.setDx1((int) sheet.getColumnWidthInPixels(left) * Units.EMU_PER_PIXEL);
            anchor.setCol2(Math.min(left + 1 + COLUMNS, version.getLastColumnIndex()));
            anchor.setRow1(top);
            anchor.setRow2(Math.min(bottom(sheet, top, lines), version.getLastRowIndex()));
            return anchor;
        }

        private static int bottom(Sheet sheet, int top, int lines) {
            float points = lines * 13f;
            int row = top;
            while (points > 0 && row < top + lines) {
                Row there = sheet.getRow(row);
                points -= there == null ? sheet.getDefaultRowHeightInPoints() : there.getHeightInPoints();
                row++;
            }
            return row;
        }

        private RichTextString text(String text) {
            return workbook.getCreationHelper().createRichTextString(text);
        }
    }

    /** A formula that is true while cells hold what they held when the slip was made. */
    static final class Unchanged {

        /** Always true; by it our formats are known again. */
        private static final String MARK = "N(\"退回\")=0";

        private static final String LATIN_MARK = "N(\"slip\")=0";

        /** As many arguments as an old Excel's AND takes, less the mark. */
        private static final int MOST = 29;

        /** The longest text in a formula. */
        private static final int LONGEST = 255;

        private Unchanged() {}

        /** The formula, without the equals sign. Where it cannot be said of a cell, that cell counts as unchanged. */
        static String formula(Sheet sheet, List<CellReference> cells, Language language) {
            String mark = language == Language.ZH ? MARK : LATIN_MARK;
            List<String> terms = new ArrayList<>();
            terms.add(mark);
            for (CellReference place : cells) {
                String term = term(place, CellMarks.cell(sheet, place));
                if (term != null) {
                    terms.add(term);
                }
            }
            return terms.size() == 1 || terms.size() > MOST ? mark : "AND(" + String.join(",", terms) + ")";
        }

        private static @Nullable String term(CellReference place, @Nullable Cell cell) {
            String reference = new CellReference(place.getRow(), place.getCol(), true, true).formatAsString();
            if (cell == null || cell.getCellType() == CellType.BLANK) {
                return "ISBLANK(" + reference + ")";
            }
            boolean formula = cell.getCellType() == CellType.FORMULA;
            return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
                case NUMERIC -> number(reference, cell.getNumericCellValue(), formula);
                case STRING -> text(reference, cell.getStringCellValue());
                case BOOLEAN -> reference + "=" + (cell.getBooleanCellValue() ? "TRUE" : "FALSE");
                case ERROR -> "ISERROR(" + reference + ")";
                default -> null;
            };
        }

        /** A formula that was never calculated says 0, and is calculated as soon as it is looked at. */
        private static @Nullable String number(String reference, double value, boolean formula) {
            if (formula && value == 0) {
                return null;
            }
            String number = BigDecimal.valueOf(value).toPlainString();
            return value == Math.rint(value)
                    ? reference + "=" + number
                    : "ABS(" + reference + "-(" + number + "))<0.000001";
        }

        private static @Nullable String text(String reference, String text) {
            boolean sayable = text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
            return sayable ? "EXACT(" + reference + ",\"" + text.replace("\"", "\"\"") + "\")" : null;
        }
    }
}
