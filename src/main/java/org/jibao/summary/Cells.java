package org.jibao.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.Look.Align;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jspecify.annotations.Nullable;

/** Values as cells: numbers as numbers with their format, the missing as a dash, text as text. */
public final class Cells {
    /** Excel's limit of a cell is 32,767 characters. */
    private static final int LONGEST = 32_000;

    private static final String UP = "▲ ";
    private static final String DOWN = "▼ ";
    private static final long EXCEL_EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private final String yes;
    private final String no;
    private final ZoneId zone;
    /** By the grounds themselves, of which there are a few: to compare two part by part takes longer than all else of a cell. */
    private final Map<Look, Map<Format, Looks>> looks = new IdentityHashMap<>();

    private final Map<Look, Map<Format, Looks>> changes = new IdentityHashMap<>();

    /** @param speeches of the languages in which words of our own are written */
    Cells(List<Localizer> speeches, ZoneId zone) {
        yes = Context.joined(speeches.stream().map(speech -> speech.word("cell.yes")), " ");
        no = Context.joined(speeches.stream().map(speech -> speech.word("cell.no")), " ");
        this.zone = zone;
    }

    /** @param look one of a few that are made once */
    SheetCell cell(@Nullable Object value, ShownTable.Column column, Look look) {
        Format format = column.format();
        Looks looks = looks(look, column);
        if (value == null || isNoNumber(value)) {
            return SheetCell.text(Display.MISSING, looks.missing);
        }
        if (value instanceof Number number && format != Format.TEXT) {
            return SheetCell.number(Display.cellValue(format, number), looks.number);
        }
        if (value instanceof LocalDate date) {
            return moment(date.atStartOfDay(), looks.date);
        }
        if (value instanceof Instant instant) {
            return moment(LocalDateTime.ofInstant(instant, zone), looks.time);
        }
        return value instanceof Number number
                ? SheetCell.number(Display.exact(number), look)
                : SheetCell.text(words(value), look);
    }

    /** How the values of a column look on one ground; made once, as every row of a table has them. */
    private record Looks(Look missing, Look number, Look date, Look time) {
        static Looks of(Look look, Format format, boolean change) {
            Look aligned = Display.isNumeric(format) ? look.aligned(Align.RIGHT) : look;
            return new Looks(
                    aligned.coloured(Palette.QUIET),
                    aligned.patterned(pattern(format, change)),
                    look.patterned(Display.pattern(Format.DATE)),
                    look.patterned(Display.pattern(Format.TIME)));
        }
    }

    private Looks looks(Look ground, ShownTable.Column column) {
        Map<Look, Map<Format, Looks>> ofKind = column.change() ? changes : looks;
        Map<Format, Looks> ofGround = ofKind.get(ground);
        if (ofGround == null) {
            ofGround = new EnumMap<>(Format.class);
            ofKind.put(ground, ofGround);
        }
        Looks known = ofGround.get(column.format());
        if (known == null) {
            known = Looks.of(ground, column.format(), column.change());
            ofGround.put(column.format(), known);
        }
        return known;
    }

    /** What the cell shows, as far as its width is concerned. */
    String shown(@Nullable Object value, ShownTable.Column column) {
        return shown(value, column.format(), column.change());
    }

    private String shown(@Nullable Object value, Format format, boolean change) {
        if (value == null || isNoNumber(value)) {
            return Display.MISSING;
        }
        if (value instanceof Number number) {
            return change ? changed(number, format) : Display.text(format, number);
        }
        if (value instanceof LocalDate) {
            return "2026-12-31";
        }
        return value instanceof Instant ? "2026-12-31 23:59" : words(value);
    }

    /** The value as a text, dates and times as well. */
    public String text(@Nullable Object value, ShownTable.Column column) {
        return text(value, column.format(), column.change());
    }

    /** The same where only its format is known. */
    public String text(@Nullable Object value, Format format) {
        return text(value, format, isChange(format));
    }

    private String text(@Nullable Object value, Format format, boolean change) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        return value instanceof Instant instant
                ? Localizer.MINUTE.format(instant.atZone(zone))
                : shown(value, format, change);
    }

    private static String changed(Number number, Format format) {
        int sign = Display.exact(number).signum();
        String size = Display.text(format, number);
        if (sign == 0) {
            return size;
        }
        return sign < 0 ? DOWN + size : isChange(format) ? UP + size : UP + "+" + size;
    }

    /** Whether numbers of a format have a sign also where they are positive. */
    static boolean isChange(Format format) {
        return format == Format.CHANGE || format == Format.POINTS;
    }

    /** A change has an arrow beside its sign, so that its direction is seen at a glance and without colours. */
    private static String pattern(Format format, boolean change) {
        String plain = Display.pattern(format);
        if (!change) {
            return plain;
        }
        String signed = isChange(format) ? plain : "+" + plain + ";-" + plain + ";" + plain;
        String[] signs = signed.split(";");
        return UP + signs[0] + ";" + DOWN + signs[1] + ";" + signs[2];
    }

    private String words(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? yes : no;
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "……";
    }

    private static SheetCell moment(LocalDateTime moment, Look look) {
        BigDecimal day = BigDecimal.valueOf(moment.toLocalDate().toEpochDay() - EXCEL_EPOCH);
        LocalTime time = moment.toLocalTime();
        BigDecimal fraction = BigDecimal.valueOf(time.toSecondOfDay()).divide(SECONDS_A_DAY, 10, RoundingMode.HALF_UP);
        return SheetCell.number(day.add(fraction), look);
    }

    private static boolean isNoNumber(Object value) {
        return value instanceof Double number && !Double.isFinite(number);
    }
}
