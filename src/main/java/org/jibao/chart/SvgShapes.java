package org.jibao.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.support.Markup;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Batik's tree as few words: groups are resolved, each shape says only how it differs from what SVG takes for granted, and clips
 * that cut nothing off are left out.
 */
final class SvgShapes {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}\\.\\d{1,40}(?:E-?\\d{1,4})?");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

    /** Tenths of a pixel are finer than a screen shows; the parts of a turn are finer still. */
    private static final int TENTHS = 1;

    private static final int TURN = 5;

    private static final List<String> TEXT = List.of("fill", "fill-opacity", "font-size", "font-weight", "opacity");
    private static final List<String> FILL = List.of("fill", "fill-opacity", "opacity");
    private static final List<String> STROKE = List.of(
            "stroke",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-opacity",
            "stroke-width");
    private static final List<String> SHAPE =
            List.of("cx", "cy", "d", "height", "points", "r", "rx", "ry", "width", "x", "x1", "x2", "y", "y1", "y2");

    /** What SVG takes where nothing is said. */
    private static final Map<String, String> USUAL = Map.of(
            "fill", "black",
            "fill-opacity", "1",
            "font-weight", "normal",
            "opacity", "1",
            "stroke-dasharray", "none",
            "stroke-dashoffset", "0",
            "stroke-linecap", "butt",
            "stroke-linejoin", "miter",
            "stroke-opacity", "1",
            "stroke-width", "1");

    private final String canvas;
    private final Map<String, Element> clips = new HashMap<>();
    private final Set<String> used = new TreeSet<>();
    private final StringBuilder shapes = new StringBuilder(8192);

    SvgShapes(int width, int height) {
        canvas = "M0 0 L%1$d 0 L%1$d %2$d L0 %2$d L0 0 Z".formatted(width, height);
    }

    String write(Element root) {
        NodeList all = root.getElementsByTagNameNS(SvgDrawing.NAMESPACE, "clipPath");
        for (int i = 0; i < all.getLength(); i++) {
            Element clip = (Element) all.item(i);
            clips.put(clip.getAttribute("id"), clip);
        }
        element(root, Map.of());
        StringBuilder whole = new StringBuilder(shapes.length() + 256);
        used.forEach(id -> whole.append("<clipPath id=\"")
                .append(id)
                .append("\">")
                .append(clip(id))
                .append("</clipPath>\n"));
        return whole.append(shapes).toString();
    }

    private void children(Element parent, Map<String, String> inherited) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, inherited);
            }
        }
    }

    private void element(Element element, Map<String, String> inherited) {
        Map<String, String> style = new HashMap<>(inherited);
        String outer = inherited.getOrDefault("transform", "");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            style.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        style.put("transform", (outer + " " + element.getAttribute("transform")).strip());
        switch (element.getLocalName()) {
            case "svg", "g" -> children(element, style);
            case "text" -> text(element, style);
            case "circle", "ellipse", "line", "path", "polygon", "polyline", "rect" -> shape(element, style);
            default -> {}
        }
    }

    private void text(Element element, Map<String, String> style) {
        shapes.append("<text");
        attributes(List.of("x", "y"), element);
        styles(TEXT, style);
        transform(style);
        String text = element.getTextContent();
        if (text.contains("  ")) {
            attribute("xml:space", "preserve");
        }
        shapes.append('>').append(Markup.escaped(text)).append("</text>\n");
    }

    private void shape(Element element, Map<String, String> style) {
        boolean filled = !style.getOrDefault("fill", "").equals("none");
        boolean stroked = !style.getOrDefault("stroke", "none").equals("none");
        if (!filled && !stroked) {
            return;
        }
        shapes.append('<').append(element.getLocalName());
        attributes(SHAPE, element);
        styles(FILL, style);
        if (stroked) {
            styles(STROKE, style);
        }
        transform(style);
        clipped(element.getAttribute("clip-path"));
        shapes.append("/>\n");
    }

    private void attributes(List<String> names, Element element) {
        for (String name : names) {
            if (element.hasAttribute(name)) {
                attribute(name, rounded(element.getAttribute(name), TENTHS));
            }
        }
    }

    private void styles(List<String> names, Map<String, String> style) {
        for (String name : names) {
            String value = style.getOrDefault(name, "");
            if (!value.isEmpty() && !value.equals(USUAL.get(name))) {
                attribute(name, hexadecimal(rounded(value, TENTHS)).replace("px", ""));
            }
        }
    }

    private void transform(Map<String, String> style) {
        String value = style.getOrDefault("transform", "");
        if (!value.isEmpty()) {
            attribute("transform", rounded(value, TURN));
        }
    }

    private void clipped(String reference) {
        if (reference.startsWith("url(#") && reference.endsWith(")")) {
            String id = reference.substring(5, reference.length() - 1);
            if (!clip(id).contains("\"" + canvas + "\"")) {
                used.add(id);
                attribute("clip-path", reference);
            }
        }
    }

    /** What is seen through a clip. */
    private String clip(String id) {
        StringBuilder inside = new StringBuilder();
        NodeList parts = Objects.requireNonNull(clips.get(id), id).getElementsByTagNameNS(SvgDrawing.NAMESPACE, "*");
        for (int i = 0; i < parts.getLength(); i++) {
            Element part = (Element) parts.item(i);
            inside.append('<').append(part.getLocalName());
            for (String name : SHAPE) {
                if (part.hasAttribute(name)) {
                    String value = rounded(part.getAttribute(name), TENTHS);
                    inside.append(' ').append(name).append("=\"").append(value).append('"');
                }
            }
            inside.append("/>");
        }
        return inside.toString();
    }

    private void attribute(String name, String value) {
        shapes.append(' ')
                .append(name)
                .append("=\"")
                .append(Markup.escaped(value))
                .append('"');
    }

    private static String rounded(String value, int decimals) {
        return NUMBER.matcher(value)
                .replaceAll(number -> Matcher.quoteReplacement(rounded(new BigDecimal(number.group()), decimals)));
    }

    private static String rounded(BigDecimal number, int decimals) {
        BigDecimal shorter = number.setScale(decimals, RoundingMode.HALF_UP);
        return shorter.signum() == 0 ? "0" : shorter.stripTrailingZeros().toPlainString();
    }

    private static String hexadecimal(String colour) {
        Matcher rgb = RGB.matcher(colour);
        return rgb.matches()
                ? "#%02x%02x%02x"
                        .formatted(
                                Integer.parseInt(rgb.group(1)),
                                Integer.parseInt(rgb.group(2)),
                                Integer.parseInt(rgb.group(3)))
                : colour;
    }
}
