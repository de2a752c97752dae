package org.jibao.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.Unit;

/** The names of template files: {@code 青岚县教育局_2026年第三季度.xlsx}, as the inbox expects them back. */
final class TemplateNames {

    private static final String FORBIDDEN = "[\\\\/:*?\"<>|\\p{Cntrl}]";

    private final Map<String, Integer> units = new HashMap<>();
    private final Period period;

    TemplateNames(List<Unit> units, Period period) {
        this.period = period;
        units.forEach(unit -> this.units.merge(unit.name(), 1, Integer::sum));
    }

    /** With the unit's code where two units share a name. */
    String of(Unit unit) {
        boolean shared = units.getOrDefault(unit.name(), 1) > 1;
        String name = shared ? unit.name() + "（" + unit.code() + "）" : unit.name();
        return plain(name) + "_" + period.label().zh() + ".xlsx";
    }

    /** Of all of them in one. */
    String archive(String title) {
        return plain(title) + "_" + period.label().zh() + "_空白表.zip";
    }

    private static String plain(String name) {
        return name.replaceAll(FORBIDDEN, "_");
    }
}
