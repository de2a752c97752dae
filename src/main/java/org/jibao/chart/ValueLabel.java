package org.jibao.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;

/** A label to the right of a bar's or a line's end, on white so that no line runs through it. */
final class ValueLabel extends CategoryTextAnnotation {
    private static final double CAPITAL = 0.37;

    private final double gap;

    /** @param gap pixels between the value and the text */
    ValueLabel(String text, String category, double value, double gap) {
        super(text, category, value);
        this.gap = gap;
    }

    @Override
    public void draw(
            Graphics2D graphics, CategoryPlot plot, Rectangle2D area, CategoryAxis categories, ValueAxis values) {
        int index = plot.getCategories().indexOf(getCategory());
        double across =
                categories.getCategoryMiddle(index, plot.getCategories().size(), area, plot.getDomainAxisEdge());
        double along = values.valueToJava2D(getValue(), area, plot.getRangeAxisEdge());
        boolean horizontal = plot.getOrientation() == PlotOrientation.HORIZONTAL;
        double x = (horizontal ? along : across) + gap;
        double y = horizontal ? across : along;
        graphics.setFont(getFont());
        FontMetrics metrics = graphics.getFontMetrics();
        double size = getFont().getSize2D();
        graphics.setPaint(Color.WHITE);
        graphics.fill(
                new Rectangle2D.Double(x - 3, y - size * 0.62, metrics.stringWidth(getText()) + 6.0, size * 1.24));
        graphics.setPaint(getPaint());
        graphics.drawString(getText(), (float) x, (float) (y + size * CAPITAL));
    }
}
