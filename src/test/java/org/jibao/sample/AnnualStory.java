package org.jibao.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;

/** What a unit has to report for a year, made of its quarters. */
final class AnnualStory {

    private AnnualStory() {}

    /** @param quarters the year's four, in order */
    static Figures of(SampleUnit unit, Period year, List<Figures> quarters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Named applicant : Labels.APPLICANTS) {
            for (String row : RequestsStory.rows()) {
                String key = RequestsStory.key(row, applicant.id());
                values.put(
                        key,
                        switch (row) {
                            case "carried_in" -> quarters.get(0).count(key);
                            case "carried_out" -> quarters.get(3).count(key);
                            default -> sum(quarters, key);
                        });
            }
        }
        Labels.DISPUTE_GROUPS.forEach(group -> disputes(values, group.id(), quarters));
        disclosed(new Dice(County.SEED, "annual" + unit.code() + year.code()), unit, values);
        return new Figures(values, List.of());
    }

    /** Of what was pending in earlier quarters the sample says nothing more, so it counts as open at the year's end. */
    private static void disputes(Map<String, Object> values, String group, List<Figures> quarters) {
        Labels.DISPUTE_RESULTS.forEach(result -> {
            String key = DisputesStory.key(group, result.id());
            values.put(key, sum(quarters, key));
        });
    }

    private static void disclosed(Dice dice, SampleUnit unit, Map<String, Object> values) {
        List.of("issued", "repealed", "in_force").forEach(column -> values.put("annual_documents.rules." + column, 0));
        int issued = dice.between(0, 1 + unit.scale() / 8);
        int repealed = dice.between(0, 2);
        values.put("annual_documents.normative.issued", issued);
        values.put("annual_documents.normative.repealed", repealed);
        values.put("annual_documents.normative.in_force", 6 + unit.scale() / 2 + issued - repealed);
        boolean department = unit.kind().equals("department");
        values.put("annual_decisions.licensing.decisions", department ? dice.between(0, 40 * unit.scale()) : 0);
        values.put("annual_decisions.penalties.decisions", dice.between(0, unit.scale()));
        values.put("annual_decisions.coercion.decisions", dice.chance(20) ? dice.between(1, 5) : 0);
        values.put("annual_fees.fees.amount", department ? BigDecimal.valueOf(dice.between(0, 90_000), 2) : 0);
    }

    private static int sum(List<Figures> quarters, String key) {
        return quarters.stream().mapToInt(quarter -> quarter.count(key)).sum();
    }
}
