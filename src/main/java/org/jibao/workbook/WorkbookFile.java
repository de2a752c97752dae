package org.jibao.workbook;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelWriter;
import com.alibaba.excel.write.handler.CellWriteHandler;
import com.alibaba.excel.write.handler.RowWriteHandler;
import com.alibaba.excel.write.handler.SheetWriteHandler;
import com.alibaba.excel.write.handler.WorkbookWriteHandler;
import com.alibaba.excel.write.handler.context.CellWriteHandlerContext;
import com.alibaba.excel.write.handler.context.RowWriteHandlerContext;
import com.alibaba.excel.write.handler.context.SheetWriteHandlerContext;
import com.alibaba.excel.write.handler.context.WorkbookWriteHandlerContext;
import com.alibaba.excel.write.metadata.WriteSheet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as a workbook, through EasyExcel's streaming writer: a table of any length takes the memory of a
 * thousand rows.
 */
public final class WorkbookFile {
    private static final Wording WORDS = Wording.of(WorkbookFile.class);
    private static final int CHUNK = 1000;

    private WorkbookFile() {}

    /**
     * Writes the file whole, with the same bytes for the same plan.
     *
     * @param target is replaced; what stands there after a failure is no workbook
     */
    public static void write(WorkbookPlan plan, Path target) throws IOException {
        Path raw = target.resolveSibling(target.getFileName() + ".raw");
        try {
            try (OutputStream stream = new BufferedOutputStream(OwnFiles.write(raw))) {
                fill(plan, stream);
            } catch (RuntimeException failed) {
                throwCauseOnDisk(failed);
                throw failed;
            }
            ReproducibleZip.copy(raw, target);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    /** A small workbook that is held, with the same bytes for the same plan. */
    public static byte[] bytes(WorkbookPlan plan) throws IOException {
        Path folder = Files.createTempDirectory("jibao-workbook");
        Path file = folder.resolve("workbook.xlsx");
        try {
            write(plan, file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** The writer wraps what the disk throws; the caller wants to know of a full disk as such. */
    private static void throwCauseOnDisk(Throwable failed) throws IOException {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException onDisk) {
                throw onDisk;
            }
        }
    }

    private static void fill(WorkbookPlan plan, OutputStream stream) {
        Ending ending = new Ending(plan);
        try (ExcelWriter writer = EasyExcel.write(stream)
                .inMemory(false)
                .autoCloseStream(false)
                .useDefaultStyle(false)
                .needHead(false)
                .registerWriteHandler(ending)
                .build()) {
            SXSSFWorkbook workbook =
                    (SXSSFWorkbook) writer.writeContext().writeWorkbookHolder().getWorkbook();
            Styles styles = new Styles(workbook.getXSSFWorkbook(), plan.languageTag());
            for (int index = 0; index < plan.sheets().size(); index++) {
                SheetPlan sheet = plan.sheets().get(index);
                writeRows(writer, index, sheet, new SheetHandler(sheet, styles));
            }
        }
    }

    private static void writeRows(ExcelWriter writer, int index, SheetPlan plan, SheetHandler handler) {
        WriteSheet sheet = EasyExcel.writerSheet(index, plan.name())
                .registerWriteHandler(handler)
                .build();
        List<SheetRow> chunk = new ArrayList<>(CHUNK);
        for (SheetRow row : plan.rows()) {
            chunk.add(row);
            if (chunk.size() == CHUNK) {
                write(writer, sheet, handler, chunk);
                chunk = new ArrayList<>(CHUNK);
            }
        }
        write(writer, sheet, handler, chunk);
    }

    private static void write(ExcelWriter writer, WriteSheet sheet, SheetHandler handler, List<SheetRow> chunk) {
        handler.next(chunk);
        writer.write(chunk.stream().map(WorkbookFile::values).toList(), sheet);
    }

    private static List<@Nullable Object> values(SheetRow row) {
        List<@Nullable Object> values = new ArrayList<>(row.cells().size());
        row.cells().forEach(cell -> values.add(cell.value()));
        return values;
    }

    /** The last touch, after every row and before the file is closed. */
    private record Ending(WorkbookPlan plan) implements WorkbookWriteHandler {

        @Override
        public void afterWorkbookDispose(WorkbookWriteHandlerContext context) {
            XSSFWorkbook workbook =
                    ((SXSSFWorkbook) context.getWriteWorkbookHolder().getWorkbook()).getXSSFWorkbook();
            if (workbook.getNumberOfSheets() < plan.sheets().size()) {
                return; // EasyExcel also ends a workbook that broke off: the cause of that must not be hidden
            }
            Finish finish = new Finish(plan.footer());
            plan.sheets().forEach(sheet -> finish.apply(workbook, sheet, plan.languageTag()));
            workbook.setActiveSheet(0);
            workbook.setSelectedTab(0);
            describe(workbook.getProperties().getCoreProperties().getUnderlyingProperties());
        }

        private void describe(PackagePropertiesPart properties) {
            Optional<Date> created = Optional.of(Date.from(plan.created()));
            properties.setTitleProperty(plan.title());
            properties.setCreatorProperty(plan.creator());
            properties.setLastModifiedByProperty(plan.creator());
            properties.setLanguageProperty(plan.languageTag());
            properties.setCreatedProperty(created);
            properties.setModifiedProperty(created);
        }
    }

    /**
     * Gives each cell its look in the moment it is written: rows of a long table leave memory right after, and nothing
     * about them can be changed later.
     */
    static final class SheetHandler implements SheetWriteHandler, RowWriteHandler, CellWriteHandler {
        private final SheetPlan plan;
        private final Styles styles;
        private List<SheetRow> rows = List.of();
        private int firstRow;

        SheetHandler(SheetPlan plan, Styles styles) {
            this.plan = plan;
            this.styles = styles;
        }

        /** Announces the rows that are written next. */
        void next(List<SheetRow> chunk) {
            firstRow += rows.size();
            rows = chunk;
        }

        @Override
        public void afterSheetCreate(SheetWriteHandlerContext context) {
            Sheet sheet = context.getWriteSheetHolder().getSheet();
            for (int column = 0; column < plan.widths().size(); column++) {
                sheet.setColumnWidth(
                        column, Math.min(255 * 256, Math.round(plan.widths().get(column) * 256 / 7f)));
            }
        }

        @Override
        public void afterRowCreate(RowWriteHandlerContext context) {
            context.getRow().setHeightInPoints((float)
                    rows.get(context.getRowIndex() - firstRow).points());
        }

        @Override
        public void afterCellDispose(CellWriteHandlerContext context) {
            Cell cell = context.getCell();
            SheetCell planned = rows.get(cell.getRowIndex() - firstRow).cells().get(cell.getColumnIndex());
            cell.setCellStyle(styles.of(planned.look(), isFormulaLike(planned.value())));
            if (planned.link() != null) {
                Hyperlink link =
                        cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress("'" + planned.link().replace("'", "''") + "'!A1");
                cell.setHyperlink(link);
            }
            if (planned.file() != null) {
                Hyperlink link =
                        cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
                link.setAddress(relativeAddress(planned.file()));
                cell.setHyperlink(link);
            }
        }

        /** A path as a relative URI: what is not ASCII, and what has a meaning there, is escaped. */
        private static String relativeAddress(String path) {
            try {
                return new URI(null, null, path, null).toASCIIString();
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("no relative path: " + path, e);
            }
        }

        private static boolean isFormulaLike(@org.jspecify.annotations.Nullable Object value) {
            return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        }
    }

    /**
     * A whole workbook.
     *
     * @param creator the program and its version
     * @param created also the time of change, so that nothing in the file depends on the clock
     * @param languageTag such as {@code zh-CN}
     * @param footer of every page, in Excel's codes
     */
    public record WorkbookPlan(
            String title, String creator, Instant created, String languageTag, String footer, List<SheetPlan> sheets) {

        public WorkbookPlan {
            sheets = List.copyOf(sheets);
        }

        /** The footer that numbers the pages. */
        public static Text pageNumbers() {
            return WORDS.text("page.numbers");
        }
    }
}
