package org.jibao.status;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be settled in a period, the largest effect on the figures first: units without a return, and figures
 * of returns that are probably mistakes.
 *
 * @param items with their effects; empty where none were computed
 * @param unlikely figures of which neither the unit nor an officer has said anything, the largest effect first
 */
public record OpenWork(List<Item> items, List<Unlikely> unlikely) {

    /** Nothing is known to be open. */
    public static final OpenWork NONE = new OpenWork(List.of(), List.of());

    private static final Wording WORDS = Wording.of(OpenWork.class);

    /** To settle so much of all effect is worth a sentence. */
    private static final double MOST_OF_IT = 0.9;

    /** More than so many things are not done first. */
    private static final int MOST_FIRST = 20;

    /** Units that the sentence names. */
    private static final int NAMED = 5;

    public OpenWork {
        items = List.copyOf(items);
        unlikely = List.copyOf(unlikely);
    }

    public boolean isEmpty() {
        return items.isEmpty() && unlikely.isEmpty();
    }

    /**
     * The fewest first items that settle nine tenths of all effect, or the first twenty; empty where nothing is known
     * of effects.
     */
    public Optional<First> first() {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        int count = 0;
        while (count < Math.min(items.size(), MOST_FIRST)
                && (count == 0 || items.get(count - 1).covered() < MOST_OF_IT)) {
            count++;
        }
        List<Item> first = items.subList(0, count);
        Set<String> names = new LinkedHashSet<>();
        first.forEach(item -> names.add(item.name()));
        return Optional.of(new First(
                count,
                items.size(),
                (int) first.stream().map(Item::unit).distinct().count(),
                List.copyOf(names),
                first.get(count - 1).covered()));
    }

    /** What to do first, as a sentence; empty where nothing is known of effects. */
    public Optional<Text> sentence() {
        return first().map(first -> WORDS.text(
                first.units() == 1 ? "open.first-one" : first.units() > NAMED ? "open.first-among" : "open.first",
                new Text(first.named(NAMED, "、"), first.named(NAMED, ", ")),
                first.units(),
                percent(first.covered())));
    }

    /**
     * By how much a unit's return would move a figure, by the unit's code; of several items of one unit the largest.
     */
    public Map<String, Effect> effects() {
        return items.stream()
                .filter(item -> !item.unlikely() && item.effect() != null)
                .collect(Collectors.toMap(
                        Item::unit, item -> Objects.requireNonNull(item.effect()), (one, other) -> one));
    }

    /** The same, the same digest; empty where nothing is open. */
    String digest() {
        return isEmpty() ? "" : toString();
    }

    /** One decimal and a per cent sign; what is less than that is said to be less. */
    static String percent(double part) {
        double percent = part * 100;
        return percent > 0 && percent < 0.1
                ? "<0.1%"
                : BigDecimal.valueOf(percent).setScale(1, java.math.RoundingMode.HALF_UP) + "%";
    }

    /**
     * What is done first.
     *
     * @param items how many things
     * @param all of how many
     * @param units whose they are
     * @param names of those units
     * @param covered the share of all effect that they settle
     */
    public record First(int items, int all, int units, List<String> names, double covered) {

        private String named(int most, String comma) {
            return names.stream().limit(most).collect(Collectors.joining(comma));
        }
    }

    /** By how much a figure of the whole would move, as a part of it: 0.034 is 3.4 %. */
    public record Effect(Text figure, double part) {

        /** Such as {@code 3.4%}. */
        public String percent() {
            return OpenWork.percent(part);
        }
    }

    /**
     * One thing that is open.
     *
     * @param unlikely whether it is a figure; otherwise a unit without a return
     * @param fingerprint of the figure, or an empty text
     * @param effect null where it moves no headline figure
     * @param covered the share of all effect that this and all before it settle, 0 to 1
     */
    public record Item(
            boolean unlikely,
            String unit,
            String name,
            String fingerprint,
            @Nullable Effect effect,
            double covered) {}

    /**
     * A figure of a return that counts, which is probably a mistake.
     *
     * @param raw as it stands in the cell
     * @param low, high between which it was to be expected
     * @param slip the word of the slip of the pen, or null where it is merely unlikely
     * @param slipValue what would stand there without the slip, or null
     * @param cells how many cells the slip concerns; this one differs most
     * @param fingerprint by which it is known again
     * @param message what is said of it in a sentence
     * @param effect null where none is known
     */
    public record Unlikely(
            String unit,
            String name,
            Contact contact,
            long submission,
            Text label,
            Place place,
            String raw,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String slip,
            @Nullable BigDecimal slipValue,
            long cells,
            String fingerprint,
            Text message,
            @Nullable Effect effect) {

        /** Such as {@code 324 (310 to 338)}. */
        public Text range() {
            if (expected == null) {
                return Text.same("—");
            }
            return low == null || high == null || low.compareTo(high) == 0
                    ? Text.same(plain(expected))
                    : WORDS.text("open.range", plain(expected), plain(low), plain(high));
        }

        /** What was probably done, and what would stand there without it. */
        public Text slipWords() {
            Text done = slip == null ? WORDS.text("open.no-slip") : kind(slip);
            Text wide = cells > 1 ? WORDS.text("open.slip-cells", done, cells) : done;
            return slipValue == null ? wide : WORDS.text("open.slip-value", wide, plain(slipValue));
        }

        /** A word that this version does not know is shown as it is. */
        private static Text kind(String slip) {
            return switch (slip) {
                case "tenfold" -> WORDS.text("slip.tenfold");
                case "tenth" -> WORDS.text("slip.tenth");
                case "hundredfold" -> WORDS.text("slip.hundredfold");
                case "hundredth" -> WORDS.text("slip.hundredth");
                case "ten_thousandfold" -> WORDS.text("slip.ten-thousandfold");
                case "ten_thousandth" -> WORDS.text("slip.ten-thousandth");
                case "transposed" -> WORDS.text("slip.transposed");
                case "repeated" -> WORDS.text("slip.repeated");
                case "shifted" -> WORDS.text("slip.shifted");
                case "to_date" -> WORDS.text("slip.to-date");
                case "doubled" -> WORDS.text("slip.doubled");
                default -> Text.same(slip);
            };
        }

        private static String plain(BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }
}
