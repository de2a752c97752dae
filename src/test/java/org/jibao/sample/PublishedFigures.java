package org.jibao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.sample.Published.Outcome;

/** Real figures from published reports that fit a form; the others stand as examples beside the metrics. */
final class PublishedFigures {

    /** The upper unit of the five kinds of letters. */
    static final String LETTERS = "PB060";

    private static final int[] LETTER_KINDS = {20, 71, 58, 34, 61};

    private PublishedFigures() {}

    static List<Published> all() {
        List<Published> all = new ArrayList<>(List.of(
                street2013(),
                educationSite(),
                securitySite2010(),
                massWork2013(),
                district2022(),
                council(),
                province()));
        all.addAll(letters());
        return all;
    }

    private static Published street2013() {
        String code = "PB010";
        return published(
                code,
                "甲街道办事处",
                "2013Q4",
                counts(
                        "proactive.organisation",
                        1,
                        "proactive.work",
                        445,
                        "proactive.livelihood",
                        22,
                        "proactive.enforcement",
                        22),
                items(code, "490"),
                share(code, "organisation", "0.20%"),
                share(code, "work", "90.82%"),
                share(code, "livelihood", "4.49%"),
                share(code, "enforcement", "4.49%"));
    }

    private static Published educationSite() {
        String code = "PB020";
        return published(code, "乙区教育局", "2012Q4", categories(301, 19, 30, 1822, 77, 13, 14), items(code, "2276"));
    }

    private static Published securitySite2010() {
        String code = "PB030";
        return published(code, "丙市公安局", "2010Q4", categories(2, 110, 76, 48, 35, 36, 1, 66, 269), items(code, "643"));
    }

    private static Published massWork2013() {
        String code = "PB040";
        return published(
                code,
                "丁街道办事处",
                "2013Q4",
                counts(
                        "responses.petition.received",
                        668,
                        "responses.petition.valid",
                        668,
                        "responses.petition.closed",
                        662),
                new Outcome(code, "closing_rate", "petition", "value", "99.10%"));
    }

    private static Published district2022() {
        String code = "PB050";
        return published(
                code,
                "戊区",
                "2022Q2",
                counts(
                        "documents.issued.documents", 707,
                        "documents.disclosed.documents", 673,
                        "requests.received.natural", 263,
                        "requests.granted.natural", 81,
                        "requests.unavailable_not_held.natural", 182,
                        "requests.total.natural", 263),
                new Outcome(code, "documents_rate", "", "value", "95.19%"),
                new Outcome(code, "disclosure_rate", "", "value", "30.80%"));
    }

    /** 6 of 269 were on hold or had lapsed and count in no denominator. */
    private static Published council() {
        String code = "PB070";
        return published(
                code,
                "己委员会",
                "2021Q4",
                counts(
                        "responses.message.received", 269,
                        "responses.message.valid", 263,
                        "responses.message.answered_in_time", 217,
                        "responses.message.answered_late", 46),
                new Outcome(code, "cases_excluded", "message", "value", "6"),
                new Outcome(code, "in_time_rate", "message", "value", "82.51%"));
    }

    /** Only the four sums are published; how the requests ended is not, so all stand under 其他. */
    private static Published province() {
        String code = "PB080";
        return published(
                code,
                "庚省",
                "2020Q4",
                counts(
                        "requests.received.natural", 14069,
                        "requests.carried_in.natural", 560,
                        "requests.other_handling.natural", 13810,
                        "requests.total.natural", 13810,
                        "requests.carried_out.natural", 819),
                new Outcome(code, "requests_to_handle", "", "value", "14629"),
                new Outcome(code, "requests_handled", "", "value", "13810"),
                new Outcome(code, "requests_open", "", "value", "819"));
    }

    /** Five kinds of letters, each a unit below one office: rates are divided after adding up. */
    private static List<Published> letters() {
        List<Published> letters = new ArrayList<>();
        for (int i = 0; i < LETTER_KINDS.length; i++) {
            int number = LETTER_KINDS[i];
            letters.add(published(
                    "PB06" + (i + 1),
                    "辛市教育局第" + "一二三四五".charAt(i) + "类信件",
                    "2014Q4",
                    counts(
                            "responses.message.received",
                            number,
                            "responses.message.valid",
                            number,
                            "responses.message.closed",
                            number),
                    new Outcome("PB06" + (i + 1), "cases_received", "message", "value", String.valueOf(number)),
                    new Outcome(LETTERS, "cases_received", "message", "value", "244"),
                    new Outcome(LETTERS, "closing_rate", "message", "value", "100.00%")));
        }
        return letters;
    }

    private static Published published(
            String code, String name, String period, Map<String, Integer> parts, Outcome... must) {
        return new Published(code, name, Published.quarter(period), parts, List.of(must));
    }

    private static Outcome items(String code, String value) {
        return new Outcome(code, "items", "", "value", value);
    }

    private static Outcome share(String code, String category, String value) {
        return new Outcome(code, "items", category, "share", value);
    }

    /** The published columns are the site's own; they are taken in the order of ours. */
    private static Map<String, Integer> categories(int... numbers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            counts.put("proactive." + Labels.CATEGORIES.get(i).id(), numbers[i]);
        }
        return counts;
    }

    private static Map<String, Integer> counts(Object... keysAndNumbers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < keysAndNumbers.length; i += 2) {
            counts.put((String) keysAndNumbers[i], (Integer) keysAndNumbers[i + 1]);
        }
        return counts;
    }
}
