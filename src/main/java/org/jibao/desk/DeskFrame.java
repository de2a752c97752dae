package org.jibao.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.desk.http.Session;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the desk has: its words, its job and period, and where its links lead.
 *
 * @param jobs names of all jobs
 * @param job the name of the one shown; empty where there is none
 * @param zone in which times of the job are meant
 * @param period the code of the one shown; empty where the job has none yet
 * @param periods that can be chosen, the newest first
 * @param mailed whether the job has anything to do with mails
 * @param page the name of the page, as in its address
 * @param work the work that is going on, or null
 * @param asked what the address asks for, without the language
 */
record DeskFrame(
        Words words,
        Session session,
        List<String> jobs,
        String job,
        String jobTitle,
        ZoneId zone,
        String period,
        List<PeriodChoice> periods,
        boolean mailed,
        String page,
        @Nullable Work work,
        Map<String, String> asked) {

    /** The pages that the navigation leads to, in its order. */
    static final List<String> PAGES =
            List.of("board", "files", "mail", "findings", "judgement", "chase", "summary", "templates", "jobs", "runs");

    /** Those of them that this job has. */
    List<String> pages() {
        return PAGES.stream().filter(name -> mailed || !name.equals("mail")).toList();
    }

    /** One period of the switch. */
    record PeriodChoice(String code, String label) {}

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    String tag() {
        return words.language().tag();
    }

    /** The page in the other language. */
    String otherLanguage() {
        return words.language() == Language.ZH ? "en" : "zh";
    }

    /** The address of the same page in the other language. */
    String otherLanguageLink() {
        StringBuilder query = new StringBuilder("?lang=").append(otherLanguage());
        new TreeMap<>(asked)
                .forEach((key, value) ->
                        query.append('&').append(encoded(key)).append('=').append(encoded(value)));
        return query.toString();
    }

    String csrf() {
        return session.csrf();
    }

    String officer() {
        return session.officer();
    }

    /** The address of a page of this job and period. */
    String link(String name) {
        return "/" + job + "/" + (period.isEmpty() ? "now" : period) + "/" + name;
    }

    /** The same with one thing asked for. */
    String link(String name, String key, String value) {
        return link(name) + "?" + key + "=" + encoded(value);
    }

    /** The same page for another period. */
    String ofPeriod(String code) {
        String place = "/" + job + "/" + code + "/";
        String unit = asked.getOrDefault("unit", "");
        return page.equals("unit") && !unit.isEmpty()
                ? place + "unit?unit=" + encoded(unit)
                : place + (PAGES.contains(page) ? page : "board");
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The name of a page in the navigation. */
    String named(String name) {
        return say("page." + name);
    }
}
