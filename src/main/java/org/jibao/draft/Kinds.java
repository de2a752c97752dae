package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.definition.Measure;
import org.jibao.draft.Spot.Holds;
import org.jibao.draft.Spot.Shape;
import org.jibao.reading.book.SourceBook.Rule;
import org.jspecify.annotations.Nullable;

/** What cells hold: by what they take, by how they show a number, by what stands in them, by the words over them. */
final class Kinds {

    private static final String PERCENT = "%";

    /** A rule of its own that asks for a number and for nothing else. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\A=?\\s{0,9}(?:AND\\()?ISNUMBER\\(\\$?[A-Z]{1,3}\\$?\\d{1,7}\\).*", Pattern.CASE_INSENSITIVE);

    private static final int WHOLE_SHARE = 100;

    private final SheetView view;

    Kinds(SheetView view) {
        this.view = view;
    }

    /**
     * Of the cells under or beside a label.
     *
     * @param words of the label with its groups
     * @param stated the unit of the whole table, or null
     */
    CellDraft of(List<Spot> cells, String words, @Nullable String stated, boolean numbers) {
        String own = unit(words);
        String unit = own == null ? stated : own;
        Optional<CellDraft> spoken = numbers ? Optional.empty() : SpokenKinds.of(words, isMoney(words, unit));
        // Whole sheets are set to text, whatever their columns ask for.
        boolean saysMore = spoken.isPresent() && cells.stream().allMatch(Spot::blank);
        Optional<String> kind = byRule(cells, words)
                .or(() -> allWords(cells) ? Optional.of("text") : Optional.empty())
                .or(() -> byShape(cells).filter(shape -> !(saysMore && shape.equals("text"))))
                .or(() -> byValues(cells));
        boolean share = (PERCENT.equals(own) || own == null && Vocabulary.SHARE.ends(words)) && !countsOver(cells);
        if (share && kind.map(found -> !found.equals("count")).orElse(true) && !isText(kind)) {
            boolean formatted = cells.stream().anyMatch(cell -> cell.shape() == Shape.PERCENT);
            return new CellDraft("percent", formatted ? null : PERCENT, kind.isEmpty());
        }
        if (kind.isPresent()) {
            boolean number = kind.get().equals("count") || kind.get().equals("amount");
            String shown = number && !PERCENT.equals(unit) ? unit : null;
            String amount = kind.get().equals("count") && isMoney(words, unit) ? "amount" : kind.get();
            return new CellDraft(amount, shown, false);
        }
        if (Vocabulary.DATE.ends(words) && !numbers) {
            return new CellDraft("date", null, true);
        }
        if (spoken.isPresent()) {
            return new CellDraft(spoken.get().kind(), unit, false);
        }
        if (numbers || own != null && !PERCENT.equals(own)) {
            return new CellDraft(isMoney(words, unit) ? "amount" : "count", unit, !isMoney(words, unit));
        }
        return CellDraft.TEXT;
    }

    /** Whole numbers, one of them greater than a share can be, are no shares whatever the words say. */
    private static boolean countsOver(List<Spot> cells) {
        List<Spot> filled = cells.stream()
                .filter(cell -> cell.holds() == Holds.NUMBER && cell.formula() == null)
                .toList();
        return whole(filled)
                && filled.stream()
                        .anyMatch(
                                cell -> cell.shape() != Shape.PERCENT && Double.parseDouble(cell.text()) > WHOLE_SHARE);
    }

    private static boolean isText(Optional<String> kind) {
        return kind.map(found -> found.equals("text") || found.equals("date")).orElse(false);
    }

    private static boolean isMoney(String words, @Nullable String unit) {
        return unit == null ? Vocabulary.MONEY.in(words) : Vocabulary.MONEY.in(unit) || !isCounted(unit);
    }

    /** Things come in whole numbers; what is measured does not. */
    private static boolean isCounted(String unit) {
        String base = Measure.of(unit).base();
        return !Stream.of("平方米", "立方米", "米", "克", "升", "小时", "元", "美元", "欧元", "亩", "hour", "公里", "天")
                        .toList()
                        .contains(base)
                || base.isEmpty();
    }

    /** The unit in the last brackets of a label: {@code 数量（件）}. */
    static @Nullable String unit(String words) {
        String half =
                words.replace('（', '(').replace('）', ')').replace('［', '[').replace('］', ']');
        int close = Math.max(half.lastIndexOf(')'), half.lastIndexOf(']'));
        int open = Math.max(half.lastIndexOf('('), half.lastIndexOf('['));
        if (open < 0 || close < open) {
            return isShare(half) ? PERCENT : null;
        }
        return known(half.substring(open + 1, close).strip());
    }

    /** {@code Answered %}, but not {@code over 60%}, which is a class. */
    private static boolean isShare(String words) {
        String plain = words.strip();
        if (!plain.endsWith("%") && !plain.endsWith("％")) {
            return false;
        }
        String before = plain.substring(0, plain.length() - 1).strip();
        return before.isEmpty() || !Character.isDigit(before.charAt(before.length() - 1));
    }

    /** The unit that a remark states with or without {@code 单位：}, or null. */
    static @Nullable String known(String remark) {
        int colon = Math.max(remark.indexOf(':'), remark.indexOf('：'));
        String word = remark.substring(colon + 1).strip();
        if (word.equals(PERCENT) || word.equals("％")) {
            return PERCENT;
        }
        return !word.isEmpty() && Measure.known(word).isPresent() ? word : null;
    }

    /** What a validation takes, where it says so. */
    private Optional<String> byRule(List<Spot> cells, String words) {
        List<String> kinds = new ArrayList<>();
        for (Spot cell : cells.subList(0, Math.min(cells.size(), 3))) {
            view.rule(cell.row(), cell.column())
                    .flatMap(rule -> kind(rule, words))
                    .ifPresent(kinds::add);
        }
        return kinds.stream().findFirst();
    }

    private static Optional<String> kind(Rule rule, String words) {
        return switch (rule.kind()) {
            case "custom" -> {
                boolean number = NUMBER.matcher(rule.first()).matches();
                yield number ? Optional.of(SpokenKinds.isCount(words) ? "count" : "amount") : Optional.empty();
            }
            case "whole" -> Optional.of("count");
            case "decimal" -> Optional.of("amount");
            case "date" -> Optional.of("date");
            case "list", "textLength" -> Optional.of("text");
            default -> Optional.empty();
        };
    }

    /** Of cells that are filled in the format counts first: blank ones may have been left in any. */
    private static Optional<String> byShape(List<Spot> all) {
        List<Spot> filled = all.stream()
                .filter(cell -> cell.formula() == null && cell.holds() == Holds.NUMBER)
                .toList();
        List<Spot> cells = filled.isEmpty() ? all : filled;
        return cells.stream()
                .map(Spot::shape)
                .filter(shape -> shape != Shape.GENERAL)
                .findFirst()
                .flatMap(shape -> switch (shape) {
                    case WHOLE -> whole(cells) ? Optional.of("count") : Optional.of("amount");
                    case DECIMAL -> Optional.of("amount");
                    case PERCENT -> Optional.of("percent");
                    case DATE -> Optional.of("date");
                    case TEXT -> Optional.of("text");
                    case GENERAL -> Optional.<String>empty();
                });
    }

    /** Words stand in all that are filled in, whatever the cells are formatted for. */
    private static boolean allWords(List<Spot> cells) {
        return cells.stream().anyMatch(Spot::words)
                && cells.stream().allMatch(cell -> cell.words() || cell.holds() == Holds.NOTHING);
    }

    private static boolean whole(List<Spot> cells) {
        return cells.stream().filter(cell -> cell.holds() == Holds.NUMBER).allMatch(cell -> cell.text()
                .matches("-?\\d+(?:\\.0+)?"));
    }

    private static Optional<String> byValues(List<Spot> cells) {
        List<Spot> filled = cells.stream()
                .filter(cell -> cell.holds() != Holds.NOTHING && cell.formula() == null)
                .toList();
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        long numbers =
                filled.stream().filter(cell -> cell.holds() == Holds.NUMBER).count();
        long dates = filled.stream().filter(cell -> cell.holds() == Holds.DATE).count();
        if (dates * 2 > filled.size()) {
            return Optional.of("date");
        }
        if (numbers * 2 > filled.size()) {
            return Optional.of(whole(filled) ? "count" : "amount");
        }
        return Optional.of("text");
    }
}
