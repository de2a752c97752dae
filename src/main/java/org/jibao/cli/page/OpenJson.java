package org.jibao.cli.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.status.OpenWork;
import org.jibao.status.OpenWork.Effect;
import org.jibao.status.OpenWork.First;
import org.jibao.status.OpenWork.Item;
import org.jibao.status.OpenWork.Unlikely;
import org.jspecify.annotations.Nullable;

/** What is open in a period, for a program. */
final class OpenJson {

    private static final int DECIMALS = 9;

    private OpenJson() {}

    /** Nothing where nothing is known to be open. */
    static Map<String, @Nullable Object> of(OpenWork open) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (!open.isEmpty()) {
            object.put("unlikely_open", open.unlikely().size());
            object.put("settle_first", open.first().map(OpenJson::first).orElse(null));
            object.put("open", open.items().stream().map(OpenJson::item).toList());
            object.put(
                    "unlikely", open.unlikely().stream().map(OpenJson::unlikely).toList());
        }
        return object;
    }

    private static Map<String, @Nullable Object> first(First first) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("items", first.items());
        object.put("of", first.all());
        object.put("units", first.units());
        object.put("covered", number(first.covered()));
        return object;
    }

    private static Map<String, @Nullable Object> item(Item item) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", item.unlikely() ? "unlikely" : "missing");
        object.put("unit", item.unit());
        object.put("name", item.name());
        object.put("fingerprint", item.unlikely() ? item.fingerprint() : null);
        effect(object, item.effect());
        object.put("covered", number(item.covered()));
        return object;
    }

    private static Map<String, @Nullable Object> unlikely(Unlikely one) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("unit", one.unit());
        object.put("name", one.name());
        object.put("submission", one.submission());
        object.put("cell", one.place().toString());
        object.put("label", words(one.label().zh(), one.label().en()));
        object.put("stated", one.raw());
        object.put("expected", one.expected());
        object.put("low", one.low());
        object.put("high", one.high());
        object.put("slip", one.slip());
        object.put("slip_value", one.slipValue());
        object.put("cells", one.cells());
        object.put("fingerprint", one.fingerprint());
        effect(object, one.effect());
        return object;
    }

    private static void effect(Map<String, @Nullable Object> object, @Nullable Effect effect) {
        object.put("effect", effect == null ? null : number(effect.part()));
        object.put(
                "figure",
                effect == null
                        ? null
                        : words(effect.figure().zh(), effect.figure().en()));
    }

    private static BigDecimal number(double part) {
        return BigDecimal.valueOf(part).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private static Map<String, String> words(String zh, String en) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("zh", zh);
        object.put("en", en);
        return object;
    }
}
