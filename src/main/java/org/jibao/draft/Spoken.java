package org.jibao.draft;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.calendar.PeriodText;
import org.jibao.draft.DraftForm.Cover;
import org.jibao.draft.DraftForm.Grid;
import org.jibao.draft.DraftForm.Register;
import org.jibao.draft.Sources.Source;
import org.jibao.finding.Language;

/** What forms say of themselves in words: their language, their period, their title. */
final class Spoken {

    /** From the most to the least telling. */
    private static final List<PeriodKind> KINDS =
            List.of(PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.MONTH, PeriodKind.WEEK, PeriodKind.YEAR);

    private Spoken() {}

    /** Chinese where a good part of the labels' letters are. */
    static Language language(List<DraftForm> forms) {
        long han = 0;
        long letters = 0;
        for (DraftForm form : forms) {
            for (DraftLabel label : labels(form)) {
                han += label.words().codePoints().filter(Spoken::isHan).count();
                letters +=
                        label.words().codePoints().filter(Character::isLetter).count();
            }
        }
        return han * 5 > letters ? Language.ZH : Language.EN;
    }

    private static boolean isHan(int sign) {
        return Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN;
    }

    static List<DraftLabel> labels(DraftForm form) {
        if (form instanceof Grid grid) {
            return java.util.stream.Stream.concat(grid.columns().stream(), grid.rows().stream())
                    .toList();
        }
        return form instanceof Cover cover ? cover.fields() : ((Register) form).fields();
    }

    /** What a filled return says on its cover or in its name. */
    static Optional<Period> period(Source source) {
        String said = source.workbook().said(Vocabulary.PERIOD);
        return PeriodText.read(said).or(() -> inside(source.file().fileName()));
    }

    private static Optional<Period> inside(String words) {
        for (int at = 0; at < words.length(); at++) {
            boolean begins = at == 0
                    || Character.isDigit(words.charAt(at)) != Character.isDigit(words.charAt(at - 1))
                    || !Character.isLetterOrDigit(words.charAt(at - 1));
            Optional<Period> period = begins ? PeriodText.read(words.substring(at)) : Optional.empty();
            if (period.isPresent()) {
                return period;
            }
        }
        return Optional.empty();
    }

    /** The kind of period that returns say, or else titles. */
    static Optional<PeriodKind> kind(List<Source> sources, Collection<Optional<Period>> periods) {
        Optional<PeriodKind> said =
                periods.stream().flatMap(Optional::stream).map(Period::kind).findFirst();
        return said.or(() ->
                sources.stream().flatMap(source -> kindOf(source).stream()).findFirst());
    }

    private static Optional<PeriodKind> kindOf(Source source) {
        StringBuilder words = new StringBuilder(source.file().fileName());
        source.workbook().sheets().stream().filter(sheet -> !sheet.hidden()).forEach(sheet -> {
            words.append(' ').append(sheet.name());
            for (int row = 0; row < Math.min(4, sheet.rows()); row++) {
                sheet.filled(row).stream().filter(Spot::words).forEach(spot -> words.append(' ')
                        .append(spot.shown()));
            }
        });
        return KINDS.stream()
                .filter(kind -> Vocabulary.period(kind).in(words.toString()))
                .findFirst();
    }

    /** The topmost title of the first sheet that has a form; the file's name where there is none. */
    static String title(Source source, String name) {
        DraftForm first = source.workbook().forms().get(0);
        SheetView view = first.view();
        for (int row = 0; row < Math.max(1, Math.min(first.top(), 6)); row++) {
            List<Spot> filled = view.filled(row);
            boolean alone = filled.size() == 1
                    && filled.get(0).words()
                    && !isLine(filled.get(0).text())
                    && filled.get(0).shown().length() <= 60
                    && row < first.top();
            if (alone && !Vocabulary.NOTE.begins(filled.get(0).text())) {
                return withoutPeriod(filled.get(0).shown());
            }
        }
        String stem = source.file().fileName().replaceFirst("\\.[^.]*$", "");
        String unit = Units.unitOf(source.file().fileName());
        return unit.isEmpty() && !stem.isBlank() ? stem.strip() : name;
    }

    /** A line of a cover, and no title that has a colon: nothing stands behind the colon, or a known label before it. */
    private static boolean isLine(String text) {
        return Pairs.in(text).stream()
                .anyMatch(pair -> pair.value().isBlank()
                        || Vocabulary.UNIT_NAME.is(pair.label())
                        || Vocabulary.UNIT_CODE.is(pair.label())
                        || Vocabulary.PERIOD.is(pair.label())
                        || Vocabulary.MEASURE.is(pair.label())
                        || Vocabulary.COVER_OTHER.is(pair.label()));
    }

    /** {@code 2026年第三季度报表} is every quarter's. */
    private static String withoutPeriod(String title) {
        for (int at = 0; at < title.length(); at++) {
            if (Character.isDigit(title.charAt(at))
                    && PeriodText.read(title.substring(at)).isPresent()) {
                String rest = title.substring(at).replaceFirst("^[\\d\\s年度第一二三四1234季上下半月份Q/-]+", "");
                String without = (title.substring(0, at) + rest)
                        .replaceAll("[(（]\\s*[)）]", "")
                        .strip();
                return without.length() < 2 ? title : without;
            }
        }
        return title;
    }
}
