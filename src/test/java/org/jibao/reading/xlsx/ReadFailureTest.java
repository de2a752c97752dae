package org.jibao.reading.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jibao.finding.Finding;
import org.jibao.finding.Language;
import org.jibao.finding.Messages;
import org.jibao.reading.Reading;
import org.jibao.reading.Returns;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a file, its unit is told in words of ours what it is. */
class ReadFailureTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final Returns returns;

    ReadFailureTest(@TempDir Path temporary) {
        returns = Returns.in(temporary);
    }

    @Test
    void namesTheDamagedPart() {
        byte[] base = Sheets.of("表一", "| 1 | 二 |").xlsx();
        byte[] halfXml = Zips.of(base)
                .change(SHEET, xml -> xml.substring(0, xml.length() / 2))
                .bytes();
        assertEquals("file-unreadable part | " + SHEET, line(halfXml));
        byte[] noList = Zips.of(base)
                .change("xl/workbook.xml", xml -> xml.replace("<workbook", "<workbook <"))
                .bytes();
        assertEquals("file-unreadable part | xl/workbook.xml", line(noList));
    }

    @Test
    void saysThatWholePartsMakeNoWorkbook() {
        byte[] base = Sheets.of("表一", "| 1 | 二 |").xlsx();
        assertEquals(
                "file-unreadable structure", line(Zips.of(base).without(SHEET).bytes()));
    }

    @Test
    void callsEntitiesABomb() {
        String bomb = "<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;\">]>";
        byte[] bytes = Zips.of(Sheets.of("表一", "| 1 | 二 |").xlsx())
                .change(SHEET, xml -> xml.replaceFirst("(<worksheet)", bomb + "$1"))
                .bytes();
        assertEquals("file-limit-exceeded entities | 0 | 3", line(bytes));
    }

    @Test
    void saysNothingInAnExceptionsWordsWhateverIsDamaged() {
        Random random = new Random(13);
        byte[] xlsx = Sheets.of("表一", "| 项目 | 公文件数 |\n| 本期制发公文 | 12 |\n").xlsx();
        byte[] xls = Sheets.of("表一", "| 项目 | 公文件数 |\n| 本期制发公文 | 12 |\n").xls();
        List<byte[]> wrecks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            wrecks.add(damaged(i % 2 == 0 ? xlsx : xls, random));
        }
        for (byte[] wreck : wrecks) {
            if (returns.read(Returns.NAME, wreck) instanceof Reading.Rejected rejected) {
                assertIsInWords(rejected.reason());
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 0; i < 40; i++) {
            bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void assertIsInWords(Finding reason) {
        for (String words : List.of(
                Messages.render(reason, Language.ZH),
                Messages.render(reason, Language.EN),
                Messages.cure(reason, Language.ZH),
                Messages.cure(reason, Language.EN))) {
            assertFalse(
                    words.matches("(?s).*(Exception|Error\\b|java|org\\.|\\bIndex \\d|out of bounds|null|\\{).*"),
                    words);
        }
        if (reason.code().equals("file-unreadable")) {
            String detail = String.valueOf(reason.arguments().get("detail"));
            assertFalse(Messages.render(reason, Language.EN).endsWith(": " + detail), detail);
        }
    }

    @Test
    void saysUtf16ByItsNameWithItsMarkAndWithout() {
        String csv = "标题,类别,渠道\r\n甲,机构信息,政府网站\r\n";
        byte[] marked = ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE);
        assertEquals("file-format-unsupported UTF-16", csvLine(marked));
        assertEquals("file-format-unsupported UTF-16", csvLine(csv.getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("file-format-unsupported UTF-16", csvLine(csv.getBytes(StandardCharsets.UTF_16BE)));
        assertEquals("file-not-workbook unknown", csvLine(new byte[] {1, 0, 2, 0, 0, 0, 7, 9, 0, 4}));
    }

    private String csvLine(byte[] bytes) {
        return Returns.line(returns.rejection("青岚县教育局_2026年第三季度.csv", bytes));
    }

    private String line(byte[] bytes) {
        return Returns.line(returns.rejection(Returns.NAME, bytes));
    }
}
