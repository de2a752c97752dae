package org.jibao.reading.book;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jibao.definition.TemplateMark;

/** Of a file's properties those by which a template of ours is known, where they say what one could say. */
public final class BookMark {

    private static final List<String> NAMES =
            List.of(TemplateMark.JOB, TemplateMark.FORM_VERSION, TemplateMark.UNIT, TemplateMark.PERIOD);

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private BookMark() {}

    /** All of them, or none; the code of the unit goes with them where there is one. */
    public static Map<String, String> of(Map<String, String> properties) {
        Map<String, String> mark = new TreeMap<>();
        for (String name : NAMES) {
            String value = properties.get(name);
            if (value == null || !VALUE.matcher(value).matches()) {
                return Map.of();
            }
            mark.put(name, value);
        }
        String code = properties.get(TemplateMark.CODE);
        if (code != null && VALUE.matcher(code).matches()) {
            mark.put(TemplateMark.CODE, code);
        }
        return mark;
    }
}
