package org.jibao.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jibao.workbook.Picture;
import org.jibao.workbook.Typeface;

/** Draws a plan as a picture in the theme's look; a chart without values becomes a panel that says so. */
public final class ChartPainter {
    /** Pixels a pixel: sharp on paper and on a phone. */
    static final int SCALE = 2;

    /**
     * One picture at a time, whoever paints. The JDK measures a scaled font the first time it is asked, and hands it to a second
     * thread while it is still turning device space into user space (sun.font.FileFontStrike): lines twice as high as they are, in all
     * charts of the process.
     */
    private static final Object MEASURING = new Object();

    private final Typeface typeface;

    public ChartPainter(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * @param width in pixels of 1/96 inch
     * @param height likewise
     */
    public Picture paint(ChartPlan plan, int width, int height) {
        ChartPlan drawn = plan.isEmpty() ? plan : Selection.of(plan, height);
        BufferedImage image;
        synchronized (MEASURING) {
            image = drawn(drawn, width, height);
        }
        return new Picture(Png.encode(image), width, height, AltText.of(drawn));
    }

    private BufferedImage drawn(ChartPlan plan, int width, int height) {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart(plan, new Frame(typeface, plan, width, height))
                .draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        graphics.dispose();
        return image;
    }

    private static JFreeChart chart(ChartPlan plan, Frame frame) {
        if (plan.isEmpty()) {
            return EmptyPanel.chart(frame);
        }
        return switch (plan.type()) {
            case RANKING -> RankingChart.chart(plan, frame);
            case STACKED -> StackedChart.chart(plan, frame);
            case COLUMNS -> ColumnsChart.chart(plan, frame);
            case TREND -> TrendChart.chart(plan, frame);
            case RING -> RingChart.chart(plan, frame);
        };
    }
}
