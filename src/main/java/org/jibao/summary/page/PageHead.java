package org.jibao.summary.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.support.SqlText;
import org.jibao.workbook.Palette;
import org.jibao.workbook.Typefaces;

/**
 * The head of the page: its one style and what a browser may do with it. Nothing is loaded, nothing is sent, and no script runs but
 * the one that sorts tables, which the policy knows by its hash.
 */
final class PageHead {
    private static final String SCRIPT = SqlText.text(PageHead.class, "page.js");
    private static final String STYLE = style();

    private final PageMarkup page;

    PageHead(PageMarkup page) {
        this.page = page;
    }

    void add(String title) {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "referrer", "content", "no-referrer");
        page.line("title", title);
        page.open("style").markup(STYLE).close("style");
        page.close("head");
    }

    /** At the end of the body, when there are tables to sort. */
    static void script(PageMarkup page) {
        page.open("script").markup(SCRIPT).close("script");
    }

    private static String policy() {
        return "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** As a policy names an element's content. */
    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The style with the theme's colours and typefaces as its variables. */
    private static String style() {
        Map<String, Integer> colours = new LinkedHashMap<>();
        colours.put("ink", Palette.INK);
        colours.put("quiet", Palette.QUIET);
        colours.put("paper", Palette.PAPER);
        colours.put("grid", Palette.GRID);
        colours.put("axis", Palette.AXIS);
        colours.put("panel", Palette.PANEL);
        colours.put("header", Palette.HEADER);
        colours.put("blue", Palette.BLUE);
        colours.put("orange", Palette.ORANGE);
        colours.put("rust", Palette.RUST);
        colours.put("dark", Palette.PARTS.get(0));
        StringBuilder variables = new StringBuilder("\n:root{");
        colours.forEach(
                (name, rgb) -> variables.append("--").append(name).append(String.format(Locale.ROOT, ":#%06X;", rgb)));
        return variables.append("font-family:") + Typefaces.FAMILIES + "}\n" + SqlText.text(PageHead.class, "page.css");
    }
}
