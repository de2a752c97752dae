package org.jibao.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jibao.delivery.FileName;
import org.jibao.delivery.Manifest;

/** The names of template files: {@code 青岚县教育局_2026年第三季度.xlsx}, as the inbox expects them back. */
final class TemplateNames {

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
        String mark = Manifest.sha256(unit.code()).substring(0, 8);
        // A name that is cut is none of the roster's any more; who it is stands on the cover too.
        String shown = FileName.fitting(FileName.plain(name), ending(".xlsx"), mark);
        return shown + ending(".xlsx");
    }

    /** Of all of them in one. */
    String archive(String title) {
        String mark = Manifest.sha256(title).substring(0, 8);
        return FileName.fitting(FileName.plain(title), ending("_空白表.zip"), mark) + ending("_空白表.zip");
    }

    private String ending(String kind) {
        return "_" + period.label().zh() + kind;
    }
}
