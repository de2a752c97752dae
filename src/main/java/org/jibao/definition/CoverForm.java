package org.jibao.definition;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of labels with one value each, to the right of the label or below it.
 *
 * @param fields kept with the submission as text, dates in ISO form
 * @param unitName the id of the field that names the unit, or null
 * @param unitCode the id of the field that holds its code, or null
 * @param period the id of the field that holds the period, or null
 */
public record CoverForm(
        String id,
        Text title,
        SheetNames sheet,
        boolean optional,
        List<Label> fields,
        @Nullable String unitName,
        @Nullable String unitCode,
        @Nullable String period,
        Guidance guidance)
        implements FormDefinition {

    public CoverForm {
        fields = List.copyOf(fields);
    }

    /** A form of which a template says nothing. */
    public CoverForm(
            String id,
            Text title,
            SheetNames sheet,
            boolean optional,
            List<Label> fields,
            @Nullable String unitName,
            @Nullable String unitCode,
            @Nullable String period) {
        this(id, title, sheet, optional, fields, unitName, unitCode, period, Guidance.NONE);
    }
}
