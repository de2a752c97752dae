package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jibao.definition.Label;
import org.jibao.template.TemplateStyles.Tone;

/** The headings over a list of labels, level by level. */
final class Headings {

    private final List<List<String>> paths = new ArrayList<>();

    /** Neighbours under one heading. */
    record Run(int level, int first, int last, String words) {}

    Headings(List<Label> labels) {
        for (Label label : labels) {
            List<String> path = new ArrayList<>(label.printed().headings());
            if (label.under() != null) {
                path.add(label.under());
            }
            paths.add(path);
        }
    }

    /** How many headings stand over a label. */
    int over(int label) {
        return paths.get(label).size();
    }

    /** Levels with the labels' own. */
    int levels() {
        return paths.stream().mapToInt(List::size).max().orElse(0) + 1;
    }

    List<Run> runs() {
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

    /** The labels of columns under their headings, each group in one merged cell. */
    static final class ColumnHeader {

        private final List<Label> labels;
        private final Headings headings;
        private final Function<Label, String> words;

        ColumnHeader(List<Label> labels, Function<Label, String> words) {
            this.labels = labels;
            this.headings = new Headings(labels);
            this.words = words;
        }

        int rows() {
            return headings.levels();
        }

        void write(TemplateSheet canvas, int top, int firstColumn) {
            for (Headings.Run run : headings.runs()) {
                int row = top + run.level();
                canvas.span(row, row, firstColumn + run.first(), firstColumn + run.last(), run.words(), Tone.HEADER);
            }
            for (int i = 0; i < labels.size(); i++) {
                int column = firstColumn + i;
                int first = top + headings.over(i);
                canvas.span(first, top + rows() - 1, column, column, words.apply(labels.get(i)), Tone.HEADER);
            }
        }
    }
}
