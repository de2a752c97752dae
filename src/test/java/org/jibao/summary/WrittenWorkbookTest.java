package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.finding.Language;
import org.jibao.testkit.WorkbookChecklist;
import org.jibao.testkit.WorkbookXml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrittenWorkbookTest {
    private XSSFWorkbook workbook = new XSSFWorkbook();
    private WorkbookXml written = WorkbookXml.NONE;

    @BeforeAll
    void writeAndRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("summary.xlsx");
        new SummaryWriter().write(County.request(Language.ZH), file);
        try (var stream = java.nio.file.Files.newInputStream(file)) {
            workbook.close();
            workbook = new XSSFWorkbook(stream);
        }
        written = WorkbookXml.read(file);
    }

    @AfterAll
    void close() throws IOException {
        workbook.close();
    }

    @Test
    void hasTheSheetsOfTheSummary() {
        List<String> names = IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
        assertEquals(List.of("封面", "目录", "领导专页", "报送", "主动公开", "依申请公开", "排名", "核查发现", "说明", "整齐数据"), names);
    }

    @Test
    void hasThePicturesOfTheSummary() {
        Map<String, Integer> pictures = new LinkedHashMap<>();
        for (Sheet sheet : workbook) {
            XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
            if (drawing != null) {
                assertEquals(0, drawing.getCTDrawing().sizeOfTwoCellAnchorArray());
                pictures.put(sheet.getSheetName(), drawing.getCTDrawing().sizeOfOneCellAnchorArray());
            }
        }
        assertEquals(Map.of("领导专页", 4, "主动公开", 3, "依申请公开", 2, "排名", 1), pictures);
        assertEquals(4, workbook.getAllPictures().size());
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null ? null : Double.valueOf(text);
    }

    @Test
    void drawsNativeChartsOnPagesFromTheirCells() throws IOException {
        List<String> drawn = new ArrayList<>();
        for (WorkbookXml.Chart chart : written.charts()) {
            StringBuilder line = new StringBuilder(chart.sheet() + " " + chart.name());
            for (WorkbookXml.Series series : chart.series()) {
                assertTrue(
                        series.seen(), () -> chart.name() + " " + series.name().point(0));
                Map<String, String> cells = written.cells(chart.sheet());
                List<String> addresses = series.values().addresses();
                assertEquals(series.values().count(), addresses.size());
                for (int i = 0; i < addresses.size(); i++) {
                    assertEquals(
                            number(cells.get(addresses.get(i))),
                            number(series.values().point(i)),
                            chart.name());
                }
                line.append(" ").append(series.name().point(0)).append("=").append(addresses.size());
            }
            drawn.add(line.toString());
        }
        assertEquals(
                List.of(
                        "主动公开 ring 条数=5",
                        "主动公开 by_category 条数=9",
                        "主动公开 stack 政策文件=3 统计信息=3 行政许可和处罚=3 重大项目=3 其余 5 项=3 合计=3",
                        "依申请公开 columns 本季=6 上季=6",
                        "依申请公开 answers 按时答复率=8 办结率=8 满意率=8",
                        "排名 ranking 条数=48"),
                drawn);
    }

    @Test
    void leavesAGapWhereAChartHasNoValue() throws IOException {
        WorkbookXml.Series satisfied = written.charts().stream()
                .filter(chart -> chart.name().equals("answers"))
                .findFirst()
                .orElseThrow()
                .series()
                .get(2);
        assertEquals(8, satisfied.values().count());
        assertEquals(7, satisfied.values().points().size());
        assertFalse(written.cells("依申请公开")
                .containsKey(satisfied.values().addresses().get(7)));
    }

    @Test
    void holdsTheChecklistInBothLanguages(@TempDir Path folder) throws IOException {
        for (Language language : Language.values()) {
            Path file = folder.resolve(language + ".xlsx");
            new SummaryWriter().write(County.request(language), file);
            assertEquals(List.of(), WorkbookChecklist.violations(file));
        }
    }

    @Test
    void tellsEveryPictureInWords() {
        List<String> words = new ArrayList<>();
        for (Sheet sheet : workbook) {
            XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
            if (drawing != null) {
                drawing.getShapes()
                        .forEach(shape -> words.add(
                                shape instanceof XSSFPicture picture
                                        ? picture.getCTPicture()
                                                .getNvPicPr()
                                                .getCNvPr()
                                                .getDescr()
                                        : ((XSSFGraphicFrame) shape)
                                                .getCTGraphicalObjectFrame()
                                                .getNvGraphicFramePr()
                                                .getCNvPr()
                                                .getDescr()));
            }
        }
        assertEquals(10, words.size());
        assertTrue(words.get(0).startsWith("按时答复率连续三季上升。近八季 · 占有效诉求的比例。按时答复率 2024Q4 9"), words.get(0));
        assertFalse(words.contains(""), words.toString());
    }

    @Test
    void hasNoFormulaAndNoMergedCellInsideTables() {
        int guarded = 0;
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertFalse(cell.getCellType() == CellType.FORMULA, cell::toString);
                    boolean formulaLike = cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().startsWith("=");
                    assertEquals(formulaLike, cell.getCellStyle().getQuotePrefixed(), cell::toString);
                    guarded += formulaLike ? 1 : 0;
                }
            }
        }
        assertEquals(5, guarded);
        assertEquals(
                List.of(),
                workbook.getSheet("报送").getMergedRegions().stream()
                        .filter(region -> region.getFirstRow() != 4)
                        .toList());
    }

    @Test
    void printsEverySheetOnA4() {
        for (Sheet sheet : workbook) {
            String name = sheet.getSheetName();
            assertEquals(PrintSetup.A4_PAPERSIZE, sheet.getPrintSetup().getPaperSize(), name);
            assertTrue(sheet.getFitToPage(), name);
            assertEquals(1, sheet.getPrintSetup().getFitWidth(), name);
            assertEquals("第 &P 页 / 共 &N 页", sheet.getFooter().getCenter(), name);
            assertFalse(sheet.isDisplayGridlines(), name);
            assertTrue(workbook.getPrintArea(workbook.getSheetIndex(sheet)).contains("$A$1:$"), name);
        }
        assertFalse(workbook.getSheet("排名").getPrintSetup().getLandscape());
        assertTrue(workbook.getSheet("领导专页").getPrintSetup().getLandscape());
        assertEquals(1, workbook.getSheet("领导专页").getPrintSetup().getFitHeight());
        assertEquals(
                new CellRangeAddress(3, 3, -1, -1), workbook.getSheet("整齐数据").getRepeatingRows());
    }

    @Test
    void keepsHeadersInSightAndFiltersTheLongTable() {
        assertEquals(6, workbook.getSheet("报送").getPaneInformation().getHorizontalSplitPosition());
        assertEquals(4, workbook.getSheet("整齐数据").getPaneInformation().getHorizontalSplitPosition());
        assertEquals(
                "A4:F984",
                workbook.getSheet("整齐数据").getCTWorksheet().getAutoFilter().getRef());
    }

    @Test
    void linksFromTheContentsAndBack() {
        List<String> targets = workbook.getSheet("目录").getHyperlinkList().stream()
                .map(XSSFHyperlink::getAddress)
                .toList();
        assertEquals(
                List.of(
                        "'封面'!A1",
                        "'领导专页'!A1",
                        "'报送'!A1",
                        "'主动公开'!A1",
                        "'依申请公开'!A1",
                        "'排名'!A1",
                        "'核查发现'!A1",
                        "'说明'!A1",
                        "'整齐数据'!A1"),
                targets);
        List<String> back = StreamSupport.stream(workbook.spliterator(), false)
                .flatMap(sheet -> sheet.getHyperlinkList().stream())
                .map(link -> link.getAddress())
                .filter("'目录'!A1"::equals)
                .toList();
        assertEquals(8, back.size());
    }

    @Test
    void saysWhoMadeItAndWhen() {
        var core = workbook.getProperties().getCoreProperties();
        assertEquals("政务公开季度报表 2026年第三季度", core.getTitle());
        assertEquals("Jibao 0.1.0", core.getCreator());
        assertEquals(Date.from(County.AS_OF), core.getCreated());
        assertEquals(
                "zh-CN", core.getUnderlyingProperties().getLanguageProperty().orElse(""));
    }

    @Test
    void givesNumbersRoomSoThatNoneIsShownAsHashes() {
        for (String name : List.of("主动公开", "整齐数据", "排名")) {
            for (Row row : workbook.getSheet(name)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC) {
                        String shown = new org.apache.poi.ss.usermodel.DataFormatter().formatCellValue(cell);
                        // Calibri's digits, in whose width columns are counted, are narrower than those of the cells.
                        double characters = cell.getSheet().getColumnWidth(cell.getColumnIndex()) / 256.0;
                        assertTrue(
                                shown.length() * 1.15 + 1 <= characters,
                                () -> name + " " + cell.getAddress() + " " + shown);
                    }
                }
            }
        }
    }
}
