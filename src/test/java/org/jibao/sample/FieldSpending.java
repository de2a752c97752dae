package org.jibao.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Public spending: a register of some thirty items a unit and month, and the table that it adds up to. */
final class FieldSpending {

    private static final List<String> CATEGORIES =
            List.of("abroad", "vehicles_bought", "vehicles_run", "reception", "special");
    private static final List<String> WORDS = List.of("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费", "财政专项资金");
    private static final List<String> ITEMS = List.of("出访", "更新车辆", "车辆燃油和保险", "公务接待", "项目资金");

    private FieldSpending() {}

    static void tell(FieldStory story, Dice dice, int unit) {
        List<String> columns = List.of("items", "budget", "outturn");
        for (int i = 0; i < CATEGORIES.size(); i++) {
            int items =
                    switch (i) {
                        case 0 -> unit == 0 ? 1 : 0;
                        case 1 -> unit == 3 ? 1 : 0;
                        case 2 -> dice.between(8, 14);
                        case 3 -> dice.between(6, 12);
                        default -> dice.between(4, 9);
                    };
            BigDecimal budgets = BigDecimal.ZERO;
            BigDecimal outturns = BigDecimal.ZERO;
            for (int n = 1; n <= items; n++) {
                int whole = i == 4 ? dice.between(800, 4000) : i < 2 ? dice.between(1200, 1900) : dice.between(20, 90);
                BigDecimal budget = FieldTellers.decimal(whole, 100, 2);
                BigDecimal outturn = FieldTellers.decimal(whole * dice.between(70, 100) / 100, 100, 2);
                budgets = budgets.add(budget);
                outturns = outturns.add(outturn);
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("item", ITEMS.get(i) + " " + n);
                entry.put("category", WORDS.get(i));
                entry.put("budget", budget);
                entry.put("outturn", outturn);
                boolean late = unit == 1 && n == items;
                entry.put("published_on", late ? null : story.period().end().plusDays(dice.between(1, 2)));
                story.entry("spending_register", entry);
            }
            story.row("spending." + CATEGORIES.get(i), columns, items, budgets, outturns);
        }
        story.total("spending", CATEGORIES, columns);
    }
}
