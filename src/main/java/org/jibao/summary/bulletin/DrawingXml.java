package org.jibao.summary.bulletin;

import org.jibao.workbook.Picture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A picture or a native chart in a line of text, with words for those who cannot see it. */
final class DrawingXml {

    private static final String INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /** English metric units a pixel of 1/96 inch. */
    private static final long EMU = 9525;

    private final Document document;
    private final Element run;
    private final Element data;

    /** @param number unique among the drawings of the document */
    private DrawingXml(Node beside, int width, int height, String alternative, int number) {
        document = beside.getOwnerDocument();
        run = WordXml.make(beside, "r");
        Element inline = add(WordXml.add(run, "drawing"), INLINE, "wp:inline");
        for (String side : new String[] {"distT", "distB", "distL", "distR"}) {
            inline.setAttribute(side, "0");
        }
        size(add(inline, INLINE, "wp:extent"), width, height);
        name(add(inline, INLINE, "wp:docPr"), alternative, number);
        data = add(add(inline, DRAWING, "a:graphic"), DRAWING, "a:graphicData");
    }

    /**
     * A run that holds a picture.
     *
     * @param relation the id of the picture's part
     * @param number unique among the drawings of the document
     */
    static Element picture(Node beside, Picture picture, String relation, int number) {
        DrawingXml drawing = new DrawingXml(beside, picture.width(), picture.height(), picture.alternative(), number);
        drawing.fill(picture, relation, number);
        return drawing.run;
    }

    /**
     * A run that holds a native chart.
     *
     * @param width in pixels of 1/96 inch
     * @param height likewise
     * @param alternative the chart in words
     * @param relation the id of the chart's part
     * @param number unique among the drawings of the document
     */
    static Element chart(Node beside, int width, int height, String alternative, String relation, int number) {
        DrawingXml drawing = new DrawingXml(beside, width, height, alternative, number);
        drawing.data.setAttribute("uri", CHART);
        drawing.add(drawing.data, CHART, "c:chart").setAttributeNS(WordXml.OFFICE, "r:id", relation);
        return drawing.run;
    }

    private void fill(Picture picture, String relation, int number) {
        data.setAttribute("uri", PICTURE);
        Element shown = add(data, PICTURE, "pic:pic");
        Element said = add(shown, PICTURE, "pic:nvPicPr");
        name(add(said, PICTURE, "pic:cNvPr"), picture.alternative(), number);
        add(said, PICTURE, "pic:cNvPicPr");
        Element fill = add(shown, PICTURE, "pic:blipFill");
        add(fill, DRAWING, "a:blip").setAttributeNS(WordXml.OFFICE, "r:embed", relation);
        add(add(fill, DRAWING, "a:stretch"), DRAWING, "a:fillRect");
        Element shape = add(shown, PICTURE, "pic:spPr");
        Element place = add(shape, DRAWING, "a:xfrm");
        Element at = add(place, DRAWING, "a:off");
        at.setAttribute("x", "0");
        at.setAttribute("y", "0");
        size(add(place, DRAWING, "a:ext"), picture.width(), picture.height());
        Element outline = add(shape, DRAWING, "a:prstGeom");
        outline.setAttribute("prst", "rect");
        add(outline, DRAWING, "a:avLst");
    }

    private Element add(Node parent, String namespace, String name) {
        Element element = document.createElementNS(namespace, name);
        parent.appendChild(element);
        return element;
    }

    private static void size(Element element, int width, int height) {
        element.setAttribute("cx", String.valueOf(width * EMU));
        element.setAttribute("cy", String.valueOf(height * EMU));
    }

    private static void name(Element element, String alternative, int number) {
        element.setAttribute("id", String.valueOf(number));
        element.setAttribute("name", "jibao-" + number);
        element.setAttribute("descr", WordXml.held(alternative));
    }
}
