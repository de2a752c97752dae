package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.definition.Label;
import org.jibao.finding.Text;
import org.jibao.reading.layout.SheetWords.Word;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.ShownNumber;
import org.jspecify.annotations.Nullable;

/** The labels of one axis of a form, ready to be recognised in a sheet. Made once a job. */
public final class Axis {

    private final List<Label> labels;
    private final Map<String, Hits> byFull = new HashMap<>();
    private final Map<String, Hits> byBare = new HashMap<>();
    private final List<@Nullable LabelText> groups = new ArrayList<>();
    private final Set<String> groupWords = new HashSet<>();
    private final List<Text> names;
    private final boolean numbers;
    private final boolean after;

    /** Of all labels and aliases, in letters and digits. */
    private final int longest;

    /** Of digits in front of a label. */
    private static final int LONGEST_NUMBER = 6;

    Axis(List<Label> labels) {
        this.labels = labels;
        this.names = labels.stream().map(Axis::name).toList();
        for (int position = 0; position < labels.size(); position++) {
            Label label = labels.get(position);
            add(position, label.wording());
            label.aliases().forEach(addAlias(position));
            String words = label.under() == null ? label.placing().after() : label.under();
            LabelText group = words == null ? null : LabelText.of(words);
            groups.add(group);
            if (group != null) {
                groupWords.add(group.full());
                groupWords.add(group.bare());
            }
        }
        after = labels.stream().anyMatch(label -> label.placing().after() != null);
        if (after) {
            addEnds();
        }
        longest = byFull.keySet().stream().mapToInt(String::length).max().orElse(0);
        numbers = byFull.keySet().stream().anyMatch(words -> Character.isDigit(words.codePointAt(0)));
    }

    /** A label that stands once ends what comes after another, unless the form itself has it in between. */
    private void addEnds() {
        Set<Integer> between = new HashSet<>();
        for (int position = 0; position < labels.size(); position++) {
            LabelText group = groups.get(position);
            List<Integer> before = group == null
                    ? List.of()
                    : byFull.getOrDefault(group.full(), Hits.NONE).positions();
            for (int inner = position; before.size() == 1 && inner > before.get(0); inner--) {
                between.add(inner);
            }
        }
        byFull.forEach((words, hits) -> {
            List<Integer> positions = hits.positions();
            if (positions.size() == 1 && !between.contains(positions.get(0))) {
                groupWords.add(words);
            }
        });
    }

    private java.util.function.Consumer<String> addAlias(int position) {
        return alias -> add(position, alias);
    }

    private void add(int position, String words) {
        LabelText text = LabelText.of(words);
        add(byFull, text.full(), position, true);
        add(byBare, text.bare(), position, false);
    }

    private static void add(Map<String, Hits> index, String words, int position, boolean exact) {
        List<Integer> positions = index.computeIfAbsent(words, unused -> new Hits(new ArrayList<>(1), exact))
                .positions();
        if (!positions.contains(position)) {
            positions.add(position);
        }
    }

    public int size() {
        return labels.size();
    }

    public Label label(int position) {
        return labels.get(position);
    }

    /** How many labels a sheet must have to be this form's at all. */
    int required() {
        return (int) labels.stream().filter(label -> !label.optional()).count();
    }

    /** Whether any label is a number or begins with one, so that a number in a cell may be it. */
    boolean hasNumbers() {
        return numbers;
    }

    /** The labels that a cell may be: by its text, or the number that it holds, as it is shown or as it is. */
    public Hits hits(Cell cell) {
        if (cell.kind() == Cell.Kind.TEXT) {
            return tooLong(cell.text()) ? Hits.NONE : hits(LabelText.of(cell.text()));
        }
        if (!numbers || cell.kind() != Cell.Kind.NUMBER) {
            return Hits.NONE;
        }
        Hits shown = hits(LabelText.of(ShownNumber.of(cell)));
        return shown.positions().isEmpty() ? hits(LabelText.of(cell.text())) : shown;
    }

    /** A text without brackets is none of these labels if it has more letters than any, its number in front aside. */
    private boolean tooLong(String text) {
        if (text.length() <= longest + LONGEST_NUMBER) {
            return false;
        }
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isLetterOrDigit(sign)) {
                letters++;
            } else if (!Character.isWhitespace(sign) && Character.getType(sign) != Character.OTHER_PUNCTUATION) {
                return false;
            }
        }
        return letters > longest + LONGEST_NUMBER;
    }

    /** The labels that a text may be, by its full words; or, where there are none, by its bare ones. */
    public Hits hits(LabelText text) {
        Hits full = byFull.get(text.full());
        return full != null ? full : byBare.getOrDefault(text.bare(), Hits.NONE);
    }

    /** The labels that a word of a sheet may be. */
    Hits hits(Word word) {
        LabelText label = word.label();
        if (label == null) {
            return hits(word.cell());
        }
        Hits hits = hits(label);
        return hits.positions().isEmpty() || !tooLong(word.cell().text()) ? hits : Hits.NONE;
    }

    /**
     * Labels that a text may be.
     *
     * @param positions in the axis
     * @param exact whether the text has all of the label's words
     */
    public record Hits(List<Integer> positions, boolean exact) {
        static final Hits NONE = new Hits(List.of(), false);
    }

    /** Whether any label has a group that tells it apart from others. */
    boolean hasGroups() {
        return !groupWords.isEmpty();
    }

    /** Whether any of these labels has such a group. */
    boolean haveGroups(Hits hits) {
        for (int position : hits.positions()) {
            if (groups.get(position) != null) {
                return true;
            }
        }
        return false;
    }

    /** The group that tells this label apart from another with the same words, or null. */
    @Nullable
    LabelText group(int position) {
        return groups.get(position);
    }

    /** How many labels with the words and the group of this one a sheet must have. */
    int expected(int position) {
        return hits(LabelText.of(label(position).text().zh())).positions().stream()
                .filter(other -> Objects.equals(groups.get(other), groups.get(position)))
                .mapToInt(other -> Math.max(
                        label(other).placing().nth(), label(other).placing().of()))
                .max()
                .orElse(0);
    }

    /** The nearest group or single label left of a column in a row: {@code share} after {@code Received}. */
    @Nullable
    LabelText lastGroupBefore(CellRow row, int column) {
        if (!after) {
            return null;
        }
        LabelText last = null;
        for (Cell cell : row.cells()) {
            if (cell.column() < column && cell.kind() == Cell.Kind.TEXT) {
                LabelText text = LabelText.of(cell.text());
                last = isGroupWord(text) ? text : last;
            }
        }
        return last;
    }

    boolean isGroupWord(LabelText text) {
        return groupWords.contains(text.full()) || groupWords.contains(text.bare());
    }

    /** As people are shown it: {@code 行政复议·结果维持} where the group is needed; a form's English names stand alone. */
    public Text name(int position) {
        return names.get(position);
    }

    private static Text name(Label label) {
        String group = label.under() == null ? label.placing().after() : label.under();
        int nth = label.placing().nth();
        String number = nth == 0 ? "" : " (" + nth + ")";
        return group == null && nth == 0
                ? label.text()
                : new Text(
                        (group == null ? "" : group + "·") + label.text().zh() + number,
                        label.text().en() + number);
    }
}
