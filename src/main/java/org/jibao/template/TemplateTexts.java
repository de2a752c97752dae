package org.jibao.template;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.jibao.calendar.Period;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** The words of a template that are not the job's. Templates go to units, in the job's main language. */
final class TemplateTexts {

    /** Behind the label of what must be filled in. */
    static final String REQUIRED = " *";

    /** What a cell that never applies holds. */
    static final String NEVER = "/";

    private static final Wording WORDS = Wording.of(TemplateTexts.class);
    private static final String WEEKDAYS = "一二三四五六日";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

    private final Language language;

    TemplateTexts(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    String say(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    /** Between what stands left and what stands right. */
    String gap() {
        return language == Language.ZH ? "　　" : "   ";
    }

    /** The words as a sentence, whether or not they end like one. */
    String sentence(String words) {
        return words.endsWith("。") || words.endsWith(".") ? words : say("template.sentence", words);
    }

    /** Several names in one line. */
    String list(Collection<String> names) {
        return String.join(say("template.between"), names);
    }

    String of(Text text) {
        return text.in(language);
    }

    String of(Period period) {
        return period.label().in(language);
    }

    /** {@code 2026年10月12日（星期一）}; {@code Monday 12 October 2026} */
    String day(LocalDate day) {
        if (language == Language.EN) {
            return DAY.format(day);
        }
        char weekday = WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日（星期" + weekday + "）";
    }
}
