package org.jibao.reading.content;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.calendar.Remembered;
import org.jibao.definition.Field;
import org.jibao.definition.Label;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.reading.workbook.LabelText;
import org.jspecify.annotations.Nullable;

/** The list from which a field's values are taken. Made once a job. */
public final class FieldValues {

    private static final Wording WORDS = Wording.of(FieldValues.class);

    /** The 21 outcomes of a request are still listed whole. */
    private static final int MOST_SHOWN = 30;

    private static final Pattern SEPARATORS = Pattern.compile("[、，,;；/|\\n]+");

    private final Map<String, String> idsByFull = new HashMap<>();
    private final Map<String, String> idsByBare = new HashMap<>();
    private final Remembered<Optional<String>> known = new Remembered<>(text -> Optional.ofNullable(idsOf(text)));
    private final boolean many;
    private final Text allowed;

    public FieldValues(Field field) {
        many = field.many();
        allowed = shown(field.values());
        for (Label value : field.values()) {
            add(value.id(), value.wording());
            value.aliases().forEach(alias -> add(value.id(), alias));
            idsByFull.putIfAbsent(LabelText.normalise(value.text().en()), value.id());
            idsByFull.putIfAbsent(LabelText.normalise(value.id()), value.id());
        }
    }

    /** All, or of a long list, such as the roster's units, the first ones and how many there are. */
    private static Text shown(List<Label> values) {
        List<Text> texts = values.stream().limit(MOST_SHOWN).map(Label::text).toList();
        Text some = new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining("、")),
                texts.stream().map(Text::en).collect(Collectors.joining(", ")));
        return values.size() <= MOST_SHOWN ? some : WORDS.text("field.more-values", some, values.size());
    }

    private void add(String id, String words) {
        idsByFull.put(LabelText.normalise(words), id);
        idsByBare.put(LabelText.of(words).bare(), id);
    }

    boolean any() {
        return idsByFull.isEmpty();
    }

    /** As people are shown them. */
    Text allowed() {
        return allowed;
    }

    /** The id, or the ids joined by commas; null where a word is not on the list. */
    @Nullable
    String ids(String text) {
        return known.of(text).orElse(null);
    }

    private @Nullable String idsOf(String text) {
        String whole = id(text);
        if (whole != null || !many) {
            return whole;
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String word : List.of(SEPARATORS.split(text.strip()))) {
            String id = LabelText.isBlank(word) ? null : id(word);
            if (id == null) {
                return null;
            }
            ids.add(id);
        }
        return ids.isEmpty() ? null : String.join(",", ids);
    }

    private @Nullable String id(String words) {
        LabelText text = LabelText.of(words);
        String id = idsByFull.get(text.full());
        return id != null ? id : idsByBare.get(text.bare());
    }
}
