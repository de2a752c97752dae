package org.jibao.definition;

import java.util.ArrayList;
import java.util.List;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/** The headings over a list of labels, level by level. */
public final class Headings {

    private final List<List<String>> paths;

    /**
     * Neighbours under one heading.
     *
     * @param level of the heading, from 0 for the outermost
     * @param first, last of the labels, from 0
     */
    public record Run(int level, int first, int last, String words) {}

    private Headings(List<List<String>> paths) {
        this.paths = List.copyOf(paths);
    }

    /** As the form prints them. */
    public static Headings of(List<Label> labels) {
        return new Headings(labels.stream().map(Label::groups).toList());
    }

    /** In the language of a reader. */
    public static Headings of(List<Label> labels, Language language) {
        return new Headings(labels.stream()
                .map(label -> words(label.printed().groups(), language))
                .toList());
    }

    private static List<String> words(List<Text> groups, Language language) {
        return groups.stream().map(group -> group.in(language)).toList();
    }

    /** How many headings stand over a label. */
    public int over(int label) {
        return paths.get(label).size();
    }

    /** Levels with the labels' own. */
    public int levels() {
        return paths.stream().mapToInt(List::size).max().orElse(0) + 1;
    }

    /** The headings with the labels that they stand over, the outermost level first. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int level = 0; level < levels() - 1; level++) {
            for (int first = 0; first < paths.size(); ) {
                int last = first;
                while (over(first) > level && last + 1 < paths.size() && same(level, first, last + 1)) {
                    last++;
                }
                if (over(first) > level) {
                    runs.add(new Run(level, first, last, paths.get(first).get(level)));
                }
                first = last + 1;
            }
        }
        return runs;
    }

    private boolean same(int level, int one, int other) {
        return over(other) > level
                && paths.get(one).subList(0, level + 1).equals(paths.get(other).subList(0, level + 1));
    }
}
