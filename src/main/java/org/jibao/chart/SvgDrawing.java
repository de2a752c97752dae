package org.jibao.chart;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.jibao.support.Markup;
import org.jibao.workbook.Typefaces;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A chart as an SVG element. Batik draws it as a tree, and {@link SvgShapes} writes what of the tree is seen. Texts stay texts, in
 * the reader's own typeface.
 */
final class SvgDrawing {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private SvgDrawing() {}

    /**
     * The caller draws one chart at a time: the program that draws the charts has one setting for all.
     *
     * @param prefix of every id in it, one that no other drawing of the page has: letters, digits and hyphens
     * @param title what it shows, in few words
     * @param words what it shows, for those who cannot see it
     */
    static String of(JFreeChart chart, Frame frame, String prefix, String title, String words) {
        int width = frame.width();
        int height = frame.height();
        String shapes = new SvgShapes(width, height).write(draw(chart, frame, prefix));
        return "<svg xmlns=\"" + NAMESPACE + "\" viewBox=\"0 0 " + width + " " + height
                + "\" width=\"100%\" role=\"img\" aria-labelledby=\"" + prefix + "-title " + prefix
                + "-words\" font-family=\"" + Typefaces.FAMILIES + "\">\n"
                + line("title", prefix + "-title", title)
                + line("desc", prefix + "-words", words)
                + shapes
                + "</svg>\n";
    }

    private static String line(String element, String id, String text) {
        return "<" + element + " id=\"" + id + "\">" + Markup.escaped(text) + "</" + element + ">\n";
    }

    private static Element draw(JFreeChart chart, Frame frame, String prefix) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setPrecision(4);
        context.setIDGenerator(new PrefixedIds(prefix));
        SVGGraphics2D graphics = new WeightedGraphics(context, frame.bold(12));
        graphics.setSVGCanvasSize(new Dimension(frame.width(), frame.height()));
        boolean outlines = TextUtils.isUseDrawRotatedStringWorkaround();
        try {
            // Otherwise texts that stand aslant become outlines, of which no reader can make words.
            TextUtils.setUseDrawRotatedStringWorkaround(false);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
        } finally {
            TextUtils.setUseDrawRotatedStringWorkaround(outlines);
        }
        Element root = graphics.getRoot();
        graphics.dispose();
        return root;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bold face is a typeface of its own, which Batik does not know as bold: it is measured as it is and named as such. */
    private static final class WeightedGraphics extends SVGGraphics2D {
        private final transient Font bold;

        WeightedGraphics(SVGGeneratorContext context, Font bold) {
            super(context, false);
            this.bold = bold;
        }

        private WeightedGraphics(WeightedGraphics other) {
            super(other);
            bold = other.bold;
        }

        @Override
        public Graphics create() {
            return new WeightedGraphics(this);
        }

        @Override
        public void drawString(String text, float x, float y) {
            Font font = getFont();
            if (font.getFontName(Locale.ROOT).equals(bold.getFontName(Locale.ROOT))) {
                setFont(font.deriveFont(Font.BOLD));
                super.drawString(text, x, y);
                setFont(font);
            } else {
                super.drawString(text, x, y);
            }
        }
    }

    /** Ids that count up, apart from those of other drawings. */
    private static final class PrefixedIds extends SVGIDGenerator {
        private final String prefix;
        private int count;

        PrefixedIds(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String kind) {
            return prefix + "-" + ++count;
        }
    }
}
