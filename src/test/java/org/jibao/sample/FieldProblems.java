package org.jibao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Problems that are raised, solved and carried over, each with a deadline; and households visited. */
final class FieldProblems {

    private static final List<String> SOURCES = List.of("visit", "letter", "inspection");
    private static final List<String> WORDS = List.of("走访收集", "来信来访", "督查反馈");
    private static final List<String> PROBLEMS = List.of("路灯不亮", "排水不畅", "楼道堆物", "补贴未到", "道路破损");
    private static final List<String> ROWS = List.of("carried_in", "raised", "solved", "carried_out");

    private FieldProblems() {}

    static void tell(FieldStory story, Dice dice, int unit) {
        for (int i = 0; i < SOURCES.size(); i++) {
            List<Map<String, Object>> all = new ArrayList<>(open(story.entriesBefore("follow_up"), WORDS.get(i)));
            int carried = all.size();
            int raised = dice.between(2, 5) + (i == 0 ? 3 : 0);
            for (int n = 1; n <= raised; n++) {
                all.add(raised(story, dice, i, n));
            }
            int solved = 0;
            for (Map<String, Object> entry : all) {
                boolean late = unit == 3 && solved == 0 && carried > 0 && entry == all.get(0);
                if (!late && dice.chance(85)) {
                    LocalDate raisedOn = (LocalDate) Objects.requireNonNull(entry.get("raised_on"));
                    LocalDate first = story.period().start();
                    entry.put("solved_on", (raisedOn.isBefore(first) ? first : raisedOn).plusDays(dice.between(1, 25)));
                    solved++;
                }
                story.entry("follow_up", entry);
            }
            int[] counts = {carried, raised, solved, all.size() - solved};
            for (int row = 0; row < ROWS.size(); row++) {
                story.put("rectification." + ROWS.get(row) + "." + SOURCES.get(i), counts[row]);
            }
        }
        for (String row : ROWS) {
            int sum = SOURCES.stream()
                    .mapToInt(source -> story.count("rectification." + row + "." + source))
                    .sum();
            story.put("rectification." + row + ".total", sum);
        }
        int households = 420 + 60 * unit;
        story.put("visits.at_start.households", households);
        story.put("visits.at_end.households", households + FieldTellers.quarter(story.period()));
        story.put(
                "visits.visited.households",
                households * (25 * FieldTellers.quarter(story.period()) + unit % 4 * 3) / 100);
    }

    /** What the last return left open, as this one tells it on. */
    private static List<Map<String, Object>> open(List<Map<String, Object>> before, String source) {
        return before.stream()
                .filter(entry -> source.equals(entry.get("source")) && !entry.containsKey("solved_on"))
                .map(entry -> (Map<String, Object>) new LinkedHashMap<>(entry))
                .toList();
    }

    private static Map<String, Object> raised(FieldStory story, Dice dice, int source, int number) {
        LocalDate day = FieldTellers.day(story.period(), dice.between(3, 60));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(
                "number",
                "%s-%s-%02d"
                        .formatted(story.period().code(), SOURCES.get(source).substring(0, 1), number));
        entry.put("problem", dice.pick(PROBLEMS));
        entry.put("source", WORDS.get(source));
        entry.put("raised_on", day);
        entry.put("deadline", day.plusDays(45));
        return entry;
    }
}
