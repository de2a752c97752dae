package org.jibao.definition;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.PlainText;
import org.jibao.calendar.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measure as a word states it: {@code 万元} is ten thousand of {@code 元}, {@code 百件} a hundred of {@code 件}, {@code 千} a
 * thousand of whatever is counted.
 *
 * @param scale how many of the base one is
 * @param base the unit without its scale; empty where only a scale is stated
 */
public record Measure(BigDecimal scale, String base) {

    private static final int LONGEST = 24;

    /** What a share is of. */
    private static final String SHARE = "1";

    /** A share as a fraction: 0.45. */
    public static final Measure FRACTION = new Measure(BigDecimal.ONE, SHARE);

    private static final Map<Character, Integer> SCALE_SIGNS = Map.ofEntries(
            Map.entry('十', 1),
            Map.entry('百', 2),
            Map.entry('佰', 2),
            Map.entry('千', 3),
            Map.entry('仟', 3),
            Map.entry('万', 4),
            Map.entry('萬', 4),
            Map.entry('亿', 8),
            Map.entry('億', 8));

    private static final Map<String, Integer> SCALE_WORDS = Map.ofEntries(
            Map.entry("hundred", 2),
            Map.entry("hundreds", 2),
            Map.entry("thousand", 3),
            Map.entry("thousands", 3),
            Map.entry("000", 3),
            Map.entry("k", 3),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("mn", 6),
            Map.entry("billion", 9),
            Map.entry("billions", 9),
            Map.entry("bn", 9));

    /** Units with no scale and no other name. */
    private static final Set<String> BASES = Set.of(
            ("元 美元 港元 欧元 日元 分 件 条 份 个 人 次 项 户 家 篇 起 宗 例 场 台 辆 套 亩 平方米 立方米 米 厘米 毫米 克 毫克 升 毫升 小时 分钟 秒 天 工作日 周 月 季 年"
                            + " 人次 条次 件次 户次 人天 页 字 张 本 册 期 批 批次 所 处 座 栋 间 村 只 头 株 棵 幅 组 类 种 岁 度 千瓦时 千瓦 兆瓦 瓦 吨公里"
                            + " item piece person unit time request case copy day hour month year page household visit voter vote")
                    .split(" "));

    private static final Map<String, Measure> NAMED = named();

    private static final Remembered<Optional<Measure>> KNOWN = new Remembered<>(Measure::knownOf);
    private static final Remembered<Optional<Measure>> STATED_ANY = new Remembered<>(remark -> read(remark, true));
    private static final Remembered<Optional<Measure>> STATED_KNOWN = new Remembered<>(remark -> read(remark, false));
    private static final Pattern STATED =
            Pattern.compile("(?:计量|数量|金额|货币|统计)?单位[:=为]? ?|units?[:=]? ?(?:of )?|in (?:units? of )?");

    private static Map<String, Measure> named() {
        Map<String, Measure> named = new HashMap<>();
        put(named, "1", "元", "人民币 人民币元 圆 块 块钱 ¥ ￥ rmb cny yuan");
        put(named, "0.1", "元", "角");
        put(named, "1", "美元", "$ usd dollar dollars us$");
        put(named, "1", "欧元", "€ eur euro euros");
        put(named, "1", "人", "名 位 people persons");
        put(named, "1", "天", "日 个自然日 自然日");
        put(named, "1", "小时", "时");
        put(named, "1000", "米", "公里 千米 km");
        put(named, "1000", "克", "公斤 千克 kg");
        put(named, "500", "克", "斤");
        put(named, "1000000", "克", "吨");
        put(named, "10000", "平方米", "公顷");
        put(named, "1", "平方米", "㎡ m2 m²");
        put(named, "0.01", SHARE, "% 百分比 百分数 百分之 percent percentage pct");
        put(named, "0.001", SHARE, "‰ 千分比 千分数 千分之");
        put(named, "0.0001", SHARE, "‱ 万分比 万分之");
        return Map.copyOf(named);
    }

    private static void put(Map<String, Measure> named, String scale, String base, String words) {
        for (String word : words.split(" ", -1)) {
            named.put(word, new Measure(new BigDecimal(scale), base));
        }
    }

    /** The measure that a word of the vocabulary is; empty for any other word. */
    public static Optional<Measure> known(String words) {
        return KNOWN.of(words);
    }

    private static Optional<Measure> knownOf(String words) {
        String plain = plain(words);
        return plain.isEmpty() || plain.length() > LONGEST
                ? Optional.empty()
                : chinese(plain).or(() -> english(plain));
    }

    /** The measure of a form's own unit, which may be any word. */
    public static Measure of(String unit) {
        return known(unit).orElseGet(() -> new Measure(BigDecimal.ONE, plain(unit)));
    }

    /**
     * The measure that a remark states, with or without {@code 单位：} in front.
     *
     * @param any whether after {@code 单位：} any word is a unit; outside a bracket it may be the office that reports
     */
    public static Optional<Measure> stated(String remark, boolean any) {
        return (any ? STATED_ANY : STATED_KNOWN).of(remark);
    }

    private static Optional<Measure> read(String remark, boolean any) {
        String plain = PlainText.of(remark).toLowerCase(Locale.ROOT);
        Matcher stated = plain.length() > LONGEST ? null : STATED.matcher(plain);
        if (stated == null || !stated.lookingAt()) {
            return known(plain);
        }
        String word = plain.substring(stated.end());
        boolean named = any && stated.group().contains("单位") && stated.group().length() > 2;
        Optional<Measure> other = named && !word.isBlank() ? Optional.of(of(word)) : Optional.empty();
        return known(word).or(() -> other);
    }

    private static String plain(String words) {
        String plain = PlainText.of(words).toLowerCase(Locale.ROOT);
        return plain.length() > 1 && plain.startsWith("个") ? plain.substring(1).strip() : plain;
    }

    private static Optional<Measure> chinese(String plain) {
        String word = plain.replace(" ", "");
        int power = 0;
        for (int i = 0; i <= word.length(); i++) {
            String rest = word.substring(i);
            Measure base = rest.isEmpty() ? new Measure(BigDecimal.ONE, "") : base(rest);
            if (base != null && (!rest.isEmpty() || power > 0)) {
                return Optional.of(base.times(BigDecimal.ONE.movePointRight(power)));
            }
            Integer sign = rest.isEmpty() ? null : SCALE_SIGNS.get(rest.charAt(0));
            if (sign == null) {
                return Optional.empty();
            }
            power += sign;
        }
        return Optional.empty();
    }

    private static @Nullable Measure base(String word) {
        Measure named = NAMED.get(word);
        if (named != null) {
            return named;
        }
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (BASES.contains(word) || BASES.contains(one)) {
            return new Measure(BigDecimal.ONE, one);
        }
        return null;
    }

    /** {@code thousand yuan}, {@code RMB'000}, {@code million items}. */
    private static Optional<Measure> english(String plain) {
        Measure measure = new Measure(BigDecimal.ONE, "");
        boolean any = false;
        for (String word : plain.replaceAll("(^|[^a-z])of([^a-z]|$)", " ").split("[ '’]+", -1)) {
            Integer power = SCALE_WORDS.get(word);
            Measure base = power == null && !word.isEmpty() ? base(word) : null;
            if (power != null) {
                measure = measure.times(BigDecimal.ONE.movePointRight(power));
            } else if (base != null && measure.base.isEmpty()) {
                measure = base.times(measure.scale);
            } else if (!word.isEmpty()) {
                return Optional.empty();
            }
            any |= !word.isEmpty();
        }
        return any ? Optional.of(measure) : Optional.empty();
    }

    /** So many times this one. */
    public Measure times(BigDecimal factor) {
        return new Measure(scale.multiply(factor), base);
    }

    /** This one, counted in another's base where it states only a scale. */
    public Measure in(Measure other) {
        return base.isEmpty() ? new Measure(scale, other.base) : this;
    }

    public boolean sameBase(Measure other) {
        return base.equals(other.base);
    }

    public boolean same(Measure other) {
        return sameBase(other) && scale.compareTo(other.scale) == 0;
    }
}
