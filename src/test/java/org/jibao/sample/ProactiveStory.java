package org.jibao.sample;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jibao.calendar.Period;

/** Table 1: tallies of the register, and the year to date carried on from the quarter before. */
final class ProactiveStory {

    private ProactiveStory() {}

    static void tell(Dice dice, Period period, List<Item> items, Figures previous, Map<String, Object> values) {
        tally(items, values);
        for (String category : Labels.parts(Labels.CATEGORIES)) {
            String row = "proactive." + category + ".";
            carryOn(row + "year_to_date", row + "new_items", dice, period, previous, values);
        }
        for (String channel : Labels.parts(Labels.CHANNELS)) {
            String row = "channels." + channel + ".";
            carryOn(row + "publications_to_date", row + "publications", dice, period, previous, values);
        }
        sum(values);
        int issued = items.isEmpty() ? 0 : 4 + items.size() / 3 + dice.between(0, 6);
        values.put("documents.issued.documents", issued);
        values.put("documents.disclosed.documents", dice.successes(issued, 90));
    }

    /** The items by category and channel, as if the year began with them. */
    static void tally(List<Item> items, Map<String, Object> values) {
        for (String category : Labels.parts(Labels.CATEGORIES)) {
            String row = "proactive." + category + ".";
            Predicate<Item> ofCategory = item -> item.category().equals(category);
            values.put(row + "new_items", tally(items, ofCategory));
            values.put(row + "within_20_days", tally(items, ofCategory.and(RegisterStory::inTime)));
            values.put(row + "year_to_date", tally(items, ofCategory));
        }
        for (String channel : Labels.parts(Labels.CHANNELS)) {
            int number = tally(items, item -> item.channels().contains(channel));
            values.put("channels." + channel + ".publications", number);
            values.put("channels." + channel + ".publications_to_date", number);
        }
        sum(values);
    }

    private static void sum(Map<String, Object> values) {
        Sums.rows(values, "proactive", Labels.CATEGORIES, Labels.CATEGORY_COLUMNS);
        Sums.rows(values, "channels", Labels.CHANNELS, Labels.CHANNEL_COLUMNS);
    }

    private static int tally(List<Item> items, Predicate<Item> condition) {
        return (int) items.stream().filter(condition).count();
    }

    /** The first quarter told lies at the end of a year: its year began before the story. */
    private static void carryOn(
            String toDate, String now, Dice dice, Period period, Figures previous, Map<String, Object> values) {
        int number = Sums.count(values, now);
        if (period.index() == 1) {
            values.put(toDate, number);
        } else if (previous.values().containsKey(toDate)) {
            values.put(toDate, previous.count(toDate) + number);
        } else {
            values.put(toDate, number * period.index() + dice.between(0, 3));
        }
    }
}
