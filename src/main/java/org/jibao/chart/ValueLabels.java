package org.jibao.chart;

import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** The figure at the end of each column; none where there is no value. */
record ValueLabels(Format format) implements CategoryItemLabelGenerator {

    @Override
    public @Nullable String generateLabel(CategoryDataset figures, int series, int category) {
        Number value = figures.getValue(series, category);
        return value == null ? null : Display.text(format, value);
    }

    @Override
    public @Nullable String generateRowLabel(CategoryDataset figures, int series) {
        return null;
    }

    @Override
    public @Nullable String generateColumnLabel(CategoryDataset figures, int category) {
        return null;
    }
}
