package org.jibao.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jibao.sample.TypicalReturn;

/**
 * Writes a return without fault but for one row, with a register of requests of N rows: {@code inbox/}, with {@code
 * received.csv}. As Excel does, every text is a shared string. Arguments: N, the folder, the unit's code and name.
 */
public final class LongReturn {

    static final String SHEET = "依申请公开台账";

    /** The words in place of the kind of applicant in the bad row. */
    static final String BAD_WORD = "外地来客";

    private static final String PART = "xl/worksheets/long.xml";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int APPLICANTS = 250_000;

    /** A prime far from any fraction of the applicants' number. */
    private static final long SCATTER = 2_654_435_761L;

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉文辉建红";

    /** None for a person; so there are a quarter of a million different applicants. */
    private static final List<String> TRADES = List.of(
            "", "商贸有限公司", "律师事务所", "建筑有限公司", "养殖场", "农机合作社", "茶厂", "运输有限公司", "物业有限公司", "设计事务所", "诊所", "超市", "书店", "印刷厂",
            "苗圃", "粮油店", "水产店", "电器行");

    private static final List<String> WORDS = List.of(
            "编号",
            "申请人",
            "申请人类别",
            "收到日期",
            "收到方式",
            "补正通知日期",
            "补正收到日期",
            "征求第三方起",
            "征求第三方止",
            "是否延期",
            "答复日期",
            "答复类型",
            "状态",
            "自然人",
            "商业企业",
            "科研机构",
            "法律服务机构",
            "当面",
            "信函",
            "网络",
            "是",
            "否",
            "予以公开",
            "部分公开",
            "本机关不掌握相关政府信息",
            "重复申请",
            "在办",
            "已答复",
            BAD_WORD);

    private final int rows;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private int firstWord;
    private int dateStyle;

    private LongReturn(int rows) {
        this.rows = rows;
    }

    public static void main(String[] arguments) throws IOException {
        Path inbox = Files.createDirectories(Path.of(arguments[1]).resolve("inbox"));
        write(Integer.parseInt(arguments[0]), inbox, arguments[2], arguments[3]);
    }

    /** Gives the file. */
    public static Path write(int rows, Path inbox, String code, String name) throws IOException {
        Path file = inbox.resolve(TypicalReturn.fileName(name));
        new LongReturn(rows).write(TypicalReturn.xlsx(code, name), file);
        Files.writeString(
                inbox.resolveSibling("received.csv"),
                "file,received_at\n%s,%s\n".formatted(file.getFileName(), TypicalReturn.receivedAt()));
        return file;
    }

    /** The row of the sheet, as Excel counts, in which the kind of applicant is none of the list. */
    public static int badRow(int rows) {
        return rows / 4 * 3 + 1;
    }

    private void write(byte[] base, Path file) throws IOException {
        Map<String, byte[]> kept = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(base))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                kept.put(entry.getName(), zip.readAllBytes());
            }
        }
        kept.forEach((name, bytes) -> parts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        addSheet();
        addDateStyle();
        String strings = parts.remove("xl/sharedStrings.xml");
        firstWord = strings.split("<si>", -1).length - 1;
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(PART));
            writeSheet(zip);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            writeStrings(zip, strings);
        }
    }

    /** In place of a register of requests that the return may have by itself. */
    private void addSheet() {
        change("xl/workbook.xml", "name=\"" + SHEET + "\"", "name=\"" + SHEET + "（原）\"");
        insert("xl/workbook.xml", "</sheets>", "<sheet name=\"" + SHEET + "\" sheetId=\"99\" r:id=\"rId990\"/>");
        insert(
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rId990\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                        + " Target=\"worksheets/long.xml\"/>");
        insert(
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/" + PART
                        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
    }

    private void addDateStyle() {
        String styles = String.valueOf(parts.get("xl/styles.xml"));
        String cellStyles = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>"));
        dateStyle = cellStyles.split("<xf ", -1).length - 1;
        insert(
                "xl/styles.xml",
                "</cellXfs>",
                "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    }

    private void insert(String part, String before, String text) {
        change(part, before, text + before);
    }

    private void change(String part, String old, String text) {
        parts.computeIfPresent(part, (name, content) -> content.replace(old, text));
    }

    private void writeSheet(OutputStream out) throws IOException {
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">");
        for (int column = 0; column < 13; column++) {
            text(xml, column, 1, firstWord + column);
        }
        xml.append("</row>");
        for (int i = 0; i < rows; i++) {
            row(xml, i);
            if (xml.length() > 1 << 16) {
                flush(xml, out);
            }
        }
        xml.append("</sheetData></worksheet>");
        flush(xml, out);
    }

    private void row(StringBuilder xml, int i) {
        int row = i + 2;
        boolean answered = i % 10 != 0;
        // What is still open came in the quarter's last three weeks, so that none of it is overdue.
        LocalDate received = FIRST_DAY.plusDays(answered ? i % 80 : 70 + i / 10 % 15);
        xml.append("<row r=\"").append(row).append("\" spans=\"1:13\">");
        text(xml, 0, row, number(i));
        text(xml, 1, row, applicant(i));
        text(xml, 2, row, row == badRow(rows) ? word(BAD_WORD) : word("自然人") + (i % 7 < 4 ? 0 : i % 7 - 4));
        date(xml, 3, row, received);
        text(xml, 4, row, word("当面") + i % 3);
        if (i % 20 == 1) {
            date(xml, 5, row, received.plusDays(1));
            date(xml, 6, row, received.plusDays(4));
        } else {
            empty(xml, 5, row);
            empty(xml, 6, row);
        }
        if (i % 50 == 2) {
            date(xml, 7, row, received.plusDays(1));
            date(xml, 8, row, received.plusDays(6));
        } else {
            empty(xml, 7, row);
            empty(xml, 8, row);
        }
        text(xml, 9, row, word(i % 30 == 3 ? "是" : "否"));
        if (answered) {
            date(xml, 10, row, received.plusDays(9));
            text(xml, 11, row, word("予以公开") + i % 4);
        } else {
            empty(xml, 10, row);
            empty(xml, 11, row);
        }
        text(xml, 12, row, word(answered ? "已答复" : "在办"));
        xml.append("</row>");
    }

    private int word(String word) {
        return firstWord + WORDS.indexOf(word);
    }

    private int number(int i) {
        return firstWord + WORDS.size() + i;
    }

    /** Who asks, asks again at any time: the same names come back in no order. */
    private int applicant(int i) {
        return firstWord + WORDS.size() + rows + (int) (i * SCATTER % APPLICANTS);
    }

    /** A cell with a border and nothing in it: Excel writes it all the same. */
    private static void empty(StringBuilder xml, int column, int row) {
        cell(xml, column, row).append(" s=\"1\"/>");
    }

    private static void text(StringBuilder xml, int column, int row, int string) {
        cell(xml, column, row).append(" s=\"1\" t=\"s\"><v>").append(string).append("</v></c>");
    }

    private void date(StringBuilder xml, int column, int row, LocalDate date) {
        cell(xml, column, row).append(" s=\"").append(dateStyle).append("\"><v>");
        xml.append(date.toEpochDay() - DAY_ZERO.toEpochDay()).append("</v></c>");
    }

    private static StringBuilder cell(StringBuilder xml, int column, int row) {
        return xml.append("<c r=\"").append((char) ('A' + column)).append(row).append('"');
    }

    private void writeStrings(OutputStream out, String base) throws IOException {
        StringBuilder xml = new StringBuilder(base.replace("</sst>", ""));
        WORDS.forEach(word -> string(xml, word));
        for (int i = 0; i < rows; i++) {
            string(xml, "青依申〔2026〕%07d号".formatted(i + 1));
            if (xml.length() > 1 << 16) {
                flush(xml, out);
            }
        }
        for (int i = 0; i < APPLICANTS; i++) {
            string(xml, name(i));
        }
        xml.append("</sst>");
        flush(xml, out);
    }

    private static void string(StringBuilder xml, String text) {
        xml.append("<si><t>").append(text).append("</t></si>");
    }

    private static String name(int i) {
        char surname = SURNAMES.charAt(i % SURNAMES.length());
        int rest = i / SURNAMES.length();
        char first = GIVEN.charAt(rest % GIVEN.length());
        rest /= GIVEN.length();
        String name = "" + surname + first + GIVEN.charAt(rest % GIVEN.length());
        return name + TRADES.get(rest / GIVEN.length() % TRADES.size());
    }

    private static void flush(StringBuilder xml, OutputStream out) throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        xml.setLength(0);
    }
}
