package org.jibao.reading.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PlainText;
import org.jibao.calendar.Remembered;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.identity.Identity;
import org.jibao.reading.identity.UnitNames;
import org.jibao.reading.layout.FormPlace;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.layout.TitleCell;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.Remarks;
import org.jspecify.annotations.Nullable;

/** Holds the lines above a table against the return's identity: a table of another unit or of last quarter is often copied in. */
final class TitleFindings {

    private static final Set<String> UNIT_LABELS =
            words("填报单位 报送单位 单位名称 填报单位盖章 填报单位名称 编制单位 填表单位 单位代码 统一代码 reportingunit unit unitcode");
    private static final Set<String> PERIOD_LABELS =
            words("报告期 填报期 所属季度 报告期间 所属期 报告年度 统计期 统计期间 period reportingperiod");
    private static final Pattern LABELLED = Pattern.compile("([^:：]{1,20})[:：]\\s{0,9}(\\S.{0,60})", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("(?:\\d{4}|[〇零○一二三四五六七八九]{4})年");
    private static final String PERIOD_SIGNS = "年季月半Qq";
    private static final int LONGEST = 64;

    /** A title from its year on; the whole of one without. */
    private static final Remembered<String> FROM_YEAR = new Remembered<>(TitleFindings::fromYear);

    private final FormPlace place;
    private final Header header;
    private final Identity identity;
    private final UnitNames units;
    private final FindingList findings;

    TitleFindings(FormPlace place, Header header, Identity identity, UnitNames units, FindingList findings) {
        this.place = place;
        this.header = header;
        this.identity = identity;
        this.units = units;
        this.findings = findings;
    }

    private static Set<String> words(String words) {
        Set<String> all = new HashSet<>();
        for (String word : words.split(" ", -1)) {
            all.add(word);
        }
        return all;
    }

    /** @param below the lowest header row of a form further up on the sheet, or -1 */
    void check(int below) {
        for (TitleCell title : TitleCell.of(place.sheet(), header, below)) {
            Cell cell = title.cell();
            if (cell.row() < header.top() && cell.text().length() <= LONGEST) {
                check(cell);
            }
        }
    }

    private void check(Cell cell) {
        boolean colon = cell.text().indexOf(':') >= 0 || cell.text().indexOf('：') >= 0;
        Matcher labelled = colon ? LABELLED.matcher(cell.text().strip()) : null;
        if (labelled != null && labelled.matches()) {
            check(LabelText.normalise(labelled.group(1)), labelled.group(2), cell);
            return;
        }
        Cell right = right(cell);
        if (right != null) {
            check(LabelText.normalise(cell.text()), right.text(), right);
        }
        period(cell.text(), cell, false);
    }

    private @Nullable Cell right(Cell cell) {
        CellRow row = place.sheet().row(cell.row());
        for (Cell next : row == null ? List.<Cell>of() : row.cells()) {
            if (next.column() > cell.column()) {
                return next;
            }
        }
        return null;
    }

    private void check(String label, String value, Cell cell) {
        if (UNIT_LABELS.contains(label)) {
            unit(value, cell);
        } else if (PERIOD_LABELS.contains(label)) {
            period(value, cell, true);
        }
    }

    private void unit(String text, Cell cell) {
        List<Unit> found =
                units.find(text).isEmpty() ? units.find(Remarks.of(text).head()) : units.find(text);
        boolean other = found.stream()
                .noneMatch(unit -> unit.code().equals(identity.unit().code()));
        if (!found.isEmpty() && other) {
            add("unit", found.get(0).name(), identity.unit().name(), cell);
        }
    }

    /** A title's period may stand behind the unit's name; only one of the job's own length contradicts. */
    private void period(String text, Cell cell, boolean labelled) {
        if (!maySayPeriod(text)) {
            return;
        }
        String from = FROM_YEAR.of(text);
        // A date alone may be that of filling in.
        PeriodCalendar calendar = identity.period().calendar();
        Optional<Period> found = labelled ? calendar.read(from) : calendar.readNamed(from);
        if (found.isPresent() && !found.get().equals(identity.period())) {
            Finding finding = finding(
                    "period",
                    found.get().label().zh(),
                    identity.period().label().zh(),
                    cell);
            finding = finding.inEnglish("found", found.get().label().en());
            add(finding.inEnglish("expected", identity.period().label().en()));
        }
    }

    private static boolean maySayPeriod(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isDigit(sign) || PERIOD_SIGNS.indexOf(sign) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String fromYear(String title) {
        String plain = PlainText.of(title);
        Matcher year = YEAR.matcher(plain);
        return year.find() ? plain.substring(year.start()) : plain;
    }

    private void add(String what, String found, String expected, Cell cell) {
        add(finding(what, found, expected, cell));
    }

    /** Several forms of one sheet share its titles. */
    private void add(Finding finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private Finding finding(String what, String found, String expected, Cell cell) {
        String sheet = place.sheet().name();
        Place at = Place.cell(sheet, cell.address());
        return Finding.of(FindingCode.TITLE_CONTRADICTS, at, "title/" + sheet, found, what, found, expected);
    }
}
