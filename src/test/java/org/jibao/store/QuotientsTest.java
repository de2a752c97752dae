package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotientsTest {

    private final Store store;

    QuotientsTest(@TempDir Path root) {
        store = FreshStore.open(root.resolve("jibao.duckdb"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void dividesAsOnPaper() {
        Random random = new Random(20261013);
        for (int i = 0; i < 200; i++) {
            BigDecimal numerator = number(random);
            BigDecimal denominator = number(random).add(BigDecimal.ONE);
            assertEquals(
                    numerator.divide(denominator, 12, RoundingMode.HALF_UP),
                    of("returns.quotient(%s, %s)".formatted(decimal(numerator), decimal(denominator))));
        }
    }

    @Test
    void hasNoValueWithoutADenominator() {
        assertNull(of("returns.quotient(3, 0)"));
        assertNull(of("returns.quotient(NULL, 3)"));
        assertNull(of("returns.quotient(3, NULL)"));
        assertNull(of("returns.quotient_change(1, 2, 1, 0)"));
        assertNull(of("returns.quotient_change(1, 2, NULL, 3)"));
        assertEquals(new BigDecimal("0E-12"), of("returns.quotient(0, 7)"));
    }

    /** 2/3 - 1/7 is 0.523809523809523…; 0.666666666667 - 0.142857142857 is 0.523809523810. So it is with 24 of the hundred. */
    @Test
    void roundsADifferenceOnce() {
        assertEquals(new BigDecimal("0.000100000000"), of("returns.quotient_change(2, 3, 19997, 30000)"));
        Random random = new Random(7);
        int differs = 0;
        for (int i = 0; i < 100; i++) {
            long[] n = random.longs(4, 1, 2000).toArray();
            BigDecimal over = BigDecimal.valueOf(n[0] * n[3] - n[2] * n[1]);
            BigDecimal exact = over.divide(BigDecimal.valueOf(n[1] * n[3]), 12, RoundingMode.HALF_UP);
            assertEquals(exact, of("returns.quotient_change(%d, %d, %d, %d)".formatted(n[0], n[1], n[2], n[3])));
            BigDecimal rounded = BigDecimal.valueOf(n[0])
                    .divide(BigDecimal.valueOf(n[1]), 12, RoundingMode.HALF_UP)
                    .subtract(BigDecimal.valueOf(n[2]).divide(BigDecimal.valueOf(n[3]), 12, RoundingMode.HALF_UP));
            differs += exact.equals(rounded) ? 0 : 1;
        }
        assertEquals(24, differs);
    }

    @Test
    void roundsHalvesAwayFromZeroOnEitherSide() {
        assertEquals(new BigDecimal("0.000000000001"), of("returns.quotient(1, 2000000000000)"));
        assertEquals(new BigDecimal("-0.000000000001"), of("returns.quotient(-1, 2000000000000)"));
        assertEquals(new BigDecimal("-0.666666666667"), of("returns.quotient(2, -3)"));
        assertEquals(new BigDecimal("0E-12"), of("returns.quotient(-1, 2000000000001)"));
    }

    @Test
    void dividesTheLargestByTheSmallest() {
        assertEquals(new BigDecimal("1E+24").setScale(12), of("returns.quotient(10000000000000000, 0.00000001)"));
    }

    /** Below 500 million with four decimals, and past either bound, where fractions are reduced first. */
    @Test
    void subtractsQuotientsOfAnySizeAsOnPaper() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            int places = i % 2 == 0 ? 4 : 6;
            long bound = places == 4 ? 4_999_999_999_999L : 4_000_000_000L;
            List<BigDecimal> n = random.longs(4, 1, bound)
                    .mapToObj(number -> BigDecimal.valueOf(number, places))
                    .toList();
            BigDecimal over = n.get(0).multiply(n.get(3)).subtract(n.get(2).multiply(n.get(1)));
            assertEquals(
                    over.divide(n.get(1).multiply(n.get(3)), 12, RoundingMode.HALF_UP),
                    of("returns.quotient_change(%s)"
                            .formatted(String.join(
                                    ", ",
                                    n.stream()
                                            .map(number -> number.toPlainString() + "::DECIMAL(38, 8)")
                                            .toList()))));
        }
    }

    /** Whichever way a quotient is taken, equal ones are one place: 1/3 in whole numbers, in millionths and in billions. */
    @Test
    void ordersAlikeOnBothSidesOfTheBound() {
        assertEquals(true, of("returns.quotient_order(1, 3) = returns.quotient_order(0.00001, 0.00003)"));
        assertEquals(true, of("returns.quotient_order(1, 3) = returns.quotient_order(1000000000, 3000000000)"));
        assertEquals(true, of("returns.quotient_order(499999999, 3) < returns.quotient_order(500000000, 3)"));
        assertEquals(true, of("returns.quotient_order(500000000, 3) < returns.quotient_order(500000001, 3)"));
    }

    @Test
    void ordersWhatTwelveDecimalsCannotTellApart() {
        List<List<@Nullable Object>> rows = store.sql().query("""
                        SELECT n, d, rank() OVER (ORDER BY returns.quotient_order(n, d) DESC)
                        FROM (VALUES (1, 3), (2, 6), (33333333333333, 99999999999999), (33333333333333, 100000000000000), (1, 0)) t(n, d)
                        ORDER BY d, n
                        """).rows();
        assertEquals(
                List.of(1L, 1L, 1L, 4L),
                rows.subList(1, 5).stream().map(row -> row.get(2)).toList());
    }

    private @Nullable Object of(String expression) {
        return store.sql().query("SELECT " + expression).rows().get(0).get(0);
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(random.nextLong(1L << (1 + random.nextInt(40))), random.nextInt(5));
    }

    private static String decimal(BigDecimal number) {
        return number.toPlainString() + "::DECIMAL(18, 4)";
    }
}
