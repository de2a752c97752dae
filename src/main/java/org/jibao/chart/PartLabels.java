package org.jibao.chart;

import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** The figure inside a part of a bar, where the part is wide enough for it. */
record PartLabels(Format format, double largest, Frame frame) implements CategoryItemLabelGenerator {
    private static final double SMALLEST_SHARE = 0.035;
    /** What names and margins leave of a chart's width, about. */
    private static final double PLOT_SHARE = 0.6;

    @Override
    public @Nullable String generateLabel(CategoryDataset parts, int series, int category) {
        Number value = parts.getValue(series, category);
        if (value == null || value.doubleValue() / largest < SMALLEST_SHARE) {
            return null;
        }
        String label = Display.text(format, value);
        double pixels = value.doubleValue() / largest * frame.room() * PLOT_SHARE;
        return frame.textWidth(label, frame.regular(11)) + 4 < pixels ? label : null;
    }

    @Override
    public @Nullable String generateRowLabel(CategoryDataset parts, int series) {
        return null;
    }

    @Override
    public @Nullable String generateColumnLabel(CategoryDataset parts, int category) {
        return null;
    }
}
