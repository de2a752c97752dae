package org.jibao.sample;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jibao.calendar.Period;

/** Table 1: tallies of the register, and the year to date carried on from the quarter before. */
final class ProactiveStory {

    private ProactiveStory() {}

    static void tell(Dice dice, Period period, List<Item> items, Figures previous, Map<String, Object> values) {
        for (String category : Labels.parts(Labels.CATEGORIES)) {
            String row = "proactive." + category + ".";
            Predicate<Item> ofCategory = item -> item.category().equals(category);
            int number = tally(items, ofCategory);
            values.put(row + "new_items", number);
            values.put(row + "within_20_days", tally(items, ofCategory.and(RegisterStory::inTime)));
            values.put(row + "year_to_date", toDate(row + "year_to_date", number, dice, period, previous));
        }
        for (String channel : Labels.parts(Labels.CHANNELS)) {
            String row = "channels." + channel + ".";
            int number = tally(items, item -> item.channels().contains(channel));
            values.put(row + "publications", number);
            values.put(
                    row + "publications_to_date", toDate(row + "publications_to_date", number, dice, period, previous));
        }
        Sums.rows(values, "proactive", Labels.CATEGORIES, Labels.CATEGORY_COLUMNS);
        Sums.rows(values, "channels", Labels.CHANNELS, Labels.CHANNEL_COLUMNS);
        int issued = items.isEmpty() ? 0 : 4 + items.size() / 3 + dice.between(0, 6);
        values.put("documents.issued.documents", issued);
        values.put("documents.disclosed.documents", dice.successes(issued, 90));
    }

    private static int tally(List<Item> items, Predicate<Item> condition) {
        return (int) items.stream().filter(condition).count();
    }

    /** The first quarter told lies at the end of a year: its year began before the story. */
    private static int toDate(String key, int number, Dice dice, Period period, Figures previous) {
        if (period.index() == 1) {
            return number;
        }
        int before = previous.values().containsKey(key)
                ? previous.count(key)
                : number * (period.index() - 1) + dice.between(0, 3);
        return before + number;
    }
}
