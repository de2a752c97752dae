package org.jibao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;

/** What a unit discloses in a quarter, item by item. */
final class RegisterStory {

    /** Items in a hundred, by quarter: most is published at the year's end. */
    private static final int[] SEASON = {88, 98, 96, 112};

    private static final int[] CATEGORY_WEIGHTS = {3, 8, 3, 4, 8, 8, 8, 34, 14, 4, 6};

    private static final WorkingDays WORKING_DAYS = WorkingDays.china();

    private RegisterStory() {}

    static List<Item> items(Dice dice, SampleUnit unit, Period period) {
        int years = period.year() - 2024;
        int number = unit.scale() * SEASON[period.index() - 1] * (100 + 4 * years) / 10_000 + dice.between(-2, 2);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Math.max(5, Math.min(60, number)); i++) {
            items.add(item(dice, unit, period));
        }
        items.sort(Comparator.comparing(Item::publishedOn).thenComparing(Item::title));
        return items;
    }

    private static Item item(Dice dice, SampleUnit unit, Period period) {
        String category = Labels.parts(Labels.CATEGORIES).get(dice.weighted(CATEGORY_WEIGHTS));
        LocalDate published = publication(dice, period);
        LocalDate formed = published.minusDays(dice.chance(93) ? dice.between(0, 20) : dice.between(31, 60));
        String title = Titles.title(dice, unit, category, formed);
        String number = category.equals("policy")
                ? "%s发〔%d〕%d号".formatted(unit.shortName(), formed.getYear(), dice.between(1, 99))
                : "";
        String url = dice.chance(25)
                ? "https://www.qinglan.example/%s/%d.html"
                        .formatted(unit.code().toLowerCase(java.util.Locale.ROOT), dice.between(1000, 9999))
                : "";
        return new Item(title, number, category, channels(dice, unit, category), formed, published, url);
    }

    private static LocalDate publication(Dice dice, Period period) {
        LocalDate day = period.start()
                .plusDays(dice.between(
                        0, period.end().getDayOfYear() - period.start().getDayOfYear()));
        while (!WORKING_DAYS.isWorkingDay(day)) {
            day = day.isAfter(period.start())
                    ? day.minusDays(1)
                    : period.start().plusDays(8);
        }
        return day;
    }

    private static List<String> channels(Dice dice, SampleUnit unit, String category) {
        List<String> channels = new ArrayList<>();
        add(channels, "website", dice.chance(96));
        add(channels, "wechat", dice.chance(unit.kind().equals("department") ? 40 : 55));
        add(channels, "weibo", dice.chance(8));
        add(channels, "board", dice.chance(unit.kind().equals("department") ? 6 : 35));
        add(channels, "gazette", category.equals("policy") && dice.chance(30));
        add(channels, "media", dice.chance(6));
        add(channels, "other", dice.chance(2));
        return channels.isEmpty() ? List.of("website") : channels;
    }

    private static void add(List<String> channels, String channel, boolean used) {
        if (used) {
            channels.add(channel);
        }
    }

    /** Within 20 working days, counted from the day after the information was formed. */
    static boolean inTime(Item item) {
        return !item.publishedOn().isAfter(WORKING_DAYS.plus(item.formedOn(), 20));
    }
}
