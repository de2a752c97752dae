package org.jibao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A return in the making: its sheets, and the template's own mark. */
final class SampleBook {

    private final List<SampleSheet> sheets = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    List<SampleSheet> sheets() {
        return sheets;
    }

    /** The custom document properties; empty for a file that was not filled from a template. */
    Map<String, String> properties() {
        return properties;
    }

    SampleSheet sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sheet " + name));
    }

    /** The sheet on which the key stands. */
    SampleSheet sheetOf(String key) {
        return sheets.stream()
                .filter(sheet -> sheet.has(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + key + " in any sheet"));
    }

    void set(String key, @Nullable Object content) {
        sheetOf(key).set(key, content);
    }

    /** Such as {@code 表二 依申请公开!D14}. */
    String place(String key) {
        SampleSheet sheet = sheetOf(key);
        return sheet.name() + "!" + sheet.find(key).address();
    }
}
