package org.jibao.reading.book;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.usermodel.DVConstraint;
import org.apache.poi.hssf.usermodel.HSSFDataValidation;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Columns;
import org.jibao.reading.book.SourceBook.LeftOut;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.xls.XlsProperties;
import org.jibao.reading.xls.XlsStream;
import org.jspecify.annotations.Nullable;

/** Reads an {@code .xls} as it looks, with POI's model of the whole workbook. The only place where a slip needs POI to read. */
final class XlsBook {

    private static final int COLUMNS = 256;
    private static final int MODEL = 2;
    private static final List<PageMargin> MARGINS = List.of(
            PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM, PageMargin.HEADER, PageMargin.FOOTER);

    private final HSSFWorkbook workbook;
    private final XlsBookCells cells;
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);

    private XlsBook(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.cells = new XlsBookCells(workbook);
    }

    static SourceBook read(DirectoryNode root, Budget budget) throws IOException {
        XlsStream stream = XlsStream.of(root);
        budget.expectCells(stream.cells() + stream.blanks(), MODEL);
        try (HSSFWorkbook workbook = new HSSFWorkbook(stream.alone().getRoot(), false)) {
            XlsBook book = new XlsBook(workbook);
            if (root.getEntryNames().stream()
                    .anyMatch(name -> name.toUpperCase(java.util.Locale.ROOT).contains("VBA"))) {
                book.leftOut.add(LeftOut.MACROS);
            }
            List<Sheet> sheets = book.sheets(stream);
            return new SourceBook(
                    sheets,
                    new XlsBookStyles(workbook).styles(),
                    workbook.getInternalWorkbook().isUsing1904DateWindowing(),
                    BookMark.of(XlsProperties.of(root)),
                    book.leftOut,
                    Set.of());
        }
    }

    /** Names stand in the list, which may be longer than the sheets that POI makes. */
    private List<Sheet> sheets(XlsStream stream) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        InternalWorkbook names = workbook.getInternalWorkbook();
        for (int listed = 0; listed < stream.listed(); listed++) {
            int model = stream.modelOf(listed);
            if (model >= 0 && model < workbook.getNumberOfSheets()) {
                boolean hidden = names.isSheetHidden(listed) || names.isSheetVeryHidden(listed);
                sheets.add(sheet(names.getSheetName(listed), hidden, workbook.getSheetAt(model)));
            }
        }
        if (sheets.isEmpty()) {
            throw new IOException("no sheet");
        }
        if (cells.lostFormula()) {
            leftOut.add(LeftOut.FORMULAS);
        }
        return sheets;
    }

    private Sheet sheet(String name, boolean hidden, HSSFSheet sheet) {
        note(sheet);
        List<Block> merged =
                sheet.getMergedRegions().stream().map(XlsBook::block).toList();
        return new Sheet(name, hidden, columns(sheet), cells.rows(sheet), merged, XlsBookRules.of(sheet), page(sheet));
    }

    private void note(HSSFSheet sheet) {
        if (!sheet.getHyperlinkList().isEmpty()) {
            leftOut.add(LeftOut.HYPERLINKS);
        }
        if (sheet.getSheetConditionalFormatting().getNumConditionalFormattings() > 0) {
            leftOut.add(LeftOut.CONDITIONS);
        }
        if (!sheet.getCellComments().isEmpty()) {
            leftOut.add(LeftOut.COMMENTS);
        } else if (sheet.getDrawingEscherAggregate() != null) {
            leftOut.add(LeftOut.PICTURES);
        }
        boolean names = workbook.getAllNames().stream()
                .anyMatch(one -> !one.getNameName().startsWith("_xlnm")
                        && !one.getNameName().startsWith("Print_"));
        if (names) {
            leftOut.add(LeftOut.NAMES);
        }
    }

    static Block block(CellRangeAddress range) {
        return new Block(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(), range.getLastColumn());
    }

    /** Small programs leave out the records of columns. */
    private static List<Columns> columns(HSSFSheet sheet) {
        List<Columns> columns = new ArrayList<>();
        try {
            for (int column = 0; column < COLUMNS; column++) {
                double width = sheet.getColumnWidth(column) / 256.0;
                boolean hidden = sheet.isColumnHidden(column) || width == 0;
                boolean usual = Math.abs(width - sheet.getDefaultColumnWidth()) < 0.01;
                var style = sheet.getColumnStyle(column);
                if (hidden || !usual || style != null) {
                    columns.add(new Columns(
                            column, column, width == 0 ? null : width, hidden, style == null ? -1 : style.getIndex()));
                }
            }
        } catch (NullPointerException noRecordsOfColumns) {
            return List.of();
        }
        return columns;
    }

    private Page page(HSSFSheet sheet) {
        PaneInformation pane = sheet.getPaneInformation();
        boolean frozen = pane != null && pane.isFreezePane();
        PrintSetup print = sheet.getPrintSetup();
        return new Page(
                sheet.isDisplayGridlines(),
                sheet.getProtect(),
                Set.of(),
                frozen ? pane.getHorizontalSplitTopRow() : 0,
                frozen ? pane.getVerticalSplitLeftColumn() : 0,
                print.getLandscape(),
                print.getPaperSize(),
                sheet.getFitToPage(),
                print.getFitWidth(),
                print.getFitHeight(),
                print.getScale(),
                sheet.getHorizontallyCenter(),
                MARGINS.stream().map(sheet::getMargin).toList(),
                (double) sheet.getDefaultRowHeightInPoints(),
                null,
                area(sheet),
                repeated(sheet.getRepeatingRows()),
                repeated(sheet.getRepeatingColumns()));
    }

    private @Nullable Block area(HSSFSheet sheet) {
        try {
            String area = workbook.getPrintArea(workbook.getSheetIndex(sheet));
            return area == null ? null : BookSheet.block(area.substring(area.lastIndexOf('!') + 1));
        } catch (RuntimeException notAnArea) {
            return null;
        }
    }

    private static @Nullable Block repeated(@Nullable CellRangeAddress range) {
        return range == null ? null : block(range);
    }

    /** What the cells of an {@code .xls} take. */
    static final class XlsBookRules {

        private static final List<String> KINDS =
                List.of("none", "whole", "decimal", "list", "date", "time", "textLength", "custom");
        private static final List<String> OPERATORS = List.of(
                "between",
                "notBetween",
                "equal",
                "notEqual",
                "greaterThan",
                "lessThan",
                "greaterThanOrEqual",
                "lessThanOrEqual");
        private static final List<String> STYLES = List.of("stop", "warning", "information");

        private XlsBookRules() {}

        /** None where POI does not understand one of them. */
        static List<Rule> of(HSSFSheet sheet) {
            try {
                List<Rule> rules = new ArrayList<>();
                sheet.getDataValidations().forEach(one -> rules.add(rule(one)));
                return rules;
            } catch (RuntimeException notUnderstood) {
                return List.of();
            }
        }

        private static Rule rule(HSSFDataValidation one) {
            DVConstraint constraint = one.getConstraint();
            List<Block> cells = new ArrayList<>();
            for (CellRangeAddress range : one.getRegions().getCellRangeAddresses()) {
                cells.add(XlsBook.block(range));
            }
            String[] words = constraint.getExplicitListValues();
            return new Rule(
                    cells,
                    at(KINDS, constraint.getValidationType()),
                    at(OPERATORS, constraint.getOperator()),
                    words == null
                            ? side(constraint.getFormula1(), constraint.getValue1())
                            : '"' + String.join(",", words) + '"',
                    side(constraint.getFormula2(), constraint.getValue2()),
                    one.getEmptyCellAllowed(),
                    !one.getSuppressDropDownArrow(),
                    one.getShowErrorBox(),
                    at(STYLES, one.getErrorStyle()),
                    List.of(
                            one.getShowPromptBox() ? text(one.getPromptBoxTitle()) : "",
                            one.getShowPromptBox() ? text(one.getPromptBoxText()) : "",
                            text(one.getErrorBoxTitle()),
                            text(one.getErrorBoxText())));
        }

        private static String at(List<String> words, int number) {
            return number >= 0 && number < words.size() ? words.get(number) : "";
        }

        private static String side(@Nullable String formula, @Nullable Double value) {
            return formula != null ? formula : value == null ? "" : String.valueOf(value);
        }

        private static String text(@Nullable String words) {
            return words == null ? "" : words;
        }
    }
}
