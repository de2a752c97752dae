package org.jibao.reading.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.reading.Returns;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void takesPlainNumbersAndDatesForWhatTheyAre() {
        String csv = "文号,件数\n0012,12\n"
                + "12.50,-3\n\"1,300\",12条\n370212199001011234,1e3\n2026/7/8,2026-07-08\n2026-2-30,+5\n";
        assertEquals(
                List.of(
                        "TEXT 文号", "TEXT 件数",
                        "TEXT 0012", "NUMBER 12",
                        "NUMBER 12.50", "NUMBER -3",
                        "TEXT 1,300", "TEXT 12条",
                        "TEXT 370212199001011234", "TEXT 1e3",
                        "DATE 2026/7/8", "DATE 2026-07-08",
                        "TEXT 2026-2-30", "TEXT +5"),
                cells(csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void dividesByTabsCommasOrSemicolonsWhicheverTheFirstDividedLineHas() {
        assertEquals(List.of("TEXT 台账", "TEXT 甲", "TEXT 乙;丙"), cells(utf8("台账\n甲,乙;丙\n")));
        assertEquals(List.of("TEXT 甲", "TEXT 乙"), cells(utf8("甲;乙\n")));
        assertEquals(List.of("TEXT 甲,乙", "TEXT 丙"), cells(utf8("甲,乙\t丙\n")));
    }

    @Test
    void namesTheByteThatFitsNeitherEncoding() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8("标题,件数\r\n甲,1\r\n乙"));
        bytes.write(0xFF);
        bytes.writeBytes(utf8(",2\r\n"));
        // 13 + 2 in the first line, 5 + 2 in the second, 3 before the byte.
        assertEquals("file-encoding-unknown 3 | 26 | FF 2C 32 0D", refusal(bytes.toByteArray()));
        byte[] cut = java.util.Arrays.copyOf(utf8("甲,乙"), 6);
        assertEquals("file-encoding-unknown 1 | 5 | E4 B9", refusal(cut));
    }

    @Test
    void namesTheLineOfAnOpenQuote() {
        assertEquals("file-quote-open 3 | never-closed", refusal(utf8("a,b\n\"c\nd\",\"e\nf,g\n")));
        assertEquals("file-quote-open 2 | text-behind", refusal(utf8("a,b\n\"c\"d,e\n")));
        assertEquals(List.of("TEXT a \" b", "TEXT c"), cells(utf8("\"a \"\" b\" ,c\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,count\nBürgerbüro,12\n",
                "Straße,Größe\nKöln,3\n",
                "nom,nombre\nMunicipalité de Besançon,4\n",
                "São Paulo,12\n",
                "Ñuñoa,2\n",
                "id,PROCÈS\n1,CRÉÉE\n"
            })
    void takesLatin1ForNoChinese(String text) {
        String line = refusal(text.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("file-encoding-", line.substring(0, "file-encoding-".length()), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "Big5", "Shift_JIS"})
    void takesOtherEncodingsForNoChinese(String charset) {
        String text = charset.startsWith("w") || charset.startsWith("K")
                ? "Отдел,Количество обращений\nГородской отдел социальной защиты,12\n"
                : charset.startsWith("B")
                        ? "單位名稱,主動公開數,申請數\n臺北市政府資訊局,12,3\n高雄市政府研究發展考核委員會,9,1\n"
                        : "部署名,件数\n情報公開センター,12\nひらがなのまち,3\n";
        String line = refusal(text.getBytes(Charset.forName(charset)));
        assertEquals("file-encoding-", line.substring(0, "file-encoding-".length()), charset + " " + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "标题,类别\n甲,机构信息\n",
                "姓名,件数\n朱镕基,1\n陶喆,2\n张堃,3\n李䶮,4\n王𠮷,5\n赵㛃,6\n",
                "姓名,标题\n喆,A栋B座\n镕,卡拉OK\n",
                "Name,Count\n朱镕基,12\n",
                "Name,Count\n喆,12\n",
                "單位名稱,主動公開數,申請數\n臺北市政府資訊局,12,3\n高雄市政府研究發展考核委員會,9,1\n",
                "事项,备注\nX光检查,α射线、Ⅲ级、①项\nWiFi覆盖,5G基站\nAPP端,3D打印\n",
                "项目,単位\n“政务公开”——第〔2026〕3号,○○\n"
            })
    void takesChineseTextWithRareNamesAndLatinWords(String text) {
        assertEquals(cells(utf8(text)), cells(text.getBytes(GB18030)));
    }

    @Test
    void quotesTheWordThatMakesItDoubtful() {
        byte[] bytes = "name,count\nBürgerbüro,12\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("file-encoding-doubtful 2 | B黵gerb黵o", refusal(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(byte[] bytes) {
        try {
            return read(bytes).rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .map(cell -> cell.kind() + " " + cell.text())
                    .toList();
        } catch (IOException | UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private static SheetCells read(byte[] bytes) throws IOException, UnreadableException {
        return CsvReader.read(source(bytes), new Budget(Limits.standard()), ReadProgress.NOBODY)
                .sheets()
                .get(0);
    }

    private static SourceFile source(byte[] bytes) {
        InboxFile file = new InboxFile(Path.of("表.csv"), "表.csv", bytes.length, "", Instant.EPOCH, Container.CSV, null);
        return new SourceFile(file, bytes);
    }

    private static String refusal(byte[] bytes) {
        return Returns.line(
                assertThrows(UnreadableException.class, () -> read(bytes)).reason());
    }
}
