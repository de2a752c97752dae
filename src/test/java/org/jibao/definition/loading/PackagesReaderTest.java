package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.OfficeKey;
import org.jibao.definition.PackagesDefinition;
import org.jibao.definition.PackagesDefinition.Approval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackagesReaderTest {

    private final Path parent;
    private final OfficeKey first = newKey();
    private final OfficeKey second = newKey();

    PackagesReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private static OfficeKey newKey() {
        try {
            return OfficeKey.of(KeyPairGenerator.getInstance(OfficeKey.ALGORITHM)
                    .generateKeyPair()
                    .getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private TestJob job(String keys) {
        return TestJob.in(parent)
                .with("units.csv", "code,name,kind\nA,甲镇,town\nB,乙镇,town\n")
                .with("package-keys.csv", keys);
    }

    private static PackagesDefinition packages(TestJob job) {
        return job.load().receipt().packages();
    }

    @Test
    void jobWithoutAWordNeedsAnApproval() {
        assertEquals(PackagesDefinition.USUAL, packages(TestJob.in(parent)));
    }

    @Test
    void readsOfficeAndApproval() {
        TestJob job = TestJob.in(parent).withJob("version:", "packages: {office: A, approval: none}\nversion:");
        assertEquals(new PackagesDefinition("A", Approval.NONE, List.of()), packages(job));
    }

    @Test
    void newerKeyTakesThePlaceOfTheOlder() {
        PackagesDefinition packages = packages(job("unit,key,from,note\nA," + first.text() + ",,\nA," + second.text()
                + ",2026-07-01,called\nA,,2027-01-01,closed\n"));
        assertEquals(Optional.of(first), packages.keyOf("A", LocalDate.of(2026, 6, 30)));
        assertEquals(Optional.of(second), packages.keyOf("A", LocalDate.of(2026, 7, 1)));
        assertEquals(Optional.empty(), packages.keyOf("A", LocalDate.of(2027, 1, 1)));
        assertEquals(Optional.empty(), packages.keyOf("B", LocalDate.of(2026, 7, 1)));
    }

    @Test
    void rejectsBadLines() {
        assertEquals(
                List.of(
                        "package-keys.csv:2: this is no key: put in the 60 characters that \"jibao keys --show\" prints at the office, beginning with MCowBQYDK2VwAyEA",
                        "package-keys.csv:3: there is no unit code \"C\"; did you mean \"A\"?",
                        "package-keys.csv:4: \"1 July\" is no day; write it as 2026-01-31",
                        "package-keys.csv:5: two keys of \"B\" begin on the same day; give the newer one its first day under from"),
                job("unit,key,from\nA,abc,\nC," + first.text() + ",\nB," + first.text() + ",1 July\nB," + second.text()
                                + ",\n")
                        .problems());
    }

    @Test
    void keyLeavesTheDigestAsItIs() {
        String before = TestJob.in(parent)
                .with("units.csv", "code,name,kind\nA,甲镇,town\nB,乙镇,town\n")
                .load()
                .digest();
        assertEquals(before, job("unit,key\nA," + first.text() + "\n").load().digest());
    }

    @Test
    void takesWhatJobsShare() {
        TestJob job =
                TestJob.in(parent).with("../common/package-keys.csv", "unit,key\nelsewhere," + first.text() + "\n");
        assertEquals(1, packages(job).keys().size());
    }
}
