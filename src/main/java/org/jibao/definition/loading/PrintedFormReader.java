package org.jibao.definition.loading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.finding.Text;

/** The {@code printed} forms of {@code summary.yaml}, drawn once in each language. */
final class PrintedFormReader {

    private final Ids blocks;

    /** @param blocks ids of tables and charts so far */
    PrintedFormReader(Ids blocks) {
        this.blocks = blocks;
    }

    PrintedForm read(Mapping mapping) {
        String id = blocks.claim(mapping.need("id"));
        Text title = mapping.need("title").words();
        Value drawings = mapping.need("drawing");
        Mapping languages = drawings.mapping().orElse(null);
        mapping.end();
        if (languages == null) {
            Drawing none = new Drawing(0, 0, List.of());
            return new PrintedForm(id, title, none, none);
        }
        Drawing zh = DrawingReader.read(languages.need("zh"));
        Drawing en = DrawingReader.read(languages.need("en"));
        languages.end();
        Set<String> different = new TreeSet<>(zh.places());
        different.addAll(en.places());
        different.removeIf(place -> zh.places().contains(place) && en.places().contains(place));
        if (!different.isEmpty()) {
            drawings.report(SummaryMistake.placesDiffer(different));
        }
        return new PrintedForm(id, title, zh, en);
    }
}
