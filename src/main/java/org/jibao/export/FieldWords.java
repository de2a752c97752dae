package org.jibao.export;

import java.util.List;
import org.jibao.definition.Label;
import org.jibao.finding.Text;

/**
 * What is said of a field, beside its type.
 *
 * @param unit of measure, or empty texts
 * @param categories the ids that it may hold, or empty for any
 */
record FieldWords(Text title, Text note, Text unit, List<Label> categories) {

    private static final Text NONE = new Text("", "");

    FieldWords {
        categories = List.copyOf(categories);
    }

    static FieldWords titled(Text title) {
        return new FieldWords(title, NONE, NONE, List.of());
    }

    FieldWords noted(Text words) {
        return new FieldWords(title, words, unit, categories);
    }

    FieldWords measured(Text measure) {
        return new FieldWords(title, note, measure, categories);
    }

    FieldWords among(List<Label> values) {
        return new FieldWords(title, note, unit, values);
    }
}
