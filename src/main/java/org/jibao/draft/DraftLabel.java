package org.jibao.draft;

import java.util.List;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row, column or field as it was found.
 *
 * @param place its cell
 * @param id empty until it is named
 * @param groups the labels over it, the outermost first
 * @param under the group that tells it apart, or null
 * @param nth its number among labels of the same words, or empty
 * @param values what a list of choices offers
 * @param doubts what is assumed, as comments at its line
 */
record DraftLabel(
        Spot place,
        String id,
        String words,
        List<String> groups,
        @Nullable String under,
        String nth,
        CellDraft cell,
        boolean required,
        boolean sensitive,
        List<String> values,
        List<String> aliases,
        List<Text> doubts) {

    DraftLabel {
        groups = List.copyOf(groups);
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
        doubts = List.copyOf(doubts);
    }

    static DraftLabel of(Spot place, String words, List<String> groups, CellDraft cell) {
        return new DraftLabel(place, "", words, groups, null, "", cell, false, false, List.of(), List.of(), List.of());
    }

    DraftLabel named(String name) {
        return new DraftLabel(
                place, name, words, groups, under, nth, cell, required, sensitive, values, aliases, doubts);
    }

    DraftLabel under(@Nullable String group) {
        return new DraftLabel(place, id, words, groups, group, nth, cell, required, sensitive, values, aliases, doubts);
    }

    /** With a group around it. */
    DraftLabel in(String group) {
        return new DraftLabel(
                place, id, words, List.of(group), under, nth, cell, required, sensitive, values, aliases, doubts);
    }

    DraftLabel nth(String number) {
        return new DraftLabel(
                place, id, words, groups, under, number, cell, required, sensitive, values, aliases, doubts);
    }

    DraftLabel holding(CellDraft type) {
        return new DraftLabel(place, id, words, groups, under, nth, type, required, sensitive, values, aliases, doubts);
    }

    DraftLabel asked(boolean must, boolean secret, List<String> choices) {
        return new DraftLabel(place, id, words, groups, under, nth, cell, must, secret, choices, aliases, doubts);
    }

    DraftLabel alsoCalled(List<String> others) {
        return new DraftLabel(place, id, words, groups, under, nth, cell, required, sensitive, values, others, doubts);
    }

    DraftLabel doubting(List<Text> more) {
        return new DraftLabel(place, id, words, groups, under, nth, cell, required, sensitive, values, aliases, more);
    }

    /** The innermost group, or null. */
    @Nullable
    String group() {
        return groups.isEmpty() ? null : groups.get(groups.size() - 1);
    }
}
