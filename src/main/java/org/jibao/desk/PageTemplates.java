package org.jibao.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * The templates in {@code src/main/jte/desk}, compiled with the program. Every value is escaped for the place where it
 * stands.
 */
final class PageTemplates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PageTemplates.class.getClassLoader(), "org.jibao");

    private PageTemplates() {}

    /** @param name without its folder and ending */
    static String render(String name, Map<String, Object> values) {
        StringOutput output = new StringOutput(16 * 1024);
        ENGINE.render("desk/" + name + ".jte", values, output);
        return output.toString();
    }
}
