package org.jibao.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jibao.calendar.Period;

/** Files that are rejected: no workbook, or nobody can tell whose it is and for when. */
final class Wrecks {

    /** One grey point. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkqAcAAIUAgUW0RjgAAAAASUVORK5CYII=");

    /** What some systems export as {@code .xls}. */
    private static final String PAGE = """
            <html><head><meta charset="utf-8"></head><body><table border="1">
            <tr><td>填报单位</td><td>青岚县数据局</td></tr>
            <tr><td>报告期</td><td>2026年第三季度</td></tr>
            </table></body></html>
            """;

    private final Desk desk;

    Wrecks(Desk desk) {
        this.desk = desk;
    }

    void send() throws IOException {
        encrypted("QL313");
        desk.sendCorrection("QL313", Desk.DUE);
        truncated("QL314");
        desk.sendCorrection("QL314", Desk.DUE);
        wreck("QL315", new byte[0], "file-empty");
        wreck("QL316", PICTURE, "file-not-workbook");
        desk.sendCorrection("QL316", Desk.LATE);
        wreck("QL331", PAGE.getBytes(StandardCharsets.UTF_8), ".xls", "file-format-unsupported");
        desk.sendCorrection("QL331", Desk.DUE);
        lockFile("QL317");
        coverOfAnotherUnit("QL318", "QL319");
        anotherPeriod("QL319");
        desk.sendCorrection("QL319", Desk.DUE);
        unknownUnit("QL326");
    }

    private void wreck(String code, byte[] bytes, String finding) {
        wreck(code, bytes, ".xlsx", finding);
    }

    private void wreck(String code, byte[] bytes, String ending, String finding) {
        desk.sendsNothing(code);
        desk.send(code, desk.name(code, ending), Desk.FRIDAY, bytes, Expectation.rejected(finding));
    }

    private void encrypted(String code) throws IOException {
        wreck(code, Locked.with("青岚2026", BookWriter.xlsx(desk.book(code))), "file-encrypted");
    }

    /** Half of it came through. */
    private void truncated(String code) throws IOException {
        byte[] whole = BookWriter.xlsx(desk.book(code));
        wreck(code, Arrays.copyOf(whole, whole.length / 2), "file-truncated");
    }

    /** What an office program leaves beside a file that someone has open: the user's name, padded. */
    private void lockFile(String code) throws IOException {
        desk.sendGood(code, Desk.FRIDAY);
        byte[] lock = new byte[165];
        Arrays.fill(lock, (byte) ' ');
        byte[] owner = "bangongshi".getBytes(StandardCharsets.US_ASCII);
        lock[0] = (byte) owner.length;
        System.arraycopy(owner, 0, lock, 1, owner.length);
        desk.leave("~$" + desk.name(code, ".xlsx"), lock);
    }

    /** Filled in over a neighbour's file: the cover names one unit, the file another. It is nobody's. */
    private void coverOfAnotherUnit(String code, String other) throws IOException {
        SampleBook book = desk.book(code);
        book.properties().clear();
        book.set("cover.unit_name", desk.unit(other).name());
        book.set("cover.unit_code", null);
        desk.sendsNothing(code);
        Expectation expectation = Expectation.rejected("identity-conflict");
        desk.send(null, desk.name(code, ".xlsx"), Desk.FRIDAY, BookWriter.xlsx(book), expectation);
    }

    /** Last year's return, once more: that period has been closed for long, so that it is kept and does not count. */
    private void anotherPeriod(String code) throws IOException {
        Period lastYear = County.LAST.sameLastYear();
        SampleBook book = desk.book(code, lastYear);
        book.set("cover.prepared_by", "补报");
        String name = desk.unit(code).name() + "_" + lastYear.label().zh() + ".xlsx";
        desk.send(null, name, Desk.THURSDAY, BookWriter.xlsx(book), Expectation.noted("return-after-close"));
    }

    /** From over the county's border. */
    private void unknownUnit(String pattern) throws IOException {
        SampleBook book = desk.book(pattern);
        book.properties().clear();
        book.set("cover.unit_name", "青云镇");
        book.set("cover.unit_code", null);
        Expectation expectation = Expectation.rejected("unit-unknown@" + book.place("cover.unit_name"));
        desk.send(null, "青云镇_2026年第三季度.xlsx", Desk.FRIDAY, BookWriter.xlsx(book), expectation);
    }
}
