package org.jibao.sample;

import java.util.Map;

/** Table 4: a case now and then. */
final class DisputesStory {

    private static final int[] WEIGHTS = {60, 12, 18, 10};

    private DisputesStory() {}

    static void tell(Dice dice, SampleUnit unit, Map<String, Object> values) {
        for (Named group : Labels.DISPUTE_GROUPS) {
            int cases = dice.successes(unit.scale() / 6, group.id().equals("review") ? 18 : 6);
            int[] results = new int[WEIGHTS.length];
            for (int i = 0; i < cases; i++) {
                results[dice.weighted(WEIGHTS)]++;
            }
            for (int i = 0; i < results.length; i++) {
                values.put(key(group.id(), Labels.DISPUTE_RESULTS.get(i).id()), results[i]);
            }
            values.put(key(group.id(), "total"), cases);
        }
    }

    static String key(String group, String result) {
        return "disputes.cases." + group + "_" + result;
    }
}
