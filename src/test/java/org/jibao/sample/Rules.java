package org.jibao.sample;

import java.util.List;

/** How a broken identity is reported: the id of its rule and the cell that it points to. */
final class Rules {

    private Rules() {}

    /** R1 + R2 = R24 + R25. */
    static String requestsBalance(SampleBook book, String applicant) {
        return "requests.balance@" + book.place(RequestsStory.key("received", applicant));
    }

    /** R24 = R3 + … + R23. */
    static String requestsOutcomes(SampleBook book, String applicant) {
        return "requests.outcomes@" + book.place(RequestsStory.key("total", applicant));
    }

    /** The six applicant columns add up to the total. */
    static String requestsRow(SampleBook book, String row) {
        return "requests.applicants@" + book.place(RequestsStory.key(row, "natural"));
    }

    /** Carried in is what the quarter before carried out. */
    static String carriedIn(SampleBook book, String applicant) {
        return "requests.carried-in@" + book.place(RequestsStory.key("carried_in", applicant));
    }

    /** Declared new items against entries in the register; the category's row and the total's. */
    static List<String> registered(SampleBook book, String category) {
        return List.of("proactive.register@" + book.place("proactive." + category + ".new_items"));
    }

    static String disputes(SampleBook book, String group) {
        return "disputes.sum@" + book.place(DisputesStory.key(group, "upheld"));
    }
}
