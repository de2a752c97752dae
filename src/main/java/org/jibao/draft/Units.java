package org.jibao.draft;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jibao.calendar.PeriodText;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.Sources.Source;
import org.jibao.draft.Workbook.ListedUnit;
import org.jibao.finding.Wording;
import org.jibao.guard.PersonalNumbers;

/** The units of a draft: from a sheet that lists them, else from the lines of a list, covers and names of files. */
final class Units {

    private static final Wording WORDS = Wording.of(Units.class);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final int LONGEST = 60;

    private final Map<String, ListedUnit> units = new LinkedHashMap<>();
    private final Set<String> ofFiles = new LinkedHashSet<>();

    static Units of(List<Source> sources) {
        Units units = new Units();
        sources.forEach(source -> source.workbook().units().forEach(units::add));
        if (units.units.isEmpty()) {
            sources.forEach(units::ofReturn);
        }
        return units;
    }

    private void ofReturn(Source source) {
        Workbook workbook = source.workbook();
        boolean lines = false;
        for (DraftForm form : workbook.forms()) {
            if (form instanceof Register list && list.unit() >= 0) {
                lines |= ofList(list);
            }
        }
        if (lines) {
            return;
        }
        String name = workbook.said(Vocabulary.UNIT_NAME);
        String ofFile = unitOf(source.file().fileName());
        if (name.isEmpty() && ofFile.isEmpty()) {
            return;
        }
        add(new ListedUnit(workbook.said(Vocabulary.UNIT_CODE), name.isEmpty() ? ofFile : name));
        if (name.isEmpty()) {
            ofFiles.add(ofFile);
        }
    }

    private boolean ofList(Register list) {
        int before = units.size();
        int column = list.fields().get(list.unit()).place().column();
        SheetView view = list.view();
        for (int row = list.bottom() + 1; row < view.rows(); row++) {
            Spot unit = view.at(row, column);
            if (unit.words() && !Vocabulary.TOTAL.is(unit.text()) && !Vocabulary.NOTE.begins(unit.text())) {
                add(new ListedUnit("", unit.shown()));
            }
        }
        return units.size() > before;
    }

    /** What a file's name says before its period; empty where it says none. */
    static String unitOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot < 0 ? fileName : fileName.substring(0, dot);
        for (int at = 1; at < stem.length(); at++) {
            boolean begins = Character.isDigit(stem.charAt(at)) != Character.isDigit(stem.charAt(at - 1))
                    || !Character.isLetterOrDigit(stem.charAt(at - 1));
            if (begins && PeriodText.read(stem.substring(at)).isPresent()) {
                return Trimmed.of(stem.substring(0, at), "_-－—–（(,，");
            }
        }
        return "";
    }

    private void add(ListedUnit unit) {
        String name = PersonalNumbers.masked(
                unit.name().replaceAll("[（(](?:盖章|公章|seal)[)）]", "").strip());
        if (!name.isEmpty() && name.length() <= LONGEST && name.indexOf('|') < 0) {
            units.putIfAbsent(Vocabulary.plain(name), new ListedUnit(unit.code().strip(), name));
        }
    }

    boolean none() {
        return units.isEmpty();
    }

    int size() {
        return units.size();
    }

    List<Remark> remarks() {
        String some = String.join(", ", ofFiles.stream().limit(3).toList()) + (ofFiles.size() > 3 ? ", …" : "");
        return ofFiles.isEmpty()
                ? List.of()
                : List.of(Remark.assumed(WORDS.text("unit.of-file", ofFiles.size(), some), "", ""));
    }

    /** {@code units.csv}: codes that are missing, or cannot be codes, are made. */
    String csv() {
        StringBuilder csv = new StringBuilder("code,name\n");
        Set<String> codes = new HashSet<>();
        units.values().stream()
                .map(ListedUnit::code)
                .filter(code -> CODE.matcher(code).matches())
                .forEach(codes::add);
        Set<String> used = new HashSet<>();
        int number = 0;
        for (ListedUnit unit : units.values()) {
            String code = unit.code();
            if (!CODE.matcher(code).matches() || !used.add(code)) {
                do {
                    number++;
                    code = "U" + (number < 10 ? "0" : "") + number;
                } while (codes.contains(code) || !used.add(code));
            }
            csv.append(code).append(',').append(cell(unit.name())).append('\n');
        }
        return csv.toString();
    }

    private static String cell(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.indexOf(',') < 0 && plain.indexOf('"') < 0 ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
