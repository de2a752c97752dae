package org.jibao.metrics;

import java.util.List;
import java.util.regex.Pattern;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.RefusedSql;
import org.jibao.store.ResultLimit.ResultTooLarge;

/** A metric's or a table's SQL cannot be used: a mistake in the job folder, which is named. */
public final class MetricException extends RuntimeException {

    private static final Wording WORDS = Wording.of(MetricException.class);
    private static final long serialVersionUID = 1L;

    /** How the engine begins when it is the statement that is at fault. */
    private static final Pattern SQL_FAULT = Pattern.compile(
            "(Parser|Binder|Catalog|Conversion|Out of Range|Invalid Input|Invalid type|Mismatch Type|Not implemented|Syntax) Error",
            Pattern.CASE_INSENSITIVE);

    /** How the engine says that a statement took too long or too much. */
    private static final Pattern OVER_LIMIT =
            Pattern.compile("maximum execution time|out of memory", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final transient Text text;

    private MetricException(String file, Text text, RuntimeException cause) {
        super(text.en(), cause);
        this.file = file;
        this.text = text;
    }

    /** The fault as it is where it is the store's own, such as a full disk; otherwise one of the file's SQL. */
    static RuntimeException orOf(String file, RuntimeException cause) {
        if (cause instanceof RefusedSql refused) {
            return refused(file, refused);
        }
        if (cause instanceof ResultTooLarge large) {
            return tooLarge(file, large);
        }
        if (Cause.of(cause).isPresent()) {
            return cause;
        }
        String reason = reason(cause);
        if (OVER_LIMIT.matcher(reason).find()) {
            return overLimit(file, reason, cause);
        }
        if (!SQL_FAULT.matcher(reason).find()) {
            return cause;
        }
        return new MetricException(file, WORDS.text("metric.cannot-run", file, reason), cause);
    }

    private static MetricException refused(String file, RefusedSql refused) {
        return new MetricException(file, WORDS.text("metric.refused", file, refused.text()), refused);
    }

    private static MetricException tooLarge(String file, ResultTooLarge large) {
        return new MetricException(file, WORDS.text("metric.too-large", file, large.text()), large);
    }

    private static MetricException overLimit(String file, String reason, RuntimeException cause) {
        return new MetricException(file, WORDS.text("metric.over-limit", file, reason), cause);
    }

    static MetricException columns(String file, List<String> absent, List<String> given) {
        return new MetricException(
                file,
                WORDS.text("metric.no-columns", file, absent, given),
                new IllegalStateException(absent + " not in " + given));
    }

    /** What a table gives is not what a sheet needs. */
    public static MetricException unfit(String file, Text text) {
        return new MetricException(file, text, new IllegalStateException("unfit table"));
    }

    /** The engine's own words, which stand deepest. */
    private static String reason(RuntimeException cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).strip();
    }

    /** The file within the job folder. */
    public String file() {
        return file;
    }

    public Text text() {
        return text;
    }
}
