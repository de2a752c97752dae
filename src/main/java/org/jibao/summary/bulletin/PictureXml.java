package org.jibao.summary.bulletin;

import org.jibao.workbook.Picture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A picture in a line of text, with words for those who cannot see it. */
final class PictureXml {

    private static final String INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /** English metric units a pixel of 1/96 inch. */
    private static final long EMU = 9525;

    private PictureXml() {}

    /**
     * A run that holds it.
     *
     * @param relation the id of the picture's part
     * @param number unique among the drawings of the document
     */
    static Element run(Node beside, Picture picture, String relation, int number) {
        Document document = beside.getOwnerDocument();
        Element run = WordXml.make(beside, "r");
        Element inline = add(WordXml.add(run, "drawing"), document, INLINE, "wp:inline");
        for (String side : new String[] {"distT", "distB", "distL", "distR"}) {
            inline.setAttribute(side, "0");
        }
        String width = String.valueOf(picture.width() * EMU);
        String height = String.valueOf(picture.height() * EMU);
        size(add(inline, document, INLINE, "wp:extent"), width, height);
        name(add(inline, document, INLINE, "wp:docPr"), picture, number);
        Element graphic = add(inline, document, DRAWING, "a:graphic");
        Element data = add(graphic, document, DRAWING, "a:graphicData");
        data.setAttribute("uri", PICTURE);
        Element shown = add(data, document, PICTURE, "pic:pic");
        Element said = add(shown, document, PICTURE, "pic:nvPicPr");
        name(add(said, document, PICTURE, "pic:cNvPr"), picture, number);
        add(said, document, PICTURE, "pic:cNvPicPr");
        Element fill = add(shown, document, PICTURE, "pic:blipFill");
        add(fill, document, DRAWING, "a:blip").setAttributeNS(WordXml.OFFICE, "r:embed", relation);
        add(add(fill, document, DRAWING, "a:stretch"), document, DRAWING, "a:fillRect");
        Element shape = add(shown, document, PICTURE, "pic:spPr");
        Element place = add(shape, document, DRAWING, "a:xfrm");
        Element at = add(place, document, DRAWING, "a:off");
        at.setAttribute("x", "0");
        at.setAttribute("y", "0");
        size(add(place, document, DRAWING, "a:ext"), width, height);
        Element outline = add(shape, document, DRAWING, "a:prstGeom");
        outline.setAttribute("prst", "rect");
        add(outline, document, DRAWING, "a:avLst");
        return run;
    }

    private static Element add(Node parent, Document document, String namespace, String name) {
        Element element = document.createElementNS(namespace, name);
        parent.appendChild(element);
        return element;
    }

    private static void size(Element element, String width, String height) {
        element.setAttribute("cx", width);
        element.setAttribute("cy", height);
    }

    private static void name(Element element, Picture picture, int number) {
        element.setAttribute("id", String.valueOf(number));
        element.setAttribute("name", "jibao-" + number);
        element.setAttribute("descr", WordXml.held(picture.alternative()));
    }
}
