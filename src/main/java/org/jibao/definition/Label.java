package org.jibao.definition;

import java.util.List;
import java.util.stream.Stream;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row or column that the reader finds by its words.
 *
 * @param id the name in rules and metrics: lower-case letters, digits and underscores
 * @param text the label in each of the job's languages; in the main one as the form prints it
 * @param aliases other wordings under which it is found
 * @param under the label of the group it stands in, such as {@code 法人或其他组织}, or null; tells equal labels apart
 * @param type the type of this row's or column's cells where it differs from the form's, or null
 * @param optional whether its absence from a sheet is not a finding
 * @param printed what a template prints beside it
 * @param placing where it stands if its words do not say it
 */
public record Label(
        String id,
        Text text,
        List<String> aliases,
        @Nullable String under,
        @Nullable CellType type,
        boolean optional,
        Printed printed,
        Placing placing) {

    public Label {
        aliases = List.copyOf(aliases);
    }

    /** The label as the form prints it. */
    public String wording() {
        return text.in(printed.language());
    }

    /** The groups that it stands in as the form prints them, the outermost first. */
    public List<String> groups() {
        return printed.groups().stream()
                .map(group -> group.in(printed.language()))
                .toList();
    }

    /** A label with nothing printed beside it. */
    public Label(
            String id,
            Text text,
            List<String> aliases,
            @Nullable String under,
            @Nullable CellType type,
            boolean optional) {
        this(id, text, aliases, under, type, optional, Printed.in(under));
    }

    /** A label whose words tell it apart. */
    public Label(
            String id,
            Text text,
            List<String> aliases,
            @Nullable String under,
            @Nullable CellType type,
            boolean optional,
            Printed printed) {
        this(id, text, aliases, under, type, optional, printed, Placing.PLAIN);
    }

    /** The same label over cells of a type. */
    public Label withType(CellType other) {
        return new Label(id, text, aliases, under, other, optional, printed, placing);
    }

    /** The same label, one of several with its words. */
    public Label placed(Placing other) {
        return new Label(id, text, aliases, under, type, optional, printed, other);
    }

    /**
     * Where it stands if words and group do not say it.
     *
     * @param nth its number among them, from 1, left to right or from above; 0 where it is not counted
     * @param of how many there are; 0 where the form lists all of them
     * @param after the label that comes before it, or null
     * @param beside of a grid's column without a header: how many columns right of the row labels its values stand; otherwise 0
     */
    public record Placing(int nth, int of, @Nullable String after, int beside) {

        /** Its words suffice. */
        public static final Placing PLAIN = new Placing(0, 0, null, 0);
    }

    /**
     * What a blank template prints beside a label's own words. The reader does not look for it.
     *
     * @param headings of the groups around it that stand above {@link Label#under()}, the outermost first
     * @param group what {@link Label#under()} is in each of the job's languages, or null
     * @param note how to fill in the row, column or field, or null
     * @param language of the form: the job's main one
     */
    public record Printed(
            List<Text> headings,
            @Nullable Text group,
            @Nullable Text note,
            Language language) {

        /** Nothing beside the label. */
        public static final Printed PLAIN = new Printed(List.of(), null, null, Language.ZH);

        public Printed {
            headings = List.copyOf(headings);
        }

        /** Nothing beside a label of a form in Chinese but its group, if it has one. */
        static Printed in(@Nullable String group) {
            return group == null ? PLAIN : new Printed(List.of(), Text.same(group), null, Language.ZH);
        }

        /** All groups that it stands in, the outermost first. */
        public List<Text> groups() {
            return Stream.concat(headings.stream(), Stream.ofNullable(group)).toList();
        }
    }
}
