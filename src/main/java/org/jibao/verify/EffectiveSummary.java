package org.jibao.verify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Text;

/** The summary of a job as it is, whether made or written, as lines of {@code summary.yaml} that can be copied and changed. */
public final class EffectiveSummary {

    private final JobDefinition job;
    private final StringBuilder yaml = new StringBuilder();

    private EffectiveSummary(JobDefinition job) {
        this.job = job;
    }

    /** Charts and sheets as they would be written; tables, which have SQL as well, as remarks that say what can be named. */
    public static String of(JobDefinition job) {
        return new EffectiveSummary(job).write();
    }

    private String write() {
        SummaryDefinition summary = job.summary();
        for (Table table : summary.tables()) {
            yaml.append("# ")
                    .append(table.id())
                    .append(": ")
                    .append(columns(table))
                    .append('\n');
        }
        yaml.append(summary.charts().isEmpty() ? "" : "charts:\n");
        summary.charts().forEach(this::chart);
        yaml.append(summary.sheets().isEmpty() ? "" : "sheets:\n");
        summary.sheets().forEach(this::sheet);
        return yaml.toString();
    }

    private static String columns(Table table) {
        return table.columns().stream().map(SummaryDefinition.Column::name).collect(Collectors.joining(", "));
    }

    private void chart(Chart chart) {
        yaml.append("  - id: ").append(chart.id()).append('\n');
        line("type", word(chart.type()));
        line("table", chart.table());
        line("category", chart.category());
        line("values", list(chart.values()));
        if (chart.series() != null) {
            line("series", chart.series());
        }
        if (!chart.focus().isEmpty()) {
            line("focus", list(chart.focus()));
        }
        line("format", word(chart.format()));
        line("title", words(chart.title()));
        line("subtitle", words(chart.subtitle()));
        if (chart.limit() > 0) {
            line("limit", String.valueOf(chart.limit()));
        }
    }

    private void sheet(Sheet sheet) {
        yaml.append("  - id: ").append(sheet.id()).append('\n');
        line("kind", word(sheet.kind()));
        line("title", words(sheet.title()));
        if (!sheet.blocks().isEmpty()) {
            line("blocks", list(sheet.blocks()));
        }
    }

    private void line(String key, String value) {
        yaml.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String list(List<String> ids) {
        return "[" + String.join(", ", ids) + "]";
    }

    private String words(Text text) {
        return job.languages().size() == 1
                ? quoted(text.in(job.language()))
                : "{zh: " + quoted(text.zh()) + ", en: " + quoted(text.en()) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
