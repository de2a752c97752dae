package org.jibao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.sample.FieldReturns.FieldJob;

/** The jobs from the field, and how their units count. */
final class FieldTellers {

    static final List<FieldJob> JOBS = List.of(
            new FieldJob(
                    "subsidy-funds",
                    "2026Q3",
                    FieldTellers::subsidies,
                    List.of("subsidy_machines.total.subsidised", "subsidy_machines.sums.total"),
                    List.of("subsidy_machines.tillage.subsidised", "300余")));

    private FieldTellers() {}

    /** Money and machines from the beginning of the year: what is paid grows from quarter to quarter. */
    private static void subsidies(FieldStory story, Dice dice, int unit) {
        List<String> money = List.of("planned", "paid", "balance");
        int share = 20 * quarter(story.period()) + 5 + 3 * (unit % 4);
        for (String source : List.of("central", "provincial", "county")) {
            int planned = source.equals("county") ? unit % 2 * 5 : source.equals("central") ? 60 + 9 * unit : 18 + 2 * unit;
            BigDecimal paid = decimal(planned * share, 100, 3);
            BigDecimal plan = BigDecimal.valueOf(planned);
            story.row("subsidy_funds." + source, money, plan, paid, plan.subtract(paid));
        }
        story.total("subsidy_funds", List.of("central", "provincial", "county"), money);
        List<String> kinds = List.of("tillage", "planting", "plant_care", "harvesting", "processing", "power");
        List<Integer> plans = List.of(120, 12, 40, 24, 16, 30);
        List<String> sets = List.of("planned", "subsidised");
        for (int i = 0; i < kinds.size(); i++) {
            int planned = plans.get(i) + 3 * unit;
            story.row("subsidy_machines." + kinds.get(i), sets, planned, planned * share / 100);
        }
        story.total("subsidy_machines", kinds, sets);
        int applied = 150 + 20 * unit + 10 * quarter(story.period());
        int served = applied * (share - 2) / 100;
        story.put("subsidy_households.applied.households", applied);
        story.put("subsidy_households.served.households", served);
        story.put("subsidy_households.telephoned.households", served - (unit == 3 ? 4 : 0));
        story.put("subsidy_households.visited.households", served * dice.between(28, 42) / 100 + 1);
    }

    private static int quarter(Period period) {
        return (period.end().getMonthValue() + 2) / 3;
    }

    private static BigDecimal decimal(int over, int under, int places) {
        return new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.HALF_UP);
    }
}
