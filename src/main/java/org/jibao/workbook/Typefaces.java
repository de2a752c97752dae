package org.jibao.workbook;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jibao.finding.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a typeface that can draw Chinese: the bundled one, else a known one of the machine.
 *
 * @param typeface empty only where Java cannot draw text at all
 * @param warnings what a person must know and do, empty when all is well
 */
public record Typefaces(Optional<Typeface> typeface, List<Text> warnings) {
    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);
    private static final String BUNDLED = "/fonts/ttf/NotoSansSC/NotoSansSC-";
    private static final String PROBE = "东城区“①”龘";
    private static final List<String> KNOWN = List.of(
            "Noto Sans SC",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "PingFang SC",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "SimHei");
    private static final Text CANNOT_DRAW = new Text(
            "本机的 Java 无法加载字体，汇总表已生成，但不含图表。请安装 fontconfig 和任一字体后重新汇总（如 apt install fontconfig fonts-dejavu-core）。",
            "Java cannot load any font on this machine: the summary is written without its charts. Install fontconfig and"
                    + " any font (such as: apt install fontconfig fonts-dejavu-core), then summarize again.");
    private static final Text NO_CHINESE = new Text(
            "找不到中文字体，图表中的汉字会显示为方框。请检查程序包中的 NotoSansSC 字体文件是否完整，或安装思源黑体后重新汇总。",
            "No Chinese typeface was found: Chinese text in charts shows as boxes. Check that the distribution still holds"
                    + " NotoSansSC, or install Noto Sans CJK SC, then summarize again.");

    public Typefaces {
        warnings = List.copyOf(warnings);
    }

    private static final class Once {
        static final Typefaces FOUND = find();
    }

    /** The same answer for the life of the process. */
    public static Typefaces load() {
        return Once.FOUND;
    }

    // Where the system's fontconfig is missing, AWT throws errors, not exceptions, from whatever call comes first.
    @SuppressWarnings("CatchThrowable")
    private static Typefaces find() {
        try {
            return bundled()
                    .or(Typefaces::ofMachine)
                    .map(face -> new Typefaces(Optional.of(face), List.of()))
                    .orElseGet(Typefaces::withoutChinese);
        } catch (Throwable cannotDraw) {
            LOG.error("{} / {}", CANNOT_DRAW.zh(), CANNOT_DRAW.en(), cannotDraw);
            return new Typefaces(Optional.empty(), List.of(CANNOT_DRAW));
        }
    }

    private static Typefaces withoutChinese() {
        LOG.error("{} / {}", NO_CHINESE.zh(), NO_CHINESE.en());
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        return new Typefaces(Optional.of(new Typeface(plain, plain.deriveFont(Font.BOLD))), List.of(NO_CHINESE));
    }

    private static Optional<Typeface> bundled() {
        try {
            return Optional.of(new Typeface(resource("Regular"), resource("Bold")));
        } catch (IOException | FontFormatException missing) {
            LOG.warn("the bundled typeface cannot be loaded, looking for one of the machine", missing);
            return Optional.empty();
        }
    }

    private static Font resource(String weight) throws IOException, FontFormatException {
        String path = BUNDLED + weight + ".ttf";
        try (InputStream stream = Typefaces.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new FileNotFoundException(path);
            }
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        }
    }

    private static Optional<Typeface> ofMachine() {
        Set<String> families =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ENGLISH));
        return KNOWN.stream()
                .filter(families::contains)
                .map(name -> new Typeface(new Font(name, Font.PLAIN, 12), new Font(name, Font.BOLD, 12)))
                .filter(face -> face.regular().canDisplayUpTo(PROBE) == -1)
                .findFirst();
    }

    /** The two weights with which charts are drawn and texts are measured. */
    public record Typeface(Font regular, Font bold) {

        public Font regular(double size) {
            return regular.deriveFont((float) size);
        }

        public Font bold(double size) {
            return bold.deriveFont((float) size);
        }
    }
}
