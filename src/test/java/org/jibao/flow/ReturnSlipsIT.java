package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellAddress;
import org.jibao.app.Jibao;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back: what is wrong is marked in the unit's own file, and the file mended there is accepted as it is. */
class ReturnSlipsIT {

    /** Returned, and with a correction in the sample that differs in the faulty cells. */
    private static final List<String> CORRECTED = List.of("信访局", "公安局", "医疗保障局", "司法局", "工业和信息化局", "生态环境局", "财政局");

    private static final String SLIP = "青岚县%s_2026年第三季度.xlsx";

    private final Path folder;

    ReturnSlipsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void slipMendedInItsMarkedCellsIsAcceptedAsItIs() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, CORRECTED);
        inbox.oldWorkbook(5);
        inbox.collect();
        List<String> slips =
                new ArrayList<>(CORRECTED.stream().map(SLIP::formatted).toList());
        slips.add("青岚县半夏乡_2026年第三季度.xlsx");
        assertEquals(slips.stream().sorted().toList(), inbox.names());
        for (String unit : CORRECTED) {
            mend(inbox, SLIP.formatted(unit), correction(unit));
        }
        mend(inbox, "青岚县半夏乡_2026年第三季度.xlsx", SlipInbox.SAMPLE.resolve("青岚县半夏乡_2026年第三季度.xls"));
        Jibao jibao = inbox.collect();
        Map<String, String> outcomes = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (String slip : slips) {
            outcomes.put(slip, SlipInbox.found(jibao, "back11/" + slip));
            expected.put(slip, "accepted ");
        }
        assertEquals(expected, outcomes);
        assertEquals(List.of(), inbox.names());
    }

    private static Path correction(String unit) {
        return SlipInbox.sample(unit, "（更正）");
    }

    /**
     * Puts into every cell that has a comment of ours what stands there in the correction, and nothing anywhere else.
     */
    private static void mend(SlipInbox inbox, String slip, Path correction) throws IOException {
        try (Workbook right = WorkbookFactory.create(Files.newInputStream(correction))) {
            inbox.sendBack(slip, workbook -> {
                for (Sheet sheet : workbook) {
                    for (CellAddress place : ours(sheet)) {
                        mend(sheet, right.getSheet(sheet.getSheetName()), place);
                    }
                }
                return true;
            });
        }
    }

    private static void mend(Sheet sheet, Sheet right, CellAddress place) {
        Row row = sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        Cell cell = row.getCell(place.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        Cell source = right.getRow(place.getRow()).getCell(place.getColumn());
        switch (source.getCellType()) {
            case NUMERIC -> {
                cell.setCellValue(source.getNumericCellValue());
                if (!source.getCellStyle()
                        .getDataFormatString()
                        .equals(cell.getCellStyle().getDataFormatString())) {
                    Workbook workbook = sheet.getWorkbook();
                    CellStyle style = workbook.createCellStyle();
                    style.cloneStyleFrom(cell.getCellStyle());
                    style.setDataFormat(workbook.createDataFormat()
                            .getFormat(source.getCellStyle().getDataFormatString()));
                    cell.setCellStyle(style);
                }
            }
            case FORMULA -> cell.setCellFormula(source.getCellFormula());
            default -> cell.setCellValue(source.getStringCellValue());
        }
    }

    private static List<CellAddress> ours(Sheet sheet) {
        Map<CellAddress, String> comments = comments(sheet);
        return comments.keySet().stream()
                .filter(place -> String.valueOf(comments.get(place)).contains("【退回说明】"))
                .toList();
    }

    private static Map<CellAddress, String> comments(Sheet sheet) {
        Map<CellAddress, String> comments = new TreeMap<>();
        for (Map.Entry<CellAddress, ? extends Comment> comment :
                sheet.getCellComments().entrySet()) {
            comments.put(comment.getKey(), comment.getValue().getString().getString());
        }
        return comments;
    }

    @Test
    void slipSentBackUnmendedIsFoundAsBefore() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("竹笺镇", "自然资源局", "统计局", "林业局"));
        inbox.oldWorkbook(5);
        Jibao first = inbox.collect();
        Map<String, String> before = new TreeMap<>();
        for (String slip : inbox.names()) {
            before.put(slip, SlipInbox.found(first, "2026Q3/" + slip.replace(".xlsx", ".xls%")));
            inbox.sendBack(slip, workbook -> false);
        }
        assertEquals(5, before.size());
        Map<String, List<String>> marked = marked(inbox);
        Jibao second = inbox.collect();
        Map<String, String> after = new TreeMap<>();
        before.keySet().forEach(slip -> after.put(slip, SlipInbox.found(second, "back11/" + slip)));
        assertEquals(before, after);
        assertEquals(marked, marked(inbox));
    }

    /** Comments and conditional formats of every slip. */
    private static Map<String, List<String>> marked(SlipInbox inbox) throws IOException {
        Map<String, List<String>> marked = new TreeMap<>();
        for (String slip : inbox.names()) {
            try (Workbook workbook =
                    WorkbookFactory.create(Files.newInputStream(inbox.slips().resolve(slip)))) {
                for (Sheet sheet : workbook) {
                    marked.put(
                            slip + " " + sheet.getSheetName(),
                            List.of(
                                    comments(sheet).toString(),
                                    String.valueOf(sheet.getSheetConditionalFormatting()
                                            .getNumConditionalFormattings())));
                }
            }
        }
        return marked;
    }

    @Test
    void slipShowsWhatTheFileShows() throws IOException {
        List<String> units = List.of("竹笺镇", "自然资源局", "统计局", "林业局", "公安局");
        SlipInbox inbox = new SlipInbox(folder, units);
        Path old = inbox.oldWorkbook(5);
        inbox.collect();
        for (String unit : units) {
            assertEquals(shown(SlipInbox.sample(unit, "")), shown(inbox.slips().resolve(SLIP.formatted(unit))), unit);
        }
        assertEquals(shown(old), shown(inbox.slips().resolve(SLIP.formatted("半夏乡"))));
    }

    /** Cells with their looks, sizes and merged ranges, by sheet; without the list and what sensitive columns hold. */
    private static Map<String, List<String>> shown(Path file) throws IOException {
        Map<String, List<String>> sheets = new java.util.LinkedHashMap<>();
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(file))) {
            for (Sheet sheet : workbook) {
                if (sheet.getSheetName().equals("退回说明")) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                cells.add(sheet.getMergedRegions().toString());
                cells.add(String.valueOf(sheet.getRepeatingRows()));
                for (int column = 0; column < 8; column++) {
                    cells.add(String.valueOf(Math.round(sheet.getColumnWidth(column) / 64.0)));
                }
                sheet.forEach(row -> row.forEach(cell -> cells.add(shown(workbook, cell, row))));
                sheets.put(sheet.getSheetName(), cells);
            }
        }
        return sheets;
    }

    private static String shown(Workbook workbook, Cell cell, Row row) {
        CellStyle style = cell.getCellStyle();
        var font = workbook.getFontAt(style.getFontIndex());
        return String.join(
                " ",
                cell.getAddress().toString(),
                cell.toString(),
                style.getDataFormatString(),
                font.getFontName(),
                String.valueOf(font.getFontHeightInPoints()),
                String.valueOf(font.getBold()),
                String.valueOf(style.getBorderTop()),
                String.valueOf(style.getAlignment()),
                String.valueOf(style.getWrapText()),
                String.valueOf(row.getHeight()),
                String.valueOf(row.getZeroHeight()));
    }

    @Test
    void neighboursWithFaultsHaveACommentEach() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("统计局"));
        inbox.collect();
        try (Workbook workbook =
                WorkbookFactory.create(Files.newInputStream(inbox.slips().resolve(SLIP.formatted("统计局"))))) {
            Sheet sheet = workbook.getSheet("表二 依申请公开");
            List<String> expected = new ArrayList<>();
            for (String column : List.of("D", "J")) {
                for (int row = 7; row <= 28; row++) {
                    expected.add(column + row);
                }
            }
            assertEquals(
                    expected.stream().sorted().toList(),
                    ours(sheet).stream()
                            .map(CellAddress::formatAsString)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void listNamesEveryFindingWithALinkToItsCell() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("竹笺镇"));
        inbox.collect();
        try (Workbook workbook =
                WorkbookFactory.create(Files.newInputStream(inbox.slips().resolve(SLIP.formatted("竹笺镇"))))) {
            Sheet list = workbook.getSheetAt(0);
            assertEquals("退回说明", list.getSheetName());
            assertEquals(
                    List.of(
                            "cell-probable '表二 依申请公开'!D5",
                            "requests.balance '表二 依申请公开'!D29",
                            "requests.applicants '表二 依申请公开'!J5"),
                    links(list));
            String comment =
                    String.valueOf(comments(workbook.getSheet("表二 依申请公开")).get(new CellAddress("D29")));
            assertEquals(
                    List.of("【退回说明】", "必须更正", "左边", "右边", "相差", "怎样改"),
                    comment.lines().map(line -> line.replaceFirst("：.*", "")).toList());
        }
    }

    private static List<String> links(Sheet list) {
        List<String> links = new ArrayList<>();
        for (Row row : list) {
            Cell cell = row.getCell(4);
            if (cell != null && cell.getHyperlink() != null) {
                links.add(row.getCell(2) + " " + cell.getHyperlink().getAddress());
            }
        }
        return links;
    }

    @Test
    void fileThatCannotBeOpenedGetsAListOfItsOwn() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("住房和城乡建设局", "交通运输局", "水利局"));
        Files.writeString(inbox.inbox().resolve("2026Q3/青岚县林业局_2026年第三季度.csv"), "填报单位,青岚县林业局\n");
        Files.setLastModifiedTime(
                inbox.inbox().resolve("2026Q3/青岚县林业局_2026年第三季度.csv"),
                Files.getLastModifiedTime(inbox.inbox().resolve("2026Q3/青岚县水利局_2026年第三季度.xlsx")));
        inbox.collect();
        assertEquals(
                List.of(
                        "青岚县交通运输局_2026年第三季度_退回说明.xlsx",
                        "青岚县住房和城乡建设局_2026年第三季度_退回说明.xlsx",
                        "青岚县林业局_2026年第三季度_退回说明.xlsx",
                        "青岚县水利局_2026年第三季度_退回说明.xlsx"),
                inbox.names());
        try (Workbook workbook = WorkbookFactory.create(
                Files.newInputStream(inbox.slips().resolve("青岚县住房和城乡建设局_2026年第三季度_退回说明.xlsx")))) {
            assertEquals(1, workbook.getNumberOfSheets());
            assertEquals(
                    "file-encrypted",
                    workbook.getSheetAt(0).getRow(8).getCell(2).getStringCellValue());
        }
    }

    @Test
    void nothingNewTouchesNothingAndWhatIsMissingComesBackTheSame() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("竹笺镇", "水利局"));
        inbox.oldWorkbook(5);
        inbox.collect();
        Map<String, @Nullable String> before = inbox.standing();
        assertEquals(4, before.size());
        inbox.collect();
        assertEquals(before, inbox.standing());
        for (String slip : inbox.names()) {
            Files.delete(inbox.slips().resolve(slip));
        }
        inbox.collect();
        assertEquals(bytes(before), bytes(inbox.standing()));
    }

    private static Map<String, String> bytes(Map<String, @Nullable String> standing) {
        Map<String, String> bytes = new HashMap<>();
        standing.forEach((name, state) -> bytes.put(name, String.valueOf(state).replaceFirst("\\S+ ", "")));
        return bytes;
    }

    @Test
    void slipOfWhatIsAcceptedMeanwhileIsRemovedAndNothingElse() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("司法局", "财政局"));
        inbox.collect();
        Files.writeString(inbox.slips().resolve("记录.txt"), "已电话通知");
        inbox.receive(correction("司法局"), correction("司法局").getFileName().toString());
        inbox.collect();
        assertEquals(List.of("记录.txt", SLIP.formatted("财政局")), inbox.names());
    }

    @Test
    void fileThatHasGoneFromTheInboxGetsAListThatSaysSo() throws IOException {
        SlipInbox inbox = new SlipInbox(folder, List.of("司法局"));
        inbox.collect();
        Files.delete(inbox.inbox().resolve("2026Q3/" + SLIP.formatted("司法局")));
        inbox.collect();
        assertEquals(List.of("青岚县司法局_2026年第三季度_退回说明.xlsx"), inbox.names());
        try (Workbook workbook = WorkbookFactory.create(
                Files.newInputStream(inbox.slips().resolve(inbox.names().get(0))))) {
            String guide = workbook.getSheetAt(0).getRow(4).getCell(0).getStringCellValue();
            assertEquals("未能在原文件上标注：收件箱里已没有当时收到的文件，或内容已有改动", guide.replaceFirst("。.*", ""));
            assertNull(workbook.getSheet("表三 互动办件"));
        }
    }
}
