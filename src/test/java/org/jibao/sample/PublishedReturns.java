package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;

/** Lays published figures out on the forms, with a roster of their own and what must come out. */
final class PublishedReturns {

    private static final SampleUnit PLACEHOLDERS = unit("PB090", "壬局");
    private static final Period PLACEHOLDERS_PERIOD = Published.quarter("2013Q4");

    private final List<Published> all = PublishedFigures.all();
    private final List<Sent> files = new ArrayList<>();

    PublishedReturns() throws IOException {
        for (Published one : all) {
            SampleUnit unit = unit(one.code(), one.name());
            Figures figures = figures(one.period(), one.parts());
            SampleBook book = ReturnBook.of(
                    unit, one.period(), figures, received(one.period()).toLocalDate());
            files.add(sent(unit, one.period(), book, Expectation.ACCEPTED));
        }
        files.add(placeholders());
    }

    List<Sent> files() {
        return files;
    }

    Map<String, String> lists() {
        return Map.of(
                "units.csv", roster(),
                "expected.csv", outcomes(),
                "expectations.csv", Listings.expectations(files),
                "received.csv", Listings.received(Map.of("", files)));
    }

    /** What a published report really held where figures belong. */
    private static Sent placeholders() throws IOException {
        Figures figures = figures(PLACEHOLDERS_PERIOD, Map.of());
        SampleBook book = ReturnBook.of(
                PLACEHOLDERS,
                PLACEHOLDERS_PERIOD,
                figures,
                received(PLACEHOLDERS_PERIOD).toLocalDate());
        List<String> findings = new ArrayList<>();
        Map<String, String> raw = Map.of(
                "proactive.work.new_items", "x条",
                "channels.website.publications", "xx",
                "proactive.total.year_to_date", "1300余条");
        raw.forEach((key, text) -> {
            book.set(key, text);
            findings.add("cell-invalid@" + book.place(key));
        });
        return sent(PLACEHOLDERS, PLACEHOLDERS_PERIOD, book, Expectation.returned(findings));
    }

    private static Sent sent(SampleUnit unit, Period period, SampleBook book, Expectation expectation)
            throws IOException {
        String path = unit.name() + "_" + period.label().zh() + ".xlsx";
        return new Sent(unit.code(), period, path, BookWriter.xlsx(book), received(period), expectation);
    }

    private static OffsetDateTime received(Period period) {
        return Receipt.due(period).atTime(10, 0).atOffset(ZoneOffset.ofHours(8));
    }

    private static SampleUnit unit(String code, String name) {
        return new SampleUnit(code, name, name.endsWith("街道办事处") ? "street" : "department", List.of());
    }

    private static Figures figures(Period period, Map<String, Integer> parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        Indicators.all().forEach(key -> values.put(key, key.contains(".days_") ? "/" : 0));
        List<Item> items = new ArrayList<>();
        parts.forEach((key, number) -> {
            if (values.containsKey(key)) {
                values.put(key, number);
            } else {
                addItems(items, key.substring(key.indexOf('.') + 1), number, period);
            }
        });
        ProactiveStory.tally(items, values);
        values.keySet().stream()
                .filter(key -> key.endsWith(".natural"))
                .toList()
                .forEach(key -> values.put(key.replace(".natural", ".total"), Sums.count(values, key)));
        Sums.rows(values, "responses", Labels.RESPONSES, Labels.RESPONSE_COLUMNS.subList(0, 8));
        return new Figures(values, items);
    }

    private static void addItems(List<Item> items, String category, int number, Period period) {
        String label = Labels.zh(Labels.CATEGORIES, category);
        LocalDate day = period.start().plusDays(14);
        for (int i = 1; i <= number; i++) {
            items.add(new Item(label + "第" + i + "条", "", category, List.of("website"), day, day, ""));
        }
    }

    private String roster() {
        StringBuilder text = new StringBuilder("code,name,kind,parent,aliases,active_from,active_to\n");
        text.append("PB000,公开数字,county,,,,\n");
        text.append("%s,辛市教育局,county,PB000,,,\n".formatted(PublishedFigures.LETTERS));
        for (Published one : all) {
            boolean letters = one.code().startsWith("PB06");
            String kind = unit(one.code(), one.name()).kind();
            text.append(line(one.code(), one.name(), kind, letters ? PublishedFigures.LETTERS : "PB000"));
        }
        return text.append(line(PLACEHOLDERS.code(), PLACEHOLDERS.name(), "department", "PB000"))
                .toString();
    }

    private static String line(String code, String name, String kind, String parent) {
        return String.join(",", code, name, kind, parent, "", "", "") + "\n";
    }

    private String outcomes() {
        Set<String> lines = new LinkedHashSet<>();
        for (Published one : all) {
            for (Published.Outcome must : one.must()) {
                lines.add(String.join(
                        ",",
                        must.scope(),
                        one.period().code(),
                        must.figure(),
                        must.item(),
                        must.column(),
                        must.value()));
            }
        }
        return "scope,period,figure,item,column,value\n" + String.join("\n", lines) + "\n";
    }
}
