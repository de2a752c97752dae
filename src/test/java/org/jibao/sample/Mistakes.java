package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Returns that are returned to their units. Some come back corrected, some do not. */
final class Mistakes {

    private final Desk desk;

    Mistakes(Desk desk) {
        this.desk = desk;
    }

    void send() throws IOException {
        placeholders("QL205");
        carriedInFromNowhere("QL304");
        uncalculatedTotal("QL305");
        desk.sendCorrection("QL305", Desk.DUE);
        blanks("QL306");
        desk.sendCorrection("QL306", Desk.DUE);
        oneCell("QL307", "responses.petition.rated", 2.5, "cell-not-whole");
        oneCell("QL308", "responses.consultation.valid", "约30", "cell-invalid");
        desk.sendCorrection("QL308", Desk.DUE);
        oneCell("QL309", "requests.granted.total", new SampleCell.Broken(), "cell-error-value");
        desk.sendCorrection("QL309", Desk.LATE);
        declaredMoreThanRegistered("QL310");
        desk.sendCorrection("QL310", Desk.DUE);
        categoryNotListed("QL311");
        oneCell("QL312", "documents.issued.documents", LocalDate.of(2026, 9, 12), "cell-date-in-count");
        desk.sendCorrection("QL312", Desk.DUE);
        sheetMissing("QL322");
        desk.sendCorrection("QL322", Desk.DUE);
        rowMissing("QL323");
        desk.sendCorrection("QL323", Desk.LATE);
        outcomesDoNotAddUp("QL324");
        disputesDoNotAddUp("QL325");
        desk.sendCorrection("QL325", Desk.DUE);
        titleMissing("QL328");
        desk.sendCorrection("QL328", Desk.DUE);
    }

    private void oneCell(String code, String key, @Nullable Object content, String finding) throws IOException {
        cells(code, Map.of(key, content == null ? "" : content), finding);
    }

    /** The wrong cells have no value, so that no rule over them can be judged: these findings are all. */
    private void cells(String code, Map<String, Object> contents, String finding) throws IOException {
        SampleBook book = desk.book(code);
        List<String> findings = new ArrayList<>();
        contents.forEach((key, content) -> {
            book.set(key, content);
            findings.add(finding + "@" + book.place(key));
        });
        desk.send(code, Desk.THURSDAY, book, Expectation.returned(findings));
    }

    /** As printed in a published report. */
    private void placeholders(String code) throws IOException {
        Map<String, Object> contents = Map.of(
                "proactive.work.new_items", "x条",
                "channels.wechat.publications", "xx",
                "responses.hotline.received", "1300余条",
                "documents.issued.documents", "**");
        cells(code, contents, "cell-invalid");
    }

    /** Both figures are moved, so that the quarter balances in itself and only the quarter before contradicts. */
    private void carriedInFromNowhere(String code) throws IOException {
        SampleBook book = desk.book(code);
        Figures figures = desk.figures(code);
        for (String applicant : List.of("natural", "total")) {
            for (String row : List.of("carried_in", "carried_out")) {
                String key = RequestsStory.key(row, applicant);
                book.set(key, figures.count(key) + 2);
            }
        }
        desk.send(
                code,
                Desk.THURSDAY,
                book,
                Expectation.returned(List.of(Rules.carriedIn(book, "natural"), Rules.carriedIn(book, "total")))
                        .andNote("cell-probable-none@" + ReturnBook.REQUESTS));
    }

    /** Written by a program that never calculated: the total is not 0, it is unknown. */
    private void uncalculatedTotal(String code) throws IOException {
        SampleBook book = desk.book(code);
        String key = "proactive.total.new_items";
        book.set(key, new SampleCell.Formula("SUM(B5:B15)", null));
        desk.send(code, Desk.THURSDAY, book, Expectation.returned(List.of("cell-not-calculated@" + book.place(key))));
    }

    private void blanks(String code) throws IOException {
        SampleBook book = desk.book(code);
        book.set("channels.gazette.publications", null);
        book.set("disputes.cases.direct_other", "  ");
        List<String> findings = List.of(
                "cell-blank@" + book.place("channels.gazette.publications"),
                "cell-blank@" + book.place("disputes.cases.direct_other"));
        desk.send(code, Desk.THURSDAY, book, Expectation.returned(findings));
    }

    /** The register lacks its last entry. */
    private void declaredMoreThanRegistered(String code) throws IOException {
        SampleBook book = desk.book(code);
        List<Item> items = desk.figures(code).items();
        SampleSheet register = book.sheet(ReturnBook.REGISTER);
        register.removeRow(
                register.find(RegisterSheet.key(items.size(), "title")).row());
        String category = items.get(items.size() - 1).category();
        Expectation expectation = Expectation.returned(List.of(Rules.registered(book, category)));
        desk.send(code, Desk.THURSDAY, book, expectation.andNote("cell-probable-none@" + ReturnBook.PROACTIVE));
    }

    /** An entry of a category of the unit's own making: it counts for none, which the declared number shows, too. */
    private void categoryNotListed(String code) throws IOException {
        SampleBook book = desk.book(code);
        String key = RegisterSheet.key(2, "category");
        book.set(key, "党务信息");
        String declared =
                Rules.registered(book, desk.figures(code).items().get(1).category());
        Expectation expectation = Expectation.returned(List.of(declared, "entry-not-listed@" + book.place(key)));
        desk.send(code, Desk.THURSDAY, book, expectation.andNote("cell-probable-none@" + ReturnBook.PROACTIVE));
    }

    private void sheetMissing(String code) throws IOException {
        SampleBook book = desk.book(code);
        book.sheets().remove(book.sheet(ReturnBook.DISPUTES));
        desk.send(code, Desk.THURSDAY, book, Expectation.returned(List.of("sheet-missing")));
    }

    private void rowMissing(String code) throws IOException {
        SampleBook book = desk.book(code);
        SampleSheet responses = book.sheet(ReturnBook.RESPONSES);
        responses.removeRow(responses.find("responses.hotline.received").row());
        desk.send(code, Desk.THURSDAY, book, Expectation.returned(List.of("label-missing@" + ReturnBook.RESPONSES)));
    }

    /**
     * The total is one less than its outcomes and carried out one more: the column balances, its parts do not add up.
     * One request less granted would mend it in two cells, where four are wrong.
     */
    private void outcomesDoNotAddUp(String code) throws IOException {
        SampleBook book = desk.book(code);
        Figures figures = desk.figures(code);
        for (String applicant : List.of("natural", "total")) {
            String handled = RequestsStory.key("total", applicant);
            String carriedOut = RequestsStory.key("carried_out", applicant);
            book.set(handled, figures.count(handled) - 1);
            book.set(carriedOut, figures.count(carriedOut) + 1);
        }
        desk.send(
                code,
                Desk.THURSDAY,
                book,
                Expectation.returned(
                                List.of(Rules.requestsOutcomes(book, "natural"), Rules.requestsOutcomes(book, "total")))
                        .andNote("cell-probable@" + book.place(RequestsStory.key("granted", "natural"))));
    }

    private void disputesDoNotAddUp(String code) throws IOException {
        SampleBook book = desk.book(code);
        String key = DisputesStory.key("review", "total");
        book.set(key, desk.figures(code).count(key) + 1);
        Expectation expectation = Expectation.returned(List.of(Rules.disputes(book, "review")));
        desk.send(code, Desk.THURSDAY, book, expectation.andNote("cell-probable@" + book.place(key)));
    }

    private void titleMissing(String code) throws IOException {
        SampleBook book = desk.book(code);
        String key = RegisterSheet.key(4, "title");
        book.set(key, null);
        desk.send(code, Desk.THURSDAY, book, Expectation.returned(List.of("entry-field-missing@" + book.place(key))));
    }
}
