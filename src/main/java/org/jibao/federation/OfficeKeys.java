package org.jibao.federation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.OfficeKey;
import org.jibao.delivery.DeliveryException;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;

/**
 * The key with which an office signs its packages: {@code jibao.duckdb.office-key} beside {@code jibao.duckdb}, for its
 * owner alone. The private half never leaves this file and no program writes over it.
 */
public final class OfficeKeys {

    private static final Wording WORDS = Wording.of(OfficeKeys.class);

    private static final String HEAD = "jibao-office-key-1";

    /** Characters of such a file, with room. */
    private static final int LONGEST = 1024;

    private final Path file;

    private OfficeKeys(Path file) {
        this.file = file;
    }

    public static OfficeKeys beside(Path store) {
        return new OfficeKeys(store.resolveSibling(store.getFileName() + ".office-key"));
    }

    public Path file() {
        return file;
    }

    /**
     * Makes the key.
     *
     * @throws UnusableArgument where there is one
     */
    public OfficeKey make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(OfficeKey.ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            OfficeKey key = OfficeKey.of(pair.getPublic());
            write(HEAD + "\n" + base64.encodeToString(pair.getPrivate().getEncoded()) + "\n" + key.text() + "\n");
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        } catch (FileAlreadyExistsException there) {
            throw new UnusableArgument(WORDS.text("keys.there", file));
        } catch (IOException e) {
            throw Failures.output(DeliveryException.at(file, e));
        }
    }

    /** The file has its name only once it is whole; a name that is taken stays another's. */
    private void write(String text) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        OwnFiles.folderOf(file);
        Path draft = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(draft);
            OwnFiles.write(draft, text);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The public half, to be sent to the upper office; empty where no key was made. */
    public Optional<OfficeKey> shown() {
        return read().map(Halves::key);
    }

    /** @throws UnusableArgument where no key was made */
    Halves halves() {
        return read().orElseThrow(() -> new UnusableArgument(WORDS.text("keys.none")));
    }

    private Optional<Halves> read() {
        try {
            if (Files.size(file) > LONGEST) {
                throw damaged(null);
            }
            List<String> lines = Files.readString(file).lines().toList();
            if (lines.size() != 3 || !lines.get(0).equals(HEAD)) {
                throw damaged(null);
            }
            PrivateKey secret = KeyFactory.getInstance(OfficeKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
            return Optional.of(new Halves(secret, new OfficeKey(lines.get(2))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw Failures.output(DeliveryException.at(file, e));
        }
    }

    OperationalFailure damaged(@org.jspecify.annotations.Nullable Exception cause) {
        return new OperationalFailure(WORDS.text("keys.damaged", file), cause);
    }

    /**
     * Both halves of a key. What is signed is verified at once, as two halves that do not fit would be found out only
     * above.
     */
    record Halves(PrivateKey secret, OfficeKey key) {

        byte[] sign(byte[] bytes) throws GeneralSecurityException {
            Signature signature = Signature.getInstance(OfficeKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            byte[] signed = signature.sign();
            if (!key.verifies(bytes, signed)) {
                throw new GeneralSecurityException("the two halves are of different keys");
            }
            return signed;
        }

        @Override
        public String toString() {
            return key.fingerprint();
        }
    }
}
