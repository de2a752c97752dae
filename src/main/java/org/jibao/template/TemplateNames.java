package org.jibao.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.Unit;
import org.jibao.delivery.Manifest;
import org.jibao.guard.NamesInFolder;
import org.jibao.guard.SafeFileName;

/** The names of template files: {@code 青岚县教育局_2026年第三季度.xlsx}, as the inbox expects them back. */
final class TemplateNames {

    private static final int MARK = 8;

    private final Map<String, String> byCode = new HashMap<>();
    private final Period period;

    /** @param units all that have a template: what one of them is called depends on the others */
    TemplateNames(List<Unit> units, Period period) {
        this.period = period;
        Map<String, Integer> sharing = new HashMap<>();
        units.forEach(unit -> sharing.merge(key(unit), 1, Integer::sum));
        NamesInFolder names = new NamesInFolder(List.of(ending(".xlsx")));
        for (Unit unit : units) {
            // With the unit's code where file systems take two names for one.
            String told = unit.name() + "（" + unit.code() + "）";
            boolean shared = sharing.getOrDefault(key(unit), 1) > 1;
            byCode.put(unit.code(), names.claim(shared ? told : unit.name(), told, mark(unit.code())));
        }
    }

    private static String key(Unit unit) {
        return SafeFileName.key(SafeFileName.plain(unit.name()));
    }

    /** A name that is cut is none of the roster's any more; who it is stands on the cover too. */
    String of(Unit unit) {
        String name = byCode.get(unit.code());
        return (name == null ? SafeFileName.stem(unit.name(), ending(".xlsx"), mark(unit.code())) : name)
                + ending(".xlsx");
    }

    /** Of all of them in one. */
    String archive(String title) {
        return SafeFileName.of(title, ending("_空白表.zip"), mark(title));
    }

    private static String mark(String words) {
        return Manifest.sha256(words).substring(0, MARK);
    }

    private String ending(String kind) {
        return "_" + period.label().zh() + kind;
    }
}
