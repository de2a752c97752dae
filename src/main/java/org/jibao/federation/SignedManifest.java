package org.jibao.federation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.OfficeKey;
import org.jibao.definition.PackagesDefinition;
import org.jibao.definition.PackagesDefinition.SenderKey;
import org.jibao.definition.Unit;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Reads the manifest of a package and holds its signature against the key that its office has on the day of receipt.
 */
final class SignedManifest {

    private static final Wording WORDS = Wording.of(SignedManifest.class);

    private final JobDefinition job;
    private final PackagesDefinition packages;
    private final Refusals refusals;

    SignedManifest(JobDefinition job, Refusals refusals) {
        this.job = job;
        this.packages = job.receipt().packages();
        this.refusals = refusals;
    }

    /** Null where it is not signed by the office that it names; then why is among the refusals. */
    @Nullable
    PackageManifest read(PackageZip zip, Instant receivedAt) {
        try {
            byte[] bytes = zip.small(PackageManifest.NAME);
            byte[] signature = signature(zip.small(PackageManifest.SIGNATURE));
            PackageManifest manifest = PackageManifest.of(bytes);
            judge(manifest, bytes, signature, receivedAt.atZone(job.zone()).toLocalDate());
            return refusals.none() ? manifest : null;
        } catch (IOException e) {
            refusals.add("package-manifest-unreadable", WORDS.text("check.manifest-unreadable"));
            return null;
        }
    }

    private static byte[] signature(byte[] text) throws IOException {
        try {
            return Base64.getDecoder().decode(new String(text, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("no signature", e);
        }
    }

    private void judge(PackageManifest manifest, byte[] bytes, byte[] signature, LocalDate day) {
        Optional<Unit> office = job.roster().byCode(manifest.office());
        if (office.isEmpty()) {
            refusals.add(
                    "package-unknown-office", WORDS.text("check.unknown-office", Refusals.shown(manifest.office())));
            return;
        }
        String name = office.get().name();
        Optional<OfficeKey> key = packages.keyOf(manifest.office(), day);
        if (key.isEmpty()) {
            refusals.add("package-no-key", WORDS.text("check.no-key", name, manifest.office(), day));
        } else if (!key.get().verifies(bytes, signature)) {
            if (bearsAnotherKey(manifest.office(), bytes, signature)) {
                refusals.add(
                        "package-other-key",
                        WORDS.text("check.other-key", name, day, key.get().fingerprint()));
            } else {
                refusals.add(
                        "package-not-signed",
                        WORDS.text("check.not-signed", name, key.get().fingerprint(), Refusals.shown(manifest.key())));
            }
        }
    }

    /** One that the office had before, or is to have later. */
    private boolean bearsAnotherKey(String office, byte[] bytes, byte[] signature) {
        return packages.keys().stream()
                .filter(line -> line.unit().equals(office))
                .map(SenderKey::key)
                .anyMatch(key -> key != null && key.verifies(bytes, signature));
    }
}
