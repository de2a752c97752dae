package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pieces of markup are too long does not depend on where the blocks end in which they come. */
class MarkupBoundTest {

    /** What stands before, and behind, the part of a piece that is repeated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "<c r=\"A1\"><v>|</v></c>",
                "<c r=\"|\"/>",
                "<c r='\">|'/>",
                "<c a=\">\" b='>' |/>",
                "<v |>1</v>",
                "<|>1</v>",
                "<_|/>",
                "</|>",
                "<!-- <v> > -|-->",
                "<![CDATA[ > ]|]]>",
                "<?x > |?>",
                "<!|>"
            })
    void boundsEachPieceWhereverBlocksEnd(String before, String behind) {
        Random random = new Random(before.hashCode());
        String other = "<row r=\"1\"><c t='s'><v>12</v></c><!-- a --><?b c?></row>";
        for (int i = 0; i < 6; i++) {
            // The piece begins behind its "<", and some signs of it stand before what is repeated.
            assertEquals(
                    false, isRefused(other + before + "x".repeat(MarkupBound.LONGEST - 64) + behind + other, random));
            assertEquals(
                    true, isRefused(other + before + "x".repeat(MarkupBound.LONGEST + 1) + behind + other, random));
        }
    }

    private static boolean isRefused(String markup, Random random) {
        byte[] bytes = markup.getBytes(StandardCharsets.US_ASCII);
        MarkupBound bound = new MarkupBound();
        try {
            for (int at = 0; at < bytes.length; ) {
                // Small blocks around the piece's ends, where something changes, and large ones within it.
                boolean within = at > 200 && at < bytes.length - 200;
                int length = Math.min(bytes.length - at, 1 + random.nextInt(within ? 1 << 16 : 7));
                bound.take(bytes, at, length);
                at += length;
            }
            return false;
        } catch (LimitExceededException refused) {
            return true;
        }
    }
}
