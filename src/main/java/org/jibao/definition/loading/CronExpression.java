package org.jibao.definition.loading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** A cron expression with seconds: second, minute, hour, day of month, month, day of week. */
final class CronExpression {

    private static final Wording WORDS = Wording.of(CronExpression.class);

    private static final Pattern PART = Pattern.compile("(?:\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");

    /** One place of the expression; names stand for the numbers from {@code least} on. */
    private record Place(String key, int least, int most, List<String> names, boolean day) {}

    private static final List<Place> PLACES = List.of(
            new Place("cron.second", 0, 59, List.of(), false),
            new Place("cron.minute", 0, 59, List.of(), false),
            new Place("cron.hour", 0, 23, List.of(), false),
            new Place("cron.day", 1, 31, List.of(), true),
            new Place(
                    "cron.month",
                    1,
                    12,
                    List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
                    false),
            new Place("cron.weekday", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"), true));

    private CronExpression() {}

    /** What is wrong with the expression, or empty. */
    static Optional<Text> mistake(String expression) {
        String[] parts = expression.strip().split("\\s+");
        if (parts.length != PLACES.size()) {
            return Optional.of(WORDS.text("cron.parts", parts.length));
        }
        for (int i = 0; i < parts.length; i++) {
            Place place = PLACES.get(i);
            if (!valid(parts[i], place)) {
                return Optional.of(
                        WORDS.text("cron.part", WORDS.text(place.key()), parts[i], place.least(), place.most()));
            }
        }
        return Optional.empty();
    }

    private static boolean valid(String part, Place place) {
        if (part.equals("?")) {
            return place.day();
        }
        for (String item : part.split(",", -1)) {
            Matcher matcher = PART.matcher(item);
            if (!matcher.matches() || !validItem(matcher, place)) {
                return false;
            }
        }
        return true;
    }

    private static boolean validItem(Matcher item, Place place) {
        if (item.group(3) != null && Integer.parseInt(item.group(3)) == 0) {
            return false;
        }
        if (item.group(1) == null) {
            return true;
        }
        int from = number(item.group(1), place);
        int to = item.group(2) == null ? from : number(item.group(2), place);
        return from >= place.least() && from <= to && to <= place.most();
    }

    private static int number(String word, Place place) {
        int index = place.names().indexOf(word.toUpperCase(Locale.ROOT));
        if (index >= 0) {
            return place.least() + index;
        }
        return word.matches("\\d{1,2}") ? Integer.parseInt(word) : -1;
    }
}
