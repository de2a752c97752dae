package org.jibao.summary;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;

/** Texts in the reader's language, with their placeholders filled. */
public final class Localizer {
    private static final Wording WORDS = Wording.of(Localizer.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Language language;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> messages = new HashMap<>();
    private final String asOf;

    Localizer(SummaryRequest request) {
        this(request, request.language());
    }

    Localizer(SummaryRequest request, Language language) {
        this.language = language;
        asOf = MINUTE.format(request.asOf().atZone(request.job().zone()));
        Optional.ofNullable(request.tables().get("period_labels")).ifPresent(this::learnPlaceholders);
        Optional.ofNullable(request.tables().get("messages")).ifPresent(this::learnMessages);
    }

    private void learnPlaceholders(MetricTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        List<@Nullable Object> row = table.rows().get(0);
        for (String column : table.columns()) {
            String name = column.replaceFirst("_(zh|en)$", "");
            Object value = row.get(Columns.index(table, name, language));
            placeholders.put(name, value == null ? "" : value.toString());
        }
    }

    private void learnMessages(MetricTable table) {
        int id = table.column("id");
        int words = table.column(language == Language.ZH ? "zh" : "en");
        for (List<@Nullable Object> row : table.rows()) {
            Object key = row.get(id);
            Object message = row.get(words);
            if (key != null && message != null) {
                messages.put(key.toString(), message.toString());
            }
        }
    }

    public Language language() {
        return language;
    }

    /** The text with its placeholders filled; one that nothing fills stays, so that the mistake shows. */
    public String say(Text text) {
        return PLACEHOLDER
                .matcher(text.in(language))
                .replaceAll(
                        match -> Matcher.quoteReplacement(placeholders.getOrDefault(match.group(1), match.group())));
    }

    /** The program's own words; what a value holds is taken as it is. */
    public String word(String key, Object... values) {
        return WORDS.text(key, values).in(language);
    }

    /** The message computed for a chart, else its own title. */
    String message(String id, Text title) {
        String message = messages.get(id);
        return message == null ? say(title) : message;
    }

    /** The as-of time in the job's zone. */
    public String asOf() {
        return asOf;
    }
}
