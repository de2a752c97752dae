package org.jibao.answer;

import java.util.List;

/**
 * What an answer says, in the job's language, part by part.
 *
 * @param title of the answer
 * @param greeting whom it speaks to; empty where no unit is known
 * @param opening what it is about
 * @param facts a name and a value each
 * @param reasons what is wrong, the first to mend first
 * @param notes sentences that follow, such as how many reasons are left out
 * @param next what to do
 */
record AnswerWords(
        String title,
        String greeting,
        String opening,
        List<Fact> facts,
        List<Reason> reasons,
        List<String> notes,
        String next) {

    AnswerWords {
        facts = List.copyOf(facts);
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /** One line of a table. */
    record Fact(String name, String value) {}

    /**
     * One thing that is wrong.
     *
     * @param place sheet and cell; empty for the file as a whole
     * @param message what is wrong
     * @param cure how to mend it; empty where nothing is known
     */
    record Reason(String place, String message, String cure) {}
}
