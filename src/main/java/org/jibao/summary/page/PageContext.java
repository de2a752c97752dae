package org.jibao.summary.page;

import java.util.HashMap;
import java.util.Map;
import org.jibao.finding.Wording;
import org.jibao.summary.Context;
import org.jibao.summary.Localizer;

/** What every part of the page is made with: the summary's content, the page so far, its words and its names. */
record PageContext(Context content, PageMarkup page, Map<String, Integer> names) {
    private static final Wording WORDS = Wording.of(SummaryPage.class);

    PageContext(Context content) {
        this(content, new PageMarkup(), new HashMap<>());
    }

    Localizer speech() {
        return content.speech();
    }

    /** The page's own words. */
    String word(String key, Object... values) {
        return WORDS.text(key, values).in(speech().language());
    }

    /** The workbook that has every unit and cell of a figure. */
    String bookOfData() {
        return word(content.request().dataFile().isPresent() ? "book.data" : "book.all");
    }

    /** An id that no other element of the page has: {@code t1}, {@code t2} and so on. */
    String id(String kind) {
        return kind + names.merge(kind, 1, Integer::sum);
    }

    /** A name for a region that no other region has, so that a list of them tells them apart. */
    String name(String title) {
        int number = names.merge("name " + title, 1, Integer::sum);
        return number == 1 ? title : title + " (" + number + ")";
    }
}
