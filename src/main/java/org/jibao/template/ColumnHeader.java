package org.jibao.template;

import java.util.List;
import java.util.function.Function;
import org.jibao.definition.Headings;
import org.jibao.definition.Label;
import org.jibao.template.TemplateStyles.Tone;

/** The labels of columns under their headings, each group in one merged cell. */
final class ColumnHeader {

    private final List<Label> labels;
    private final Headings headings;
    private final Function<Label, String> words;

    ColumnHeader(List<Label> labels, Function<Label, String> words) {
        this.labels = labels;
        this.headings = Headings.of(labels);
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
