package org.jibao.answer;

import static org.jibao.support.Markup.escaped;

import java.util.Locale;
import org.jibao.finding.Language;
import org.jibao.workbook.Palette;
import org.jibao.workbook.Typefaces;

/**
 * HTML of an answer: styles stand at each element, as mail programs know nothing else; nothing is loaded from outside.
 */
final class AnswerPage {

    private static final String PAD = "padding:0 20px";

    private final StringBuilder html = new StringBuilder(4096);

    AnswerPage(Language language, String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.tag())
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(escaped(title))
                .append("</title></head>\n<body style=\"margin:0;padding:12px 8px;background:#F3F6FA;font-family:")
                .append(Typefaces.FAMILIES)
                .append(";color:")
                .append(colour(Palette.INK))
                .append("\">\n<div style=\"max-width:640px;margin:0 auto;background:#FFFFFF\">\n");
    }

    void title(String title) {
        line(
                "div",
                "padding:16px 20px;background:%s;color:#FFFFFF;font-size:18px;font-weight:bold;line-height:1.4"
                        .formatted(colour(Palette.PARTS.get(0))),
                title);
    }

    void paragraph(String words) {
        line("p", PAD + ";margin:14px 0;font-size:15px;line-height:1.7", words);
    }

    /** Opens the table of facts, or the list of reasons. */
    void open(String part) {
        html.append(
                part.equals("facts")
                        ? "<div style=\"padding:0 20px\"><table cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" "
                                + "style=\"width:100%;border-collapse:collapse\">\n"
                        : "<ol style=\"margin:14px 20px;padding-left:24px;font-size:15px;line-height:1.6\">\n");
    }

    void close(String part) {
        html.append(part.equals("facts") ? "</table></div>\n" : "</ol>\n");
    }

    void fact(String name, String value) {
        String cell = "padding:6px 8px;font-size:14px;line-height:1.5;vertical-align:top;border-bottom:1px solid "
                + colour(Palette.GRID);
        html.append("<tr>");
        line("td", cell + ";width:104px;color:" + colour(Palette.QUIET), name);
        line("td", cell + ";word-break:break-word;overflow-wrap:anywhere", value);
        html.append("</tr>\n");
    }

    void reason(String place, String message, String cure) {
        html.append("<li style=\"padding-bottom:10px\">");
        if (!place.isEmpty()) {
            line("div", "font-size:13px;font-weight:bold;color:" + colour(Palette.RUST), place);
        }
        line("div", "", message);
        if (!cure.isEmpty()) {
            line("div", "font-size:14px;color:" + colour(Palette.QUIET), cure);
        }
        html.append("</li>\n");
    }

    void next(String words) {
        String ground = "margin:16px 20px;padding:12px 14px;background:%s;border-left:4px solid %s"
                .formatted(colour(Palette.PANEL), colour(Palette.BLUE));
        line("div", ground + ";font-size:15px;line-height:1.7", words);
    }

    void signature(String office, String foot) {
        line("p", PAD + ";margin:14px 0 4px;font-size:15px;line-height:1.6;white-space:pre-line", office);
        line(
                "p",
                PAD + ";margin:0;padding-bottom:18px;font-size:12px;line-height:1.6;color:" + colour(Palette.QUIET),
                foot);
    }

    String html() {
        return html + "</div></body></html>\n";
    }

    private void line(String element, String style, String words) {
        html.append('<').append(element).append(" style=\"").append(style).append("\">");
        html.append(escaped(words)).append("</").append(element).append(">\n");
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}
