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
import org.jibao.finding.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a typeface that can draw Chinese: the bundled one, else a known one of the machine.
 *
 * @param typeface empty only where Java cannot draw text at all
 * @param warnings what a person must know and do, empty when all is well
 */
public record Typefaces(Optional<Typeface> typeface, List<Text> warnings) {
    /** What pages and letters ask of the reader's machine, as CSS lists it. */
    public static final String FAMILIES = "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

    private static final Wording WORDS = Wording.of(Typefaces.class);
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
            Text warning = WORDS.text("fonts.none");
            LOG.error("{} / {}", warning.zh(), warning.en(), cannotDraw);
            return new Typefaces(Optional.empty(), List.of(warning));
        }
    }

    private static Typefaces withoutChinese() {
        Text warning = WORDS.text("fonts.no-chinese");
        LOG.error("{} / {}", warning.zh(), warning.en());
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        return new Typefaces(Optional.of(new Typeface(plain, plain.deriveFont(Font.BOLD))), List.of(warning));
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
