package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.support.Json;

/**
 * Nights of a job that takes a moment: the cover sheets of the sample county's returns, no metric and no chart, delivered to
 * a folder and by mail.
 */
public final class SmallNight {

    static final String JOB = "quarterly-disclosure";

    /** The returns of the third quarter are due on 10 October, a Saturday on which people work. */
    public static final Instant NIGHT = Instant.parse("2026-10-13T17:30:00Z");

    public static final Instant NEXT_NIGHT = Instant.parse("2026-10-14T17:30:00Z");

    private static final Path SENT = Path.of("sample-data/county/quarterly-disclosure/2026Q3");
    private static final Instant RECEIVED = Instant.parse("2026-10-09T01:00:00Z");

    private final Path folder;

    /** Two returns lie in the inbox. */
    public SmallNight(Path folder) throws IOException {
        this.folder = folder;
        Path job = Files.createDirectories(folder.resolve("jobs").resolve(JOB));
        Path shipped = Path.of("jobs/quarterly-disclosure");
        Files.createDirectories(job.resolve("forms"));
        Files.copy(shipped.resolve("forms/cover.yaml"), job.resolve("forms/cover.yaml"));
        Files.writeString(job.resolve("units.csv"), """
                code,name,kind,parent,aliases,active_from,active_to
                QL303,青岚县教育局,department,,,,
                QL307,青岚县民政局,department,,,,
                QL308,青岚县司法局,department,,,,
                """);
        Files.writeString(job.resolve("job.yaml"), """
                title: {zh: 小报表, en: Small return}
                version: "2024"
                period: quarter
                due: {day: 10, shift: none}
                open-for: 60
                time-zone: Asia/Shanghai
                schedule: "0 30 1 * * *"
                file-name: '^(?<unit>.+)_(?<period>.+)$'
                unit-kinds: {department: {zh: 部门, en: Departments}}
                owed-by: [department]
                roster: units.csv
                forms: [cover]
                metrics: []
                delivery:
                  folder: {path: "%s", keep: 3}
                  mail:
                    from: jibao@example.gov.cn
                    leaders: [leaders@example.gov.cn]
                    officers: [officers@example.gov.cn]
                    operators: [operators@example.gov.cn]
                """.formatted(leaders()));
        Files.writeString(job.resolve("summary.yaml"), """
                tables:
                  - id: received
                    title: {zh: 已报单位, en: Received}
                    empty: {zh: 没有, en: None}
                    columns:
                      - {name: unit, zh: 单位, en: Unit, format: text}
                sheets:
                  - {id: received, kind: page, title: {zh: 已报单位, en: Received}, blocks: [received]}
                """);
        Files.writeString(
                Files.createDirectories(job.resolve("tables")).resolve("received.sql"),
                "SELECT s.unit FROM returns.submission s JOIN returns.parameter USING (job, period) ORDER BY s.unit\n");
        Files.createDirectories(inbox());
        receive("青岚县教育局");
        receive("青岚县民政局");
    }

    public Path receive(String unit) throws IOException {
        return receive(unit, Files.readAllBytes(SENT.resolve(unit + "_2026年第三季度.xlsx")), RECEIVED);
    }

    public Path receive(String unit, byte[] bytes, Instant at) throws IOException {
        Path file = Files.write(inbox().resolve(unit + "_2026年第三季度.xlsx"), bytes);
        Files.setLastModifiedTime(file, FileTime.from(at));
        return file;
    }

    public Path job() {
        return folder.resolve("jobs").resolve(JOB);
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    /** Where the store is, and what stands beside it. */
    Path besideStore() {
        return folder.resolve("data");
    }

    public Path store() {
        return besideStore().resolve("jibao.duckdb");
    }

    public Path out() {
        return folder.resolve("out");
    }

    public Path leaders() {
        return folder.resolve("leaders");
    }

    public Jibao at(Instant asOf, int port) {
        return jibao(Optional.of(asOf), port, Progress.NONE);
    }

    Jibao jibao(Optional<Instant> asOf, int port, Progress progress) {
        return new Jibao(settings(asOf), progress, environment(port));
    }

    public StoreMaintenance keepingAt(Instant asOf) {
        return new StoreMaintenance(settings(Optional.of(asOf)));
    }

    StoreMaintenance keepingByMachine() {
        return new StoreMaintenance(settings(Optional.empty()));
    }

    public Settings settings(Optional<Instant> asOf) {
        return new Settings(
                folder.resolve("jobs"), JOB, inbox(), store(), out(), Language.ZH, Optional.empty(), asOf, 2);
    }

    /** The same as words of a command line. */
    List<String> options(Instant asOf) {
        return List.of(
                "--jobs",
                folder.resolve("jobs").toString(),
                "--job",
                JOB,
                "--inbox",
                inbox().toString(),
                "--store",
                store().toString(),
                "--out",
                out().toString(),
                "--as-of",
                asOf.toString());
    }

    /** One second for an answer: what waits for a server in vain shall not wait long here. */
    public static Map<String, String> environment(int port) {
        return Map.of(
                "JIBAO_SMTP_HOST",
                "127.0.0.1",
                "JIBAO_SMTP_PORT",
                String.valueOf(port),
                "JIBAO_SMTP_SECURITY",
                "none",
                "JIBAO_SMTP_TIMEOUT",
                "1");
    }

    /** A port on which nobody listens. */
    public static int deadPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** The units whose returns are accepted, by the store. */
    public List<String> accepted() {
        try (Store store = Store.open(store(), StoreSettings.DEFAULT)) {
            return store
                    .sql()
                    .query(
                            "SELECT unit FROM intake.submission WHERE verdict LIKE 'accepted%' AND superseded_by IS NULL ORDER BY unit")
                    .rows()
                    .stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList();
        }
    }

    /** The runs by the ledger: command and how each ended. */
    List<String> ledger() {
        return runs().runs().stream()
                .map(run -> run.command() + " " + run.state())
                .toList();
    }

    RunsReport runs() {
        return at(NEXT_NIGHT, 1).runs();
    }

    Map<String, ?> health() throws IOException {
        return Json.object(Files.readString(store().resolveSibling("jibao.duckdb." + JOB + ".health.json")));
    }

    /** To whom mails wait to go. */
    List<String> waiting() {
        return runs().waiting().stream().map(OutgoingItem::audience).sorted().toList();
    }

    /** A night that cannot be done is in the ledger and the health file, and is told to the operators, all in the same words. */
    OperationalFailure failing(Instant asOf) throws IOException {
        return failing(at(asOf, deadPort()));
    }

    OperationalFailure failing(Jibao jibao) throws IOException {
        OperationalFailure failure = assertThrows(OperationalFailure.class, jibao::nightly);
        assertFalse(
                failure.text().zh().equals(failure.text().en()), failure.text().zh());
        assertTold(failure.text());
        return failure;
    }

    /** That the last night failed with these words. */
    void assertTold(Text words) throws IOException {
        RunsReport report = runs();
        RunRecord last = report.runs().get(report.runs().size() - 1);
        assertEquals(RunRecord.State.FAILED, last.state());
        assertEquals(words, last.failure());
        assertFalse(report.healthy());
        assertEquals(false, health().get("healthy"));
        assertEquals(words.zh(), health().get("failure_zh"));
        assertTrue(waiting().contains("operators"), () -> waiting().toString());
    }
}
