package org.jibao.sample;

/**
 * How a broken identity is reported: the id of its rule and the cell that it points to, which is the one that makes up a
 * side by itself, such as a total, else the last that the rule names.
 */
final class Rules {

    private Rules() {}

    /** R1 + R2 = R24 + R25. */
    static String requestsBalance(SampleBook book, String applicant) {
        return "requests.balance@" + book.place(RequestsStory.key("carried_out", applicant));
    }

    /** R24 = R3 + … + R23. */
    static String requestsOutcomes(SampleBook book, String applicant) {
        return "requests.outcomes@" + book.place(RequestsStory.key("total", applicant));
    }

    /** The six applicant columns add up to the total. */
    static String requestsRow(SampleBook book, String row) {
        return "requests.applicants@" + book.place(RequestsStory.key(row, "total"));
    }

    /** Carried in is what the quarter before carried out. */
    static String carriedIn(SampleBook book, String applicant) {
        return "requests.carried@" + book.place(RequestsStory.key("carried_in", applicant));
    }

    /** Declared new items against entries in the register. */
    static String registered(SampleBook book, String category) {
        return "proactive.register@" + book.place("proactive." + category + ".new_items");
    }

    /** The year to date is last quarter's and this quarter's new items. */
    static String yearToDate(SampleBook book, String category) {
        return "proactive.year_to_date@" + book.place("proactive." + category + ".year_to_date");
    }

    static String disputes(SampleBook book, String group) {
        return "disputes." + group + "@" + book.place(DisputesStory.key(group, "total"));
    }

    /** Average days taken against those that the law allows. */
    static String days(SampleBook book, String row) {
        return "responses.days@" + book.place("responses." + row + ".days_taken");
    }
}
