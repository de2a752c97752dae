package org.jibao.sample;

import java.util.ArrayList;
import java.util.List;

/** Every cell that a return declares, by {@code form.row.column}, in printed order. */
final class Indicators {

    private Indicators() {}

    static List<String> all() {
        List<String> keys = new ArrayList<>();
        cross(keys, "proactive", Named.ids(Labels.CATEGORIES), Named.ids(Labels.CATEGORY_COLUMNS));
        cross(keys, "channels", Named.ids(Labels.CHANNELS), Named.ids(Labels.CHANNEL_COLUMNS));
        cross(keys, "documents", Named.ids(Labels.DOCUMENTS), List.of("documents"));
        cross(keys, "requests", RequestsStory.rows(), Named.ids(Labels.APPLICANTS));
        cross(keys, "responses", Named.ids(Labels.RESPONSES), Named.ids(Labels.RESPONSE_COLUMNS));
        for (Named group : Labels.DISPUTE_GROUPS) {
            Labels.DISPUTE_RESULTS.forEach(result -> keys.add(DisputesStory.key(group.id(), result.id())));
        }
        return keys;
    }

    private static void cross(List<String> keys, String form, List<String> rows, List<String> columns) {
        rows.forEach(row -> columns.forEach(column -> keys.add(form + "." + row + "." + column)));
    }
}
