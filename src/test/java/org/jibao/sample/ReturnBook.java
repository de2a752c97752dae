package org.jibao.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;

/** Lays a unit's figures out on the printed forms. */
final class ReturnBook {

    static final String COVER = "封面";
    static final String PROACTIVE = "表一 主动公开";
    static final String REQUESTS = "表二 依申请公开";
    static final String RESPONSES = "表三 互动办件";
    static final String DISPUTES = "表四 复议诉讼";
    static final String REGISTER = "主动公开信息台账";
    static final String REMARKS = "审核说明";

    private ReturnBook() {}

    /** @param preparedOn the day that the cover bears */
    static SampleBook of(SampleUnit unit, Period period, Figures figures, LocalDate preparedOn) {
        SampleBook book = new SampleBook();
        book.sheets().add(CoverSheet.of(unit, period, preparedOn));
        book.sheets().add(ProactiveSheet.of(unit.name(), period, figures));
        book.sheets().add(RequestsSheet.of(unit.name(), period, figures));
        book.sheets().add(ResponsesSheet.of(unit.name(), period, figures));
        book.sheets().add(DisputesSheet.of(unit.name(), period, figures));
        book.sheets().add(RegisterSheet.of(unit.name(), period, figures));
        book.sheets().add(RemarksSheet.empty());
        return book;
    }

    /**
     * With the registers that table 2 and, for departments, table 3 count from. The others have thousands of calls, which
     * would make the sample data ten times as large.
     */
    static SampleBook withRegisters(SampleUnit unit, Period period, Figures figures, SampleBook book) {
        int place = book.sheets().size() - 1;
        if (unit.kind().equals("department")) {
            Dice dice = new Dice(County.SEED, MessageEntries.FORM.id() + unit.code() + period.code());
            List<Map<String, Object>> entries = MessageEntries.of(dice, period, figures);
            book.sheets()
                    .add(
                            place,
                            EntriesSheet.of(MessageEntries.FORM, MessageEntries.FIELDS, unit.name(), period, entries));
        }
        List<Map<String, Object>> entries = requests(unit, period, figures);
        book.sheets()
                .add(place, EntriesSheet.of(RequestEntries.FORM, RequestEntries.FIELDS, unit.name(), period, entries));
        return book;
    }

    static List<Map<String, Object>> requests(SampleUnit unit, Period period, Figures figures) {
        Dice dice = new Dice(County.SEED, RequestEntries.FORM.id() + unit.code() + period.code());
        return RequestEntries.of(dice, period, figures, Faults.ANSWERED_LATE.contains(unit.code()));
    }

    /** Marks the book as filled from the template that the unit was sent. */
    static void mark(SampleBook book, SampleUnit unit, Period period) {
        book.properties().put("jibao.job", "quarterly-disclosure");
        book.properties().put("jibao.form-version", "2024");
        book.properties().put("jibao.unit", unit.code());
        book.properties().put("jibao.period", period.code());
    }

    /** The two lines that every table begins with. */
    static void head(SampleSheet sheet, String title, String unit, Period period, int columns) {
        sheet.span(0, 0, 0, columns - 1, title, SampleCell.Look.TITLE);
        sheet.put(1, 0, "填报单位：" + unit, SampleCell.Look.SMALL);
        sheet.put(1, columns - 1, "报告期：" + period.label().zh(), SampleCell.Look.SMALL);
    }
}
