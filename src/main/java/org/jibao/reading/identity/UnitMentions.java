package org.jibao.reading.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.reading.workbook.LabelText;

/**
 * The units that owe a job's return and whose name, alias or code stands somewhere in a text, such as a file's name. The longest
 * name at a place counts: in the name of a town stands that of its county, too.
 */
final class UnitMentions {

    /** A shorter number is a date, a count or the number of an attachment. */
    private static final int SHORTEST_NUMBER = 4;

    private final Map<String, Set<Unit>> words = new HashMap<>();
    private final JobDefinition job;

    /** A name in the text, from one place to another. */
    private record Mention(int from, int to, Set<Unit> units) {
        boolean isPartOf(Mention other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    /** The letters of a text, and before which of them something else stood. */
    private record Letters(String text, Set<Integer> gaps) {

        static Letters of(String text) {
            String half = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            StringBuilder letters = new StringBuilder();
            Set<Integer> gaps = new LinkedHashSet<>();
            half.codePoints().forEach(sign -> {
                String kept = LabelText.normalise(Character.toString(sign));
                if (kept.isEmpty()) {
                    gaps.add(letters.length());
                } else {
                    letters.append(kept);
                }
            });
            return new Letters(letters.toString(), gaps);
        }

        /** Whether Latin letters or digits run on over this place, so that no word ends here. */
        boolean runOn(int at) {
            return at > 0
                    && at < text.length()
                    && !gaps.contains(at)
                    && isLatin(text.charAt(at - 1))
                    && isLatin(text.charAt(at));
        }

        private static boolean isLatin(char sign) {
            return sign < 0x250 && Character.isLetterOrDigit(sign);
        }
    }

    UnitMentions(JobDefinition job) {
        this.job = job;
        for (Unit unit : job.roster().units()) {
            add(unit.code(), unit);
            add(unit.name(), unit);
            unit.aliases().forEach(alias -> add(alias, unit));
        }
    }

    private void add(String word, Unit unit) {
        String letters = Letters.of(word).text();
        boolean number = letters.chars().allMatch(Character::isDigit);
        if (letters.length() >= (number ? SHORTEST_NUMBER : 2)) {
            words.computeIfAbsent(letters, same -> new LinkedHashSet<>()).add(unit);
        }
    }

    /** All of those that are mentioned; two units of one name are both. */
    Set<Unit> in(String text) {
        List<Mention> mentions = mentions(Letters.of(text));
        Set<Unit> units = new LinkedHashSet<>();
        for (Mention mention : mentions) {
            if (mentions.stream().noneMatch(mention::isPartOf)) {
                mention.units().stream().filter(job::owes).forEach(units::add);
            }
        }
        return units;
    }

    private List<Mention> mentions(Letters letters) {
        List<Mention> mentions = new ArrayList<>();
        words.forEach((word, units) -> {
            for (int from = letters.text().indexOf(word);
                    from >= 0;
                    from = letters.text().indexOf(word, from + 1)) {
                int to = from + word.length();
                if (!letters.runOn(from) && !letters.runOn(to)) {
                    mentions.add(new Mention(from, to, units));
                }
            }
        });
        return mentions;
    }
}
