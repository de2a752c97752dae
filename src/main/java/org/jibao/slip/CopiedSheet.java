package org.jibao.slip;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Columns;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;

/** Gives a sheet of our own the columns, merged cells, panes and print set-up of a file's. */
final class CopiedSheet {

    private static final double WIDEST = 255;
    private static final int LAST_ROW = 1_048_575;
    private static final int LAST_COLUMN = 16_383;
    private static final int LARGEST_SCALE = 400;
    private static final int SMALLEST_SCALE = 10;
    private static final int LAST_PAPER = 118;
    private static final List<PageMargin> MARGINS = List.of(
            PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM, PageMargin.HEADER, PageMargin.FOOTER);

    private final XSSFWorkbook workbook;
    private final XSSFSheet own;
    private final CopiedStyles styles;

    CopiedSheet(XSSFSheet own, CopiedStyles styles) {
        this.workbook = own.getWorkbook();
        this.own = own;
        this.styles = styles;
    }

    void write(Sheet sheet) {
        Page page = sheet.page();
        sizes(page);
        columns(sheet.columns());
        for (Block block : sheet.merged()) {
            boolean several = block.top() != block.bottom() || block.left() != block.right();
            if (several && isWithin(block)) {
                own.addMergedRegionUnsafe(range(block));
            }
        }
        view(page);
        print(page);
        protect(page);
    }

    private void sizes(Page page) {
        if (page.defaultHeight() != null && page.defaultHeight() > 0) {
            own.setDefaultRowHeightInPoints(page.defaultHeight().floatValue());
        }
        if (page.defaultWidth() != null && page.defaultWidth() > 0) {
            own.getCTWorksheet().getSheetFormatPr().setDefaultColWidth(Math.min(WIDEST, page.defaultWidth()));
        }
    }

    /** As the blocks they are: POI would write one element for each column. */
    private void columns(List<Columns> columns) {
        CTCols list = own.getCTWorksheet().getColsArray(0);
        int next = 0;
        for (Columns some : columns) {
            if (some.first() < next) {
                continue; // a column has one look
            }
            CTCol column = list.addNewCol();
            column.setMin(some.first() + 1L);
            column.setMax(some.last() + 1L);
            if (some.width() != null) {
                column.setWidth(Math.min(WIDEST, Math.max(0.1, some.width())));
                column.setCustomWidth(true);
            } else {
                column.setWidth(own.getDefaultColumnWidth());
            }
            if (some.hidden()) {
                column.setHidden(true);
            }
            XSSFCellStyle style = styles.of(some.style(), false);
            if (style != null) {
                column.setStyle(style.getIndex());
            }
            next = some.last() + 1;
        }
        if (list.sizeOfColArray() == 0) {
            own.getCTWorksheet().removeCols(0);
        }
    }

    private void view(Page page) {
        own.setDisplayGridlines(page.gridlines());
        boolean frozen = page.frozenRows() > 0 || page.frozenColumns() > 0;
        if (frozen && page.frozenRows() <= LAST_ROW && page.frozenColumns() <= LAST_COLUMN) {
            own.createFreezePane(Math.max(0, page.frozenColumns()), Math.max(0, page.frozenRows()));
        }
    }

    private void print(Page page) {
        PrintSetup print = own.getPrintSetup();
        print.setPaperSize((short) (page.paper() > 0 && page.paper() <= LAST_PAPER ? page.paper() : 9));
        print.setLandscape(page.landscape());
        print.setScale((short) Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, page.scale())));
        if (page.fits()) {
            own.setFitToPage(true);
            print.setFitWidth((short) Math.min(100, Math.max(0, page.fitWidth())));
            print.setFitHeight((short) Math.min(1000, Math.max(0, page.fitHeight())));
        }
        own.setHorizontallyCenter(page.centred());
        for (int side = 0; side < page.margins().size(); side++) {
            own.setMargin(MARGINS.get(side), page.margins().get(side));
        }
        Block area = page.area();
        if (area != null && isWithin(area)) {
            workbook.setPrintArea(workbook.getSheetIndex(own), area.left(), area.right(), area.top(), area.bottom());
        }
        Block rows = page.repeatedRows();
        if (rows != null && rows.top() >= 0 && rows.bottom() <= LAST_ROW && rows.top() <= rows.bottom()) {
            own.setRepeatingRows(new CellRangeAddress(rows.top(), rows.bottom(), -1, -1));
        }
        Block columns = page.repeatedColumns();
        if (columns != null
                && columns.left() >= 0
                && columns.right() <= LAST_COLUMN
                && columns.left() <= columns.right()) {
            own.setRepeatingColumns(new CellRangeAddress(-1, -1, columns.left(), columns.right()));
        }
    }

    /** As the template has it: without a password. */
    private void protect(Page page) {
        if (!page.isProtected()) {
            return;
        }
        own.enableLocking();
        own.lockFormatCells(!page.allowed().contains("formatCells"));
        own.lockFormatColumns(!page.allowed().contains("formatColumns"));
        own.lockFormatRows(!page.allowed().contains("formatRows"));
        own.lockInsertColumns(!page.allowed().contains("insertColumns"));
        own.lockInsertRows(!page.allowed().contains("insertRows"));
        own.lockDeleteColumns(!page.allowed().contains("deleteColumns"));
        own.lockDeleteRows(!page.allowed().contains("deleteRows"));
        own.lockSort(!page.allowed().contains("sort"));
        own.lockAutoFilter(!page.allowed().contains("autoFilter"));
    }

    static boolean isWithin(Block block) {
        return block.top() >= 0
                && block.left() >= 0
                && block.top() <= block.bottom()
                && block.left() <= block.right()
                && block.bottom() <= LAST_ROW
                && block.right() <= LAST_COLUMN;
    }

    static CellRangeAddress range(Block block) {
        return new CellRangeAddress(block.top(), block.bottom(), block.left(), block.right());
    }

    /** What cells take: lists of words or of own cells, and limits that are computed of own cells. */
    static final class CopiedRules {

        private static final int MOST = 2000;
        private static final int LONGEST_TITLE = 32;
        private static final int LONGEST = 225;
        private static final int LONGEST_FORMULA = 255;
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

        private final XSSFSheet sheet;
        private final int place;
        private final SafeFormulas formulas;
        private final XSSFDataValidationHelper helper;

        CopiedRules(XSSFSheet sheet, SafeFormulas formulas) {
            this.sheet = sheet;
            this.place = sheet.getWorkbook().getSheetIndex(sheet);
            this.formulas = formulas;
            this.helper = new XSSFDataValidationHelper(sheet);
        }

        /** @return whether all of them may be handed on */
        boolean write(List<Rule> rules) {
            boolean all = rules.size() <= MOST;
            for (Rule rule : rules.subList(0, Math.min(MOST, rules.size()))) {
                all &= write(rule);
            }
            return all;
        }

        private boolean write(Rule rule) {
            CellRangeAddressList cells = new CellRangeAddressList();
            rule.cells().stream()
                    .filter(CopiedSheet::isWithin)
                    .map(CopiedSheet::range)
                    .forEach(cells::addCellRangeAddress);
            int kind = Math.max(0, KINDS.indexOf(rule.kind()));
            XSSFDataValidationConstraint constraint = constraint(rule, kind);
            if (constraint == null || cells.countRanges() == 0) {
                return false;
            }
            DataValidation own = helper.createValidation(constraint, cells);
            own.setEmptyCellAllowed(rule.blankAllowed());
            // In this format the flag is the other way round: true shows the arrow of a list.
            own.setSuppressDropDownArrow(rule.shown());
            own.setShowErrorBox(rule.refuses());
            own.setErrorStyle(Math.max(0, STYLES.indexOf(rule.style())));
            String title = plain(rule.words().get(0), LONGEST_TITLE);
            String prompt = plain(rule.words().get(1), LONGEST);
            own.setShowPromptBox(!title.isEmpty() || !prompt.isEmpty());
            own.createPromptBox(title, prompt);
            own.createErrorBox(
                    plain(rule.words().get(2), LONGEST_TITLE),
                    plain(rule.words().get(3), LONGEST));
            sheet.addValidationData(own);
            return true;
        }

        /** Null where it may not be handed on. */
        private @Nullable XSSFDataValidationConstraint constraint(Rule rule, int kind) {
            if (kind == ValidationType.ANY) {
                return new XSSFDataValidationConstraint(kind, OperatorType.IGNORED, "");
            }
            String first = formula(rule.first());
            String second = rule.second().isBlank() ? "" : formula(rule.second());
            if (first == null || second == null) {
                return null;
            }
            int operator = Math.max(0, OPERATORS.indexOf(rule.operator()));
            boolean two = operator == OperatorType.BETWEEN || operator == OperatorType.NOT_BETWEEN;
            boolean compares = kind != ValidationType.LIST && kind != ValidationType.FORMULA;
            if (compares && two && second.isEmpty()) {
                return null;
            }
            return compares
                    ? new XSSFDataValidationConstraint(kind, operator, first, two ? second : null)
                    : new XSSFDataValidationConstraint(kind, OperatorType.IGNORED, first, null);
        }

        private @Nullable String formula(String given) {
            String formula = formulas.ofRule(given.strip(), place);
            return formula == null || formula.length() > LONGEST_FORMULA + 2 ? null : formula;
        }

        private static String plain(String words, int longest) {
            String plain = words.replaceAll("[\\p{Cc}&&[^\\n]]", "");
            return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
        }
    }
}
