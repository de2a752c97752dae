package org.jibao.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jibao.workbook.Display;
import org.jibao.workbook.Palette;
import org.jibao.workbook.Picture;
import org.jibao.workbook.Typefaces.Typeface;

/** Draws a plan as a picture or as SVG in the theme's look; a chart without values becomes a panel that says so. */
public final class ChartPainter {
    /** Pixels a pixel: sharp on paper and on a phone. */
    static final int SCALE = 2;

    /**
     * Only one thread paints at a time. The JDK measures a scaled font the first time it is asked, and hands it to a second
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
        ChartPlan drawn = plan.drawn(height);
        BufferedImage image;
        synchronized (MEASURING) {
            image = drawn(drawn, width, height);
        }
        return new Picture(Png.encode(image), width, height, AltText.of(drawn));
    }

    /**
     * Draws a plan as an SVG element that fills the width it is given; the same plan gives the same text.
     *
     * @param width in pixels of 1/96 inch, for which it is laid out
     * @param height likewise
     * @param prefix of every id in it, one that no other element of the page begins with: letters, digits and hyphens
     */
    public String svg(ChartPlan plan, int width, int height, String prefix) {
        ChartPlan drawn = plan.isEmpty() ? plan : Selection.of(plan, height);
        synchronized (MEASURING) {
            Frame frame = new Frame(typeface, drawn, width, height);
            return SvgDrawing.of(chart(drawn, frame), frame, prefix, drawn.title(), AltText.of(drawn));
        }
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

    /** In place of a chart without values: its title, and that there are none. */
    static final class EmptyPanel {
        private EmptyPanel() {}

        static JFreeChart chart(Frame frame) {
            CategoryPlot plot = new CategoryPlot();
            JFreeChart chart = frame.chart(plot, false);
            plot.setBackgroundPaint(Frame.colour(Palette.PANEL));
            plot.setNoDataMessage(frame.plan().nothing());
            plot.setNoDataMessageFont(frame.regular(14));
            plot.setNoDataMessagePaint(Frame.colour(Palette.QUIET));
            return chart;
        }
    }

    /** Encodes a picture as PNG and notes its resolution, so that it prints at its size. */
    static final class Png {
        private static final int PIXELS_PER_METRE = (int) Math.round(96 * ChartPainter.SCALE / 0.0254);
        private static final String FORMAT = "javax_imageio_png_1.0";

        private Png() {}

        static byte[] encode(BufferedImage image) {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
                ImageWriteParam parameters = writer.getDefaultWriteParam();
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
                metadata.mergeTree(FORMAT, resolution());
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, metadata), parameters);
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            } finally {
                writer.dispose();
            }
            return bytes.toByteArray();
        }

        private static IIOMetadataNode resolution() {
            IIOMetadataNode pixels = new IIOMetadataNode("pHYs");
            pixels.setAttribute("pixelsPerUnitXAxis", Integer.toString(PIXELS_PER_METRE));
            pixels.setAttribute("pixelsPerUnitYAxis", Integer.toString(PIXELS_PER_METRE));
            pixels.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(FORMAT);
            root.appendChild(pixels);
            return root;
        }
    }

    /** A chart in words, for those who cannot see it. */
    static final class AltText {
        private static final int MOST = 12;

        private AltText() {}

        static String of(ChartPlan plan) {
            List<String> parts = new ArrayList<>();
            for (ChartPlan.Series series : plan.series()) {
                for (int i = 0; i < plan.categories().size() && parts.size() < MOST; i++) {
                    String name = plan.series().size() > 1
                            ? series.name() + " " + plan.categories().get(i)
                            : plan.categories().get(i);
                    parts.add(name + " "
                            + Display.text(plan.format(), series.values().get(i)));
                }
            }
            String figures = plan.isEmpty() ? plan.nothing() : String.join(plan.word("alternative.between"), parts);
            boolean more = plan.series().size() * plan.categories().size() > MOST;
            return plan.title()
                    + plan.word("alternative.stop")
                    + plan.subtitle()
                    + plan.word("alternative.stop")
                    + figures
                    + (more ? plan.word("alternative.more") : "");
        }
    }
}
