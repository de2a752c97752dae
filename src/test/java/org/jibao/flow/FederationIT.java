package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.definition.OfficeKey;
import org.jibao.federation.OfficeKeys;
import org.jibao.federation.PackageCheck.CheckReport;
import org.jibao.finding.Language;
import org.jibao.run.Approvals.Approval;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two returns of the sample county: approved, handed on to a city, revised. */
class FederationIT {

    private static final Instant LATER = SmallInbox.NOW.plusSeconds(86_400);

    private final Path folder;
    private final SmallInbox small;

    FederationIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.small = new SmallInbox(folder);
    }

    @BeforeEach
    void collect() {
        small.jibao().collect();
    }

    private Approval approval() {
        return Objects.requireNonNull(small.jibao(LATER).status().approval());
    }

    /** The city's job folders: the same forms, the county below the city, and the county's key. */
    private Jibao city(OfficeKey county) throws IOException {
        Path jobs = folder.resolve("city/jobs");
        for (String part : List.of("common", "quarterly-disclosure")) {
            copy(Path.of("jobs", part), jobs.resolve(part));
        }
        Path units = jobs.resolve("common/units.csv");
        String roster = Files.readString(units).replace("QL000,青岚县,county,,", "QL000,青岚县,county,SX000,");
        Files.writeString(units, roster + "SX000,霜溪市,county,,,,,,,\n");
        Files.writeString(jobs.resolve("common/package-keys.csv"), "unit,key\nQL000," + county.text() + "\n");
        Path none = folder.resolve("city/inbox");
        return new Jibao(
                new Settings(
                        jobs,
                        "quarterly-disclosure",
                        none,
                        folder.resolve("city/jibao.duckdb"),
                        none,
                        Language.EN,
                        Optional.empty(),
                        Optional.of(LATER),
                        1),
                Progress.NONE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void approvedFiguresAreHandedOnUntilAReturnIsRevised() throws IOException {
        OfficeKey key = OfficeKeys.beside(small.store()).make();
        assertNull(small.jibao().status().approval());
        DecisionOutcome done = small.jibao().approve(Optional.empty(), "Li");
        assertTrue(done.changed());
        assertEquals(
                "2026Q2: the figures are approved to be handed on by Li for 青岚县",
                done.lines().get(0).en());
        assertTrue(approval().stands());
        assertFalse(small.jibao(LATER).approve(Optional.empty(), "Wang").changed());

        Path handedOn = small.jibao(LATER).handOn(folder.resolve("out")).file();
        CheckReport report = city(key).checkPackage(handedOn);
        assertEquals(List.of(), report.refusals());
        assertEquals(2, Objects.requireNonNull(report.facts()).returns());

        small.receive(SmallInbox.sample("青岚县民政局"), "青岚县民政局_2026年第二季度.xlsx");
        small.jibao(LATER).collect();
        assertFalse(approval().stands());
        assertThrows(UnusableArgument.class, () -> small.jibao(LATER).handOn(folder.resolve("out")));
        assertTrue(small.jibao(LATER).approve(Optional.of("again"), "Wang").changed());
        assertTrue(approval().stands());
        assertEquals("Wang", approval().by());
    }

    @Test
    void withdrawalMakesAnApprovalVoidAndNothingIsApprovedWhereNothingCounts() {
        small.jibao().approve(Optional.empty(), "Li");
        small.jibao(LATER).withdraw(1, new Ruling("wrong file", "Li"));
        assertFalse(approval().stands());
        small.jibao(LATER).withdraw(2, new Ruling("wrong file", "Li"));
        assertThrows(UnusableArgument.class, () -> small.jibao(LATER).approve(Optional.empty(), "Li"));
    }

    /** What is approved leaves the summary on record as it is. */
    @Test
    void approvalChangesNoSummary() {
        small.jibao().summarize();
        small.jibao().approve(Optional.empty(), "Li");
        assertFalse(small.jibao().summarize().written());
    }
}
