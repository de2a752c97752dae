package org.jibao.definition.loading;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/** What {@code job.yaml} means where it leaves a key out. It is the same on every machine. */
final class JobDefaults {

    private static final Wording WORDS = Wording.of(JobDefaults.class);

    static final String VERSION = "1";

    /** Days after the due date. */
    static final int OPEN_FOR = 60;

    /** Every night at half past one. */
    static final String SCHEDULE = "0 30 1 * * *";

    static final String ROSTER = "units.csv";

    /** The kind of every unit on a roster that has no column for it. */
    static final String ONE_KIND = "unit";

    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*";

    /** Unit and period with or without marks between them, then words of a later version. */
    static final String FILE_NAME = "(?i)^(?<unit>.+?)[_\\-－—–（(,，\\s]*(?<period>(?:"
            + YEAR
            + "|[〇零一二三四五六七八九]{4}年|\\bFY\\s*\\d{2}|\\b(?:Q|H|W|quarter|half|week)\\s*\\d{1,2}[\\s_.,-]*(?:of\\s*)?"
            + YEAR
            + "|\\b(?:first|second|third|fourth)\\s+(?:quarter|half)|\\b(?:\\d{1,2}\\s*)?"
            + MONTH
            + "[\\s_.-]*(?:(?:to|and|-|–)\\s*(?:\\d{1,2}\\s*)?"
            + MONTH
            + "[\\s_.-]*)?"
            + YEAR
            + "|\\b\\d{1,2}[./-](?:\\d{1,2}[./-])?"
            + YEAR
            + ").*?)[）)\\s_-]*(?:[（(]?(?:修订|更正|第.次|revis|correct|amend|final|v\\d).*)?$";

    private JobDefaults() {}

    /** {@code language} or {@code languages}, the main one first; both languages where neither is given. */
    static List<Language> languages(Mapping job) {
        Value one = job.ifGiven("language");
        Value several = job.ifGiven("languages");
        if (!one.absent() && !several.absent()) {
            one.report(WORDS.text("job.language-twice"));
        }
        if (!one.absent()) {
            return List.of(one.choice(Language.class, Language.EN));
        }
        List<Language> languages = several.items().stream()
                .map(item -> item.choice(Language.class, Language.ZH))
                .distinct()
                .toList();
        return languages.isEmpty() ? List.of(Language.values()) : languages;
    }

    static ZoneId zone(Language main) {
        return main == Language.ZH ? ZoneId.of("Asia/Shanghai") : ZoneId.of("UTC");
    }

    /** The kinds that a roster has, in the order of its lines; their own words are their labels. */
    static Map<String, Text> kinds(Roster roster, List<Language> languages) {
        Map<String, Text> kinds = new LinkedHashMap<>();
        Text units = WORDS.text("roster.one-kind");
        for (Unit unit : roster.units()) {
            kinds.putIfAbsent(
                    unit.kind(),
                    !unit.kind().equals(ONE_KIND)
                            ? Text.same(unit.kind())
                            : languages.size() > 1 ? units : Text.same(units.in(languages.get(0))));
        }
        return kinds;
    }
}
