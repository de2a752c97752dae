package org.jibao.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jibao.federation.PackageManifest.Part;
import org.jibao.support.Sha256;
import org.jibao.testkit.Zips;

/** A county that writes what it likes into its packages, and signs them. */
final class DishonestOffice {

    private final Path folder;
    private final TwoOffices offices;

    DishonestOffice(Path folder, TwoOffices offices) {
        this.folder = folder;
        this.offices = offices;
    }

    /** What only the office itself can make, since it has the key. */
    byte[] signedAnew(Zips parts) throws IOException {
        PackageManifest old = PackageManifest.of(parts.bytes("package.json"));
        List<Part> all = new ArrayList<>();
        for (Part part : old.parts()) {
            Path file = Files.write(folder.resolve("hashed"), parts.bytes(part.name()));
            all.add(new Part(part.name(), Files.size(file), Sha256.of(file), part.rows()));
        }
        PackageManifest manifest = new PackageManifest(
                old.job(),
                old.jobVersion(),
                old.forms(),
                old.jobDigest(),
                old.office(),
                old.period(),
                old.asOf(),
                old.program(),
                old.state(),
                old.approval(),
                old.key(),
                all);
        return signed(parts, manifest.bytes());
    }

    byte[] signed(Zips parts, byte[] manifest) {
        try {
            byte[] signature =
                    OfficeKeys.beside(offices.store("county")).halves().sign(manifest);
            return parts.with("package.json", manifest)
                    .with("package.sig", Base64.getEncoder().encodeToString(signature))
                    .bytes();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A package with one part as DuckDB writes it from a query over the one that is there. */
    byte[] with(byte[] sound, String part, String query) throws IOException, SQLException {
        Zips parts = Zips.of(sound);
        Path old = Files.write(folder.resolve("old.parquet"), parts.bytes(part + ".parquet"));
        Path made = folder.resolve("made.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (" + query.replace("old", "'" + old + "'") + ") TO '" + made + "' (FORMAT parquet)");
        }
        return signedAnew(parts.with(part + ".parquet", Files.readAllBytes(made)));
    }
}
