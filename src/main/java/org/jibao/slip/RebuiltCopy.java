package org.jibao.slip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.finding.ReturnSlip;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Run;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.slip.CopiedSheet.CopiedRules;
import org.jibao.workbook.ReproducibleZip;

/**
 * A workbook of our own that shows what the unit's file shows, with our marks. It is made from nothing: of the file it
 * has cells, formats, sizes and formulas that {@link SafeFormulas} lets through, and no part of its package.
 */
final class RebuiltCopy {

    private final Slip slip;
    private final SourceBook book;
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);

    private RebuiltCopy(Slip slip, SourceBook book) {
        this.slip = slip;
        this.book = book;
        this.leftOut.addAll(book.leftOut());
    }

    static byte[] of(Slip slip, SourceBook book) throws IOException {
        return new RebuiltCopy(slip, book).written();
    }

    private byte[] written() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            List<Sheet> sheets = sheets();
            XSSFSheet list = workbook.createSheet(freeName(sheets));
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(book.date1904());
            copy(workbook, sheets);
            new CellMarks(workbook, slip.words()).add(slip.findings());
            String left = SlipWords.leftOut(leftOut, book.emptied(), slip.languages());
            SlipWords words = slip.words();
            String guide = words.colours(slip.findings()) + words.between() + words.say("slip.send-back");
            new ListSheet(workbook, list, words).fill(slip, guide, List.of(left));
            workbook.setActiveSheet(0);
            describe(workbook);
            workbook.write(bytes);
            return ReproducibleZip.of(bytes.toByteArray());
        }
    }

    /** Without the list of an earlier slip, which brought the marks that the file has with it. */
    private List<Sheet> sheets() {
        List<Sheet> sheets =
                book.sheets().stream().filter(sheet -> !isEarlierList(sheet)).toList();
        if (sheets.size() < book.sheets().size()) {
            leftOut.removeAll(Set.of(LeftOut.COMMENTS, LeftOut.CONDITIONS, LeftOut.HYPERLINKS));
        }
        return sheets;
    }

    private static boolean isEarlierList(Sheet sheet) {
        boolean ours = sheet.rows().stream()
                .filter(row -> row.index() == 0)
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.column() == 0 && ReturnSlip.isList(cell.text()));
        return ours && ReturnSlip.isList(sheet.name());
    }

    /** A unit's own sheet of that name stays what it is. */
    private String freeName(List<Sheet> sheets) {
        List<String> taken = sheets.stream().map(Sheet::name).toList();
        String list = ReturnSlip.list(slip.words().language());
        String name = list;
        for (int number = 2; taken.contains(name); number++) {
            name = list + " (" + number + ")";
        }
        return name;
    }

    private void copy(XSSFWorkbook workbook, List<Sheet> sheets) {
        List<XSSFSheet> own = new ArrayList<>();
        sheets.forEach(sheet -> own.add(workbook.createSheet(sheet.name())));
        CopiedStyles styles = new CopiedStyles(workbook, book.styles());
        SafeFormulas formulas = new SafeFormulas(workbook);
        for (int number = 0; number < sheets.size(); number++) {
            Sheet sheet = sheets.get(number);
            CopiedCells cells = new CopiedCells(own.get(number), styles, formulas);
            for (Row row : sheet.rows()) {
                cells.write(row);
            }
            if (cells.lostFormulas() > 0) {
                leftOut.add(LeftOut.FORMULAS);
            }
            if (!new CopiedRules(own.get(number), formulas).write(sheet.rules())) {
                leftOut.add(LeftOut.VALIDATIONS);
            }
        }
        for (int number = 0; number < sheets.size(); number++) {
            new CopiedSheet(own.get(number), styles).write(sheets.get(number));
            if (sheets.get(number).hidden()) {
                workbook.setSheetVisibility(workbook.getSheetIndex(own.get(number)), SheetVisibility.HIDDEN);
            }
        }
    }

    /** Our own words and dates; a template's mark, by which the reader knows whose return it is, stays. */
    private void describe(XSSFWorkbook workbook) throws IOException {
        try {
            ListSheet.describe(workbook.getPackage().getPackageProperties(), slip);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        for (Map.Entry<String, String> mark : book.mark().entrySet()) {
            workbook.getProperties().getCustomProperties().addProperty(mark.getKey(), mark.getValue());
        }
    }

    /** Writes the cells of a file into a sheet of our own. */
    static final class CopiedCells {

        private static final int LONGEST = 32_767;
        private static final double TALLEST = 409;

        /** With what a program may take a text for a formula, once somebody has touched the cell. */
        private static final String ACTIVE = "=+-@\t\r＝＋－＠";

        /** What a workbook would take for an escaped character. */
        private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

        private final XSSFSheet sheet;
        private final int place;
        private final CopiedStyles styles;
        private final SafeFormulas formulas;
        private int lostFormulas;

        CopiedCells(XSSFSheet sheet, CopiedStyles styles, SafeFormulas formulas) {
            this.sheet = sheet;
            this.place = sheet.getWorkbook().getSheetIndex(sheet);
            this.styles = styles;
            this.formulas = formulas;
        }

        /** How many formulas are values now. */
        int lostFormulas() {
            return lostFormulas;
        }

        void write(Row row) {
            XSSFRow own = sheet.createRow(row.index());
            if (row.height() != null) {
                own.setHeightInPoints((float) Math.min(TALLEST, Math.max(1, row.height())));
            }
            if (row.hidden()) {
                own.setZeroHeight(true);
            }
            row.cells().forEach(cell -> write(own, cell));
        }

        private void write(XSSFRow row, Cell cell) {
            XSSFCell own = row.createCell(cell.column());
            boolean quoted = cell.kind() == Kind.TEXT
                    && cell.text().length() > 1
                    && ACTIVE.indexOf(cell.text().charAt(0)) >= 0;
            XSSFCellStyle style = styles.of(cell.style(), quoted);
            if (style != null) {
                own.setCellStyle(style);
            }
            if (cell.formula() != null) {
                String formula = formulas.of(cell.formula(), place, row.getRowNum());
                if (formula == null) {
                    lostFormulas++;
                } else {
                    own.setCellFormula(formula);
                }
            }
            write(own, cell);
        }

        private void write(XSSFCell own, Cell cell) {
            switch (cell.kind()) {
                case NUMBER -> {
                    own.setCellValue(Double.parseDouble(cell.text()));
                    own.getCTCell().setV(cell.text()); // all the digits that were stored
                }
                case TEXT -> own.setCellValue(text(cell));
                case TRUTH -> own.setCellValue(cell.text().equals("1"));
                case ERROR -> own.setCellErrorValue(error(cell.text()));
                case BLANK -> {}
            }
        }

        private XSSFRichTextString text(Cell cell) {
            XSSFRichTextString text = new XSSFRichTextString();
            if (cell.runs().isEmpty() || cell.text().length() > LONGEST) {
                text.setString(written(
                        cell.text().substring(0, Math.min(LONGEST, cell.text().length()))));
                return text;
            }
            for (Run run : cell.runs()) {
                if (run.font() == null) {
                    text.append(written(run.text()));
                } else {
                    text.append(written(run.text()), styles.font(run.font()));
                }
            }
            return text;
        }

        private static String written(String text) {
            return text.indexOf("_x") < 0 ? text : LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
        }

        private static FormulaError error(String name) {
            try {
                return FormulaError.forString(name);
            } catch (IllegalArgumentException ofALaterExcel) {
                return FormulaError.VALUE;
            }
        }
    }
}
