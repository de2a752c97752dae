package org.jibao.sample;

import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;

/** Table 2: requests received, carried in from the quarter before, handled with an outcome each, carried out. */
final class RequestsStory {

    private static final int[] OUTCOME_WEIGHTS = {
        470, 110, 4, 6, 4, 18, 20, 14, 10, 12, 150, 30, 20, 50, 25, 10, 3, 8, 22, 3, 11
    };

    private final Dice dice;
    private final Map<String, Object> values;

    RequestsStory(Dice dice, Map<String, Object> values) {
        this.dice = dice;
        this.values = values;
    }

    /** @param carry whether anything may stay open at the quarter's end */
    void tell(SampleUnit unit, Period period, Figures previous, boolean carry) {
        List<String> applicants = Labels.parts(Labels.APPLICANTS);
        for (String applicant : applicants) {
            column(applicant, received(unit, period, applicant), carriedIn(applicant, previous), carry);
        }
        for (String row : rows()) {
            int sum = 0;
            for (String applicant : applicants) {
                sum += Sums.count(values, key(row, applicant));
            }
            values.put(key(row, "total"), sum);
        }
    }

    private int received(SampleUnit unit, Period period, String applicant) {
        int grown = 4 + (period.year() - 2024) + (period.index() == 1 ? 1 : 0);
        int usual = unit.scale() * grown / 20;
        return switch (applicant) {
            case "natural" -> dice.between(usual / 2, usual + 2);
            case "business" -> dice.between(0, 1 + usual / 4);
            default -> dice.chance(12 + usual) ? 1 : 0;
        };
    }

    private int carriedIn(String applicant, Figures previous) {
        String before = key("carried_out", applicant);
        return previous.values().containsKey(before) ? previous.count(before) : dice.successes(2, 30);
    }

    private void column(String applicant, int received, int carriedIn, boolean carry) {
        int carriedOut = carry ? dice.successes(received, 16) : 0;
        int handled = received + carriedIn - carriedOut;
        values.put(key("received", applicant), received);
        values.put(key("carried_in", applicant), carriedIn);
        int[] outcomes = new int[OUTCOME_WEIGHTS.length];
        for (int i = 0; i < handled; i++) {
            outcomes[dice.weighted(OUTCOME_WEIGHTS)]++;
        }
        List<String> ids = Named.ids(Labels.OUTCOMES);
        for (int i = 0; i < outcomes.length; i++) {
            values.put(key(ids.get(i), applicant), outcomes[i]);
        }
        values.put(key("total", applicant), handled);
        values.put(key("carried_out", applicant), carriedOut);
    }

    /** Every row of the printed table, in order. */
    static List<String> rows() {
        List<String> rows = new java.util.ArrayList<>(List.of("received", "carried_in"));
        rows.addAll(Named.ids(Labels.OUTCOMES));
        rows.add("total");
        rows.add("carried_out");
        return rows;
    }

    static String key(String row, String applicant) {
        return "requests." + row + "." + applicant;
    }
}
