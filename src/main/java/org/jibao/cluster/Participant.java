package org.jibao.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.ProgramVersion;
import org.jibao.support.Sha256;

/**
 * What a process of a cluster reads by. Two processes read a file alike if all of this is the same; only then does one
 * take the other's work.
 *
 * @param program its version and the digest of its jar
 * @param job its id
 * @param jobDigest of the job folder
 * @param markKey a digest of the key of the templates' codes, or a word where there is none
 * @param memory in MiB: how large a file may be depends on it
 */
record Participant(
        String host, long process, String program, String job, String jobDigest, String markKey, long memory) {

    private static final Wording WORDS = Wording.of(Participant.class);

    private static final int SHORT = 12;
    private static final int LONGEST_HOST = 100;

    static Participant here(JobDefinition job, Optional<MarkKey> key) {
        String mark = key.map(known -> Sha256.of(known.code("cluster", "", ""))).orElse("none");
        return new Participant(
                hostName(),
                ProcessHandle.current().pid(),
                ProgramVersion.current() + jar(),
                job.id(),
                job.digest(),
                mark,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The part of the queue that is meant for those who read alike. */
    String region() {
        return Sha256.of(String.join("\n", program, job, jobDigest, markKey, String.valueOf(memory)));
    }

    /** Where another differs, in words; empty where both read alike. */
    List<Text> differences(Participant other) {
        List<Text> found = new ArrayList<>();
        compare("version.program", program, other.program, found);
        compare("version.job", job, other.job, found);
        if (job.equals(other.job)) {
            compare("version.job-folder", brief(jobDigest), brief(other.jobDigest), found);
        }
        compare("version.mark-key", brief(markKey), brief(other.markKey), found);
        compare("version.memory", String.valueOf(memory), String.valueOf(other.memory), found);
        return found;
    }

    private static void compare(String key, String here, String there, List<Text> found) {
        if (!here.equals(there)) {
            found.add(WORDS.text(key, here, there));
        }
    }

    private static String brief(String digest) {
        return digest.length() <= SHORT ? digest : digest.substring(0, SHORT);
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.substring(0, Math.min(name.length(), LONGEST_HOST));
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Of a program that runs from classes, as in its own tests, there is none. */
    private static String jar() {
        CodeSource source = Participant.class.getProtectionDomain().getCodeSource();
        try {
            Path from =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            return Files.isRegularFile(from) ? " " + brief(Sha256.of(from)) : "";
        } catch (URISyntaxException | IOException e) {
            return "";
        }
    }
}
