package org.jibao.metrics;

import java.util.List;
import java.util.regex.Pattern;
import org.jibao.finding.Text;

/** A metric's or a table's SQL cannot be used: a mistake in the job folder, which is named. */
public final class MetricException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How the engine begins when it is the statement that is at fault. */
    private static final Pattern SQL_FAULT = Pattern.compile(
            "(Parser|Binder|Catalog|Conversion|Out of Range|Invalid Input|Invalid type|Mismatch Type|Not implemented|Syntax) Error",
            Pattern.CASE_INSENSITIVE);

    private final String file;
    private final transient Text text;

    private MetricException(String file, Text text, RuntimeException cause) {
        super(text.en(), cause);
        this.file = file;
        this.text = text;
    }

    /** The fault as it is where it is the store's own, such as a full disk; otherwise one of the file's SQL. */
    static RuntimeException orOf(String file, RuntimeException cause) {
        String reason = reason(cause);
        if (!SQL_FAULT.matcher(reason).find()) {
            return cause;
        }
        return new MetricException(
                file,
                new Text(
                        "任务文件夹中的 %s 不能执行：%s。请更正这个 SQL 文件后重新运行".formatted(file, reason),
                        "%s of the job folder cannot be run: %s. Mend this SQL file and run again"
                                .formatted(file, reason)),
                cause);
    }

    static MetricException columns(String file, List<String> absent, List<String> given) {
        return new MetricException(
                file,
                new Text(
                        "任务文件夹中的 %s 没有给出 summary.yaml 要显示的列 %s，只给出 %s。请补上这些列，或从 summary.yaml 中删去"
                                .formatted(file, absent, given),
                        "%s of the job folder does not give the columns %s that summary.yaml shows, only %s. Add them, or take them out of summary.yaml"
                                .formatted(file, absent, given)),
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
