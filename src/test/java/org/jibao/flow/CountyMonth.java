package org.jibao.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.testkit.SampleRegister;

/**
 * October 2026 in the sample county. Its returns of the third quarter come as its register of receipt says, broken and put
 * right; but some are late, all through the month, one comes cut off first, two in an archive, one a second time, one of the
 * second quarter after its closing. The quarter's due date is the 10th. The shipped job's second quarter closed in September: it
 * is left open for 96 days here, so that it closes on the 14th and the month has a closing too.
 */
final class CountyMonth {

    private static final Path SAMPLE = Path.of("sample-data/county/quarterly-disclosure");
    private static final int OPEN_FOR = 96;

    private static final LocalDate BROKEN_REGISTER = LocalDate.of(2026, 10, 14);
    private static final LocalDate MAIL_DOWN = LocalDate.of(2026, 10, 15);

    /** Sent on the 9th by the register; two thirds of those that nothing else is said of are late instead. */
    private static final String MAIN_DAY = "2026-10-09";

    private static final List<Integer> LATE_DAYS = List.of(11, 13, 16, 17, 19, 20, 22, 23, 25, 26, 28, 29);

    private final Map<String, Arrival> arrivals = new TreeMap<>();

    private CountyMonth() {}

    static MonthPlan plan(LocalDate first, int nights) throws IOException {
        CountyMonth month = new CountyMonth();
        month.readRegister();
        List<Arrival> late = month.late();
        month.strange(late);
        List<Arrival> inOrder = month.arrivals.values().stream()
                .sorted(Comparator.comparing((Arrival one) -> one.at().toInstant())
                        .thenComparing(Arrival::name))
                .toList();
        return new MonthPlan(first, nights, OPEN_FOR, inOrder, decisions(), Set.of(BROKEN_REGISTER), Set.of(MAIL_DOWN));
    }

    private void readRegister() throws IOException {
        for (String line : SampleRegister.lines().subList(0, 404)) {
            int comma = line.lastIndexOf(',');
            String name = line.substring(0, comma);
            put(new Arrival(
                    name, Files.readAllBytes(SAMPLE.resolve(name)), OffsetDateTime.parse(line.substring(comma + 1))));
        }
    }

    private void put(Arrival arrival) {
        arrivals.put(arrival.name(), arrival);
    }

    private static OffsetDateTime on(int day) {
        return OffsetDateTime.parse("2026-10-%02dT15:20+08:00".formatted(day));
    }

    /** Puts them off, and two of the second quarter to October: one before, one after its closing. */
    private List<Arrival> late() {
        List<Arrival> candidates = arrivals.values().stream()
                .filter(one -> one.at().toString().startsWith(MAIN_DAY) && isOnlyOne(one))
                .toList();
        List<Arrival> late = new ArrayList<>();
        for (int i = 0; i < candidates.size() && late.size() < LATE_DAYS.size(); i += 1) {
            if (i % 3 != 0) {
                Arrival one = candidates.get(i);
                late.add(one.again(one.name(), on(LATE_DAYS.get(late.size()))));
            }
        }
        late.forEach(this::put);
        String second = "2026Q2/青岚县%s_2026年第二季度.xlsx";
        Map.of("水利局", 5, "气象局", 16).forEach((unit, day) -> {
            String name = second.formatted(unit);
            put(java.util.Objects.requireNonNull(arrivals.get(name)).again(name, on(day)));
        });
        return late;
    }

    private boolean isOnlyOne(Arrival arrival) {
        String unit = arrival.name().substring(0, arrival.name().indexOf('_') + 1);
        return arrivals.keySet().stream().filter(name -> name.startsWith(unit)).count() == 1;
    }

    private void strange(List<Arrival> late) throws IOException {
        Arrival cut = late.get(2);
        put(cut.cutOff(cut.name().replace(".", "（第1次）."), on(12)));
        put(new Arrival("2026Q3/两个单位.zip", archive(late.subList(4, 6)), on(14)));
        String revised = "2026Q3/青岚县望舒镇_2026年第三季度（更正）.xlsx";
        put(java.util.Objects.requireNonNull(arrivals.get(revised)).again(revised.replace("更正", "第3次"), on(21)));
        String settled = "2026Q3/青岚县财政局_2026年第三季度（更正）.xlsx";
        put(java.util.Objects.requireNonNull(arrivals.get(settled)).again(settled.replace("更正", "第3次"), on(18)));
    }

    private static byte[] archive(List<Arrival> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Arrival file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.bytes());
            }
        }
        return bytes.toByteArray();
    }

    private static List<Decision> decisions() {
        return List.of(
                new Decision(LocalDate.of(2026, 10, 13), "accept", "青岚县行政审批服务局", List.of("--period", "2026Q3")),
                new Decision(LocalDate.of(2026, 10, 17), "withdraw", "2026Q3/青岚县望舒镇_2026年第三季度（更正）.xlsx", List.of()),
                new Decision(LocalDate.of(2026, 10, 20), "reopen", "青岚县卫生健康局", List.of("2025Q3")),
                new Decision(LocalDate.of(2026, 10, 26), "reopen", "青岚县气象局", List.of("2026Q2")));
    }
}
