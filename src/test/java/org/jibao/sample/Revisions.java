package org.jibao.sample;

import java.io.IOException;
import java.util.List;

/** Units that are heard of more than once. */
final class Revisions {

    private final Desk desk;

    Revisions(Desk desk) {
        this.desk = desk;
    }

    void send() throws IOException {
        sameBytesTwice("QL101");
        acceptedTwice("QL102");
        returnedThenAccepted("QL103");
        acceptedThenReturned("QL104");
    }

    private void sameBytesTwice(String code) throws IOException {
        byte[] bytes = BookWriter.xlsx(desk.book(code));
        desk.send(code, desk.name(code, ".xlsx"), Desk.THURSDAY, bytes, Expectation.ACCEPTED);
        desk.send(code, desk.name(code, "（第2次）.xlsx"), Desk.FRIDAY, bytes, Expectation.duplicate());
    }

    /** The newer one holds one more public document: it supersedes. */
    private void acceptedTwice(String code) throws IOException {
        SampleBook first = desk.book(code);
        String issued = "documents.issued.documents";
        first.set(issued, desk.figures(code).count(issued) + 1);
        desk.send(code, Desk.THURSDAY, first, Expectation.ACCEPTED);
        desk.sendCorrection(code, Desk.DUE);
    }

    /** One request too many from natural persons: the column no longer balances, the row no longer adds up. */
    private void returnedThenAccepted(String code) throws IOException {
        SampleBook first = desk.book(code);
        String received = RequestsStory.key("received", "natural");
        first.set(received, desk.figures(code).count(received) + 1);
        desk.send(
                code,
                Desk.THURSDAY,
                first,
                Expectation.returned(
                                List.of(Rules.requestsBalance(first, "natural"), Rules.requestsRow(first, "received")))
                        .andNote("cell-probable@" + first.place(received)));
        desk.sendCorrection(code, Desk.DUE);
    }

    /** The second try is worse than the first, which stays accepted. */
    private void acceptedThenReturned(String code) throws IOException {
        desk.sendGood(code, Desk.THURSDAY);
        SampleBook second = desk.book(code);
        String valid = "responses.message.valid";
        second.set(valid, -desk.figures(code).count(valid));
        desk.send(
                code,
                desk.name(code, Desk.CORRECTION + ".xlsx"),
                Desk.DUE,
                BookWriter.xlsx(second),
                Expectation.returned(List.of("cell-negative@" + second.place(valid))));
    }
}
