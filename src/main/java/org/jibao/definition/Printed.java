package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a blank template prints beside a label's own words. The reader does not look for it.
 *
 * @param headings of the groups around it that stand above {@link Label#under()}, the outermost first
 * @param note how to fill in the row, column or field, or null
 */
public record Printed(List<String> headings, @Nullable Text note) {

    /** Nothing beside the label. */
    public static final Printed PLAIN = new Printed(List.of(), null);

    public Printed {
        headings = List.copyOf(headings);
    }
}
