package org.jibao.definition.loading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PeriodCalendar;
import org.jibao.calendar.PeriodCalendar.YearNamed;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.FileNamePattern;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** The keys of {@code job.yaml} that say which periods a job has, and where a return says its own. */
final class PeriodReader {

    private static final Wording WORDS = Wording.of(PeriodReader.class);
    private static final Pattern YEAR_STARTS = Pattern.compile("(0[1-9]|1[0-2])-01");

    /** Where a return's period may come from beside the return. */
    private enum PeriodFrom {
        RETURN,
        RUN
    }

    private PeriodReader() {}

    static PeriodCalendar calendar(Mapping job) {
        PeriodKind kind = job.need("period").choice(PeriodKind.class, PeriodKind.QUARTER);
        Value starts = job.get("year-starts");
        int firstMonth = firstMonth(starts);
        Value named = job.get("year-named");
        boolean january = starts.absent() || starts.text().equals("01-01");
        if (!named.absent() && january) {
            named.report(WORDS.text("period.year-named-january"));
        }
        return new PeriodCalendar(kind, firstMonth, named.choice(YearNamed.class, YearNamed.END));
    }

    private static int firstMonth(Value value) {
        String text = value.text();
        Matcher matcher = YEAR_STARTS.matcher(text);
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(1));
        }
        if (!text.isEmpty()) {
            value.report(WORDS.text("period.year-starts", text));
        }
        return 1;
    }

    static FileNamePattern names(Mapping job) {
        com.google.re2j.Pattern name = pattern(job.ifGiven("file-name"), JobDefaults.FILE_NAME);
        Value path = job.get("path");
        boolean fromRun = job.get("period-from").choice(PeriodFrom.class, PeriodFrom.RETURN) == PeriodFrom.RUN;
        return new FileNamePattern(
                name == null ? com.google.re2j.Pattern.compile("") : name,
                path.absent() ? null : pattern(path, ""),
                fromRun);
    }

    /** Null where it is none that can be used, which is reported. */
    private static com.google.re2j.@Nullable Pattern pattern(Value value, String otherwise) {
        String expression = value.textOr(otherwise);
        try {
            com.google.re2j.Pattern pattern = LinearPattern.compile(expression);
            if (!expression.contains("(?<unit>") && !expression.contains("(?<period>")) {
                value.report(WORDS.text("pattern.without-groups"));
            }
            return pattern;
        } catch (LinearPattern.UnusableException e) {
            value.report(e.reason());
            return null;
        }
    }
}
