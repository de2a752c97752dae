package org.jibao.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;

/**
 * Writes a plan as a workbook. Apache POI makes everything but the rows: styles, charts, names, how a sheet is printed. The rows are
 * streamed beside it, each sheet made, written and forgotten before the next, so that a table of any length takes the memory of
 * one row.
 */
public final class WorkbookFile {
    private static final Wording WORDS = Wording.of(WorkbookFile.class);

    /** Rows are much alike: packed four times as fast as by the usual level, 6, they take a fifth more. */
    private static final int PACKING = 2;

    private WorkbookFile() {}

    /**
     * Writes the file whole, with the same bytes for the same plan.
     *
     * @param target is replaced; what stands there after a failure is no workbook
     */
    public static void write(WorkbookPlan plan, Path target) throws IOException {
        Path rows = target.resolveSibling(target.getFileName() + ".raw");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            try (ZipOutputStream parts = new ZipOutputStream(OwnFiles.write(rows))) {
                parts.setLevel(PACKING);
                writeSheets(plan, workbook, parts);
            }
            workbook.setActiveSheet(0);
            workbook.setSelectedTab(0);
            describe(plan, workbook.getProperties().getCoreProperties().getUnderlyingProperties());
            ReproducibleZip.join(workbook::write, rows, target);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    private static void writeSheets(WorkbookPlan plan, XSSFWorkbook workbook, ZipOutputStream parts)
            throws IOException {
        Styles styles = new Styles(workbook, plan.languageTag());
        Finish finish = new Finish(plan.footer());
        SharedTexts texts = new SharedTexts();
        for (SheetPlan planned : plan.sheets()) {
            XSSFSheet sheet = workbook.createSheet(planned.name());
            finish.apply(workbook, planned, plan.languageTag());
            parts.putNextEntry(new ZipEntry(partName(sheet)));
            SheetPart.write(planned, sheet, parts, styles, texts);
            parts.closeEntry();
        }
        parts.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
        texts.write(parts);
        parts.closeEntry();
    }

    private static String partName(XSSFSheet sheet) {
        return sheet.getPackagePart().getPartName().getName().substring(1);
    }

    private static void describe(WorkbookPlan plan, PackagePropertiesPart properties) {
        Optional<Date> created = Optional.of(Date.from(plan.created()));
        properties.setTitleProperty(plan.title());
        properties.setCreatorProperty(plan.creator());
        properties.setLastModifiedByProperty(plan.creator());
        properties.setLanguageProperty(plan.languageTag());
        properties.setCreatedProperty(created);
        properties.setModifiedProperty(created);
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

    /**
     * A whole workbook.
     *
     * @param creator the program and its version
     * @param created also the time of change, so that nothing in the file depends on the clock
     * @param languageTag such as {@code zh-CN}
     * @param footer of every page, in Excel's codes
     * @param sheets may be made while they are read; read once, from the first
     */
    public record WorkbookPlan(
            String title,
            String creator,
            Instant created,
            String languageTag,
            String footer,
            Iterable<SheetPlan> sheets) {

        /** The footer that numbers the pages. */
        public static Text pageNumbers() {
            return WORDS.text("page.numbers");
        }
    }
}
