package org.jibao.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;

/** Returns filled in oddly that are accepted all the same, some with a note or a warning. */
final class Oddities {

    private final Desk desk;

    Oddities(Desk desk) {
        this.desk = desk;
    }

    void send() throws IOException {
        movedAndInsertedRows("QL105");
        renamedSheet("QL106");
        mergedHeader("QL107");
        numbersAsText("QL108");
        datesAsText("QL109");
        oldFormat("QL110");
        alias("QL111");
        late("QL201");
        calculatedTotals("QL202");
        notApplicable("QL203");
        proseAroundTables("QL204");
        zeroReturn(Faults.ZERO_RETURN);
        identityNumberInTitle("QL302");
        explainedWarning("QL303");
        entryOutOfPeriod("QL327");
        yearToDateRecounted("QL330");
    }

    /** Rows above, between and exchanged, and a column in front: labels say what is what, not addresses. */
    private void movedAndInsertedRows(String code) throws IOException {
        SampleBook book = desk.book(code);
        SampleSheet responses = book.sheet(ReturnBook.RESPONSES);
        responses.swapRows(3, 5);
        responses.insertRows(5, 2);
        SampleSheet requests = book.sheet(ReturnBook.REQUESTS);
        requests.insertRows(2, 1);
        requests.insertColumns(0, 1);
        SampleSheet proactive = book.sheet(ReturnBook.PROACTIVE);
        proactive.swapRows(4, 11);
        proactive.insertRows(7, 1);
        desk.send(code, Desk.FRIDAY, book, Expectation.ACCEPTED);
    }

    private void renamedSheet(String code) throws IOException {
        SampleBook book = desk.book(code);
        book.sheet(ReturnBook.RESPONSES).rename("互动回应与办件情况表");
        desk.send(code, Desk.FRIDAY, book, Expectation.noted("sheet-renamed@互动回应与办件情况表"));
    }

    /** Headers merged over two rows, a group label that is repeated instead of merged. */
    private void mergedHeader(String code) throws IOException {
        SampleBook book = desk.book(code);
        SampleSheet responses = book.sheet(ReturnBook.RESPONSES);
        responses.insertRows(3, 1);
        for (int c = 0; c <= Labels.RESPONSE_COLUMNS.size(); c++) {
            responses.put(3, c, null, SampleCell.Look.HEADER);
            responses.merges().add(new CellRangeAddress(2, 3, c, c));
        }
        SampleSheet requests = book.sheet(ReturnBook.REQUESTS);
        requests.unmerge(2, 4);
        for (int c = 4; c <= 8; c++) {
            requests.put(2, c, "法人或其他组织", SampleCell.Look.HEADER);
        }
        desk.send(code, Desk.FRIDAY, book, Expectation.ACCEPTED);
    }

    private void numbersAsText(String code) throws IOException {
        SampleBook book = desk.book(code);
        List<String> notes = new ArrayList<>();
        text(book, notes, "proactive.work.new_items", fullWidth(count(code, "proactive.work.new_items")) + "条");
        text(book, notes, "responses.hotline.received", count(code, "responses.hotline.received") + "件");
        String toDate = "responses.total.received";
        text(book, notes, toDate, String.format(Locale.ROOT, "%,d", count(code, toDate)));
        text(book, notes, "requests.received.natural", " " + fullWidth(count(code, "requests.received.natural")) + " ");
        desk.send(code, Desk.FRIDAY, book, Expectation.noted(notes.toArray(String[]::new)));
    }

    private int count(String code, String key) {
        return desk.figures(code).count(key);
    }

    private static void text(SampleBook book, List<String> notes, String key, String text) {
        book.set(key, text);
        notes.add("cell-text-number@" + book.place(key));
    }

    private static String fullWidth(int number) {
        StringBuilder text = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> text.append((char) (digit - '0' + '０')));
        return text.toString();
    }

    private void datesAsText(String code) throws IOException {
        SampleBook book = desk.book(code);
        List<Item> items = desk.figures(code).items();
        List<String> patterns = List.of("%d年%d月%d日", "%d.%d.%d", "%d/%d/%d", "%d-%d-%d");
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            var day = items.get(i).publishedOn();
            String key = RegisterSheet.key(i + 1, "published_on");
            book.set(key, patterns.get(i).formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
            notes.add("cell-text-date@" + book.place(key));
        }
        desk.send(code, Desk.FRIDAY, book, Expectation.noted(notes.toArray(String[]::new)));
    }

    private void oldFormat(String code) throws IOException {
        desk.send(code, desk.name(code, ".xls"), Desk.FRIDAY, BookWriter.xls(desk.book(code)), Expectation.ACCEPTED);
    }

    /** The unit calls itself by a name that the roster knows as its alias; no code, no mark. */
    private void alias(String code) throws IOException {
        SampleUnit unit = desk.unit(code);
        String alias = unit.aliases().get(unit.aliases().size() - 1);
        SampleBook book = desk.book(code);
        book.properties().clear();
        book.set("cover.unit_name", alias);
        book.set("cover.unit_code", null);
        desk.send(code, alias + "_2026年第三季度.xlsx", Desk.FRIDAY, BookWriter.xlsx(book), Expectation.ACCEPTED);
    }

    private void late(String code) throws IOException {
        desk.send(code, Desk.LATE, desk.book(code), Expectation.noted("return-late"));
    }

    /** Totals as formulas, calculated and saved by an office program. */
    private void calculatedTotals(String code) throws IOException {
        SampleBook book = desk.book(code);
        for (Named column : Labels.CATEGORY_COLUMNS) {
            sum(book, code, "proactive", "organisation", "other", column.id());
        }
        for (Named column : Labels.RESPONSE_COLUMNS.subList(0, 8)) {
            sum(book, code, "responses", "message", "petition", column.id());
        }
        desk.send(code, Desk.FRIDAY, book, Expectation.ACCEPTED);
    }

    private void sum(SampleBook book, String code, String form, String first, String last, String column) {
        String total = form + ".total." + column;
        String from = address(book, form + "." + first + "." + column);
        String to = address(book, form + "." + last + "." + column);
        book.set(total, new SampleCell.Formula("SUM(" + from + ":" + to + ")", (double) count(code, total)));
    }

    private static String address(SampleBook book, String key) {
        return book.sheetOf(key).find(key).address();
    }

    /** Nobody was asked how satisfied they were: no figures, which are not missing, and not in the totals either. */
    private void notApplicable(String code) throws IOException {
        SampleBook book = desk.book(code);
        notApplicable(book, code, "consultation", "satisfied", "N/A");
        notApplicable(book, code, "consultation", "rated", "/");
        notApplicable(book, code, "message", "closed_early", "—");
        book.set("responses.petition.days_promised", "不适用");
        desk.send(code, Desk.FRIDAY, book, Expectation.ACCEPTED);
    }

    private void notApplicable(SampleBook book, String code, String row, String column, String mark) {
        String key = "responses." + row + "." + column;
        String total = "responses.total." + column;
        book.set(key, mark);
        book.set(total, count(code, total) - count(code, key));
    }

    private void proseAroundTables(String code) throws IOException {
        SampleBook book = desk.book(code);
        SampleSheet requests = book.sheet(ReturnBook.REQUESTS);
        requests.put(31, 0, "备注：本季收到的申请主要涉及征地拆迁和村务公开，共受理较上季有所增加。", SampleCell.Look.NOTE);
        requests.put(32, 0, "联系人：办公室  电话：见封面", SampleCell.Look.NOTE);
        SampleSheet responses = book.sheet(ReturnBook.RESPONSES);
        responses.insertRows(2, 2);
        responses.put(2, 0, "说明：热线含12345转办件；咨询不含窗口口头咨询，其中当场答复的不计。", SampleCell.Look.NOTE);
        responses.put(11, 1, "以上数据已与政务服务平台核对。", SampleCell.Look.NOTE);
        desk.send(code, Desk.FRIDAY, book, Expectation.ACCEPTED);
    }

    private void zeroReturn(String code) throws IOException {
        desk.send(code, Desk.FRIDAY, desk.book(code), Expectation.noted("return-zero"));
    }

    /** The number is the example of the national standard GB 11643-1999 and nobody's. */
    private void identityNumberInTitle(String code) throws IOException {
        SampleBook book = desk.book(code);
        String key = RegisterSheet.key(3, "title");
        book.set(key, "关于对申请人（身份证号11010519491231002X）救助金发放情况的公示");
        desk.send(code, Desk.FRIDAY, book, Expectation.warned("cell-sensitive@" + book.place(key)));
    }

    /** More days than the law allows, and why. */
    private void explainedWarning(String code) throws IOException {
        SampleBook book = desk.book(code);
        book.set("responses.hotline.days_taken", new BigDecimal("12.5"));
        RemarksSheet.explain(book, "responses.days", "7月下旬12345系统迁移，热线工单停转9个工作日，已向县政务办书面报备。");
        desk.send(code, Desk.FRIDAY, book, Expectation.warned(Rules.days(book, "hotline")));
    }

    private void entryOutOfPeriod(String code) throws IOException {
        SampleBook book = desk.book(code);
        String key = RegisterSheet.key(1, "published_on");
        book.set(RegisterSheet.key(1, "formed_on"), County.LAST.start().minusDays(9));
        book.set(key, County.LAST.start().minusDays(2));
        desk.send(code, Desk.FRIDAY, book, Expectation.warned("entry-out-of-period@" + book.place(key)));
    }

    /** Earlier quarters were recounted, and nobody said so. */
    private void yearToDateRecounted(String code) throws IOException {
        SampleBook book = desk.book(code);
        for (String category : List.of("policy", "total")) {
            String key = "proactive." + category + ".year_to_date";
            book.set(key, count(code, key) + 5);
        }
        desk.send(
                code,
                Desk.FRIDAY,
                book,
                Expectation.warned(Rules.yearToDate(book, "policy"), Rules.yearToDate(book, "total")));
    }
}
