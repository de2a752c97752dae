package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jibao.finding.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which language the console speaks. */
final class SpokenLanguageTest {

    private final Path jobs;

    SpokenLanguageTest(@TempDir Path jobs) {
        this.jobs = jobs;
    }

    @BeforeEach
    void writeJobs() throws IOException {
        write("foi", "title: Requests\nlanguage: en\nnonsense: [\n");
        write("requests", "title: Requests\nlanguages: [en, zh]\n");
        write("county", "title: 季报\n");
    }

    private void write(String job, String text) throws IOException {
        Files.writeString(Files.createDirectories(jobs.resolve(job)).resolve("job.yaml"), text);
    }

    private Optional<Language> of(String... arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--jobs=" + jobs;
        return SpokenLanguage.of(all);
    }

    @Test
    void speaksTheMainLanguageOfTheJobNamed() {
        assertEquals(Optional.of(Language.EN), of("status", "--job", "requests"));
        assertEquals(Optional.of(Language.EN), of("status", "--job=requests"));
        assertEquals(Optional.of(Language.EN), of("verify", "requests"));
        assertEquals(Optional.of(Language.ZH), of("status", "--job", "county"));
    }

    @Test
    void speaksWhatIsAskedForWhateverTheJob() {
        assertEquals(Optional.of(Language.ZH), of("--lang", "zh", "status", "--job", "requests"));
        assertEquals(Optional.of(Language.EN), of("status", "--lang=EN", "--job", "county"));
        assertEquals(Optional.empty(), of("status", "--lang", "de", "--job", "county"));
    }

    @Test
    void speaksChineseWhereNoJobCanBeRead() {
        assertEquals(Optional.of(Language.ZH), of("status"));
        assertEquals(Optional.of(Language.ZH), of("status", "--job", "none"));
        assertEquals(Optional.of(Language.ZH), of("status", "--job", "../requests"));
        assertEquals(Optional.of(Language.ZH), of("status", "--job", "foi"));
    }
}
