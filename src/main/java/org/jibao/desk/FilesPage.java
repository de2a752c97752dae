package org.jibao.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.app.Jibao;
import org.jibao.definition.JobDefinition;
import org.jibao.desk.InboxUploads.Uploaded;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.UploadedFile;
import org.jibao.finding.Text;
import org.jibao.run.JobFolders;
import org.jibao.run.Settings;
import org.jibao.support.Json;

/** Files in: takes files into the inbox, and begins to read what is new there. */
final class FilesPage implements Page {

    private static final int MOST_REFUSED = 100;
    private static final int LONGEST_REFUSED = 500;

    private final Bench bench;

    FilesPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        Settings settings = bench.of(frame.job(), frame.period());
        JobDefinition head = JobFolders.head(settings.jobs(), settings.job());
        if (!call.posted()) {
            return page(frame, settings, head, List.of());
        }
        List<Uploaded> uploaded = stored(call, settings, head);
        if (call.at(3).equals("one")) {
            return json(frame, uploaded);
        }
        boolean collects = call.files().isEmpty() || uploaded.stream().anyMatch(Uploaded::stored);
        if (!collects) {
            return page(frame, settings, head, uploaded);
        }
        Work work = bench.begin(frame, Words.WORDS.text("work.collect"), Jibao::collect);
        uploaded.stream()
                .filter(file -> !file.stored())
                .forEach(
                        file -> work.say(Words.WORDS.text("upload.not-stored", Words.shown(file.name()), file.said())));
        // What the page sent file by file, it says again, so that it is not lost with the page.
        call.allSent("refused").stream()
                .limit(MOST_REFUSED)
                .map(said -> Words.shown(said.substring(0, Math.min(LONGEST_REFUSED, said.length()))))
                .forEach(said -> work.say(Text.same(said)));
        return Answer.to(frame.link("work/" + work.number()));
    }

    private List<Uploaded> stored(Call call, Settings settings, JobDefinition head) {
        long most = head.limits().packedMebibytes() * 1024L * 1024;
        InboxUploads uploads = new InboxUploads(uploads(settings), most, head.zone());
        Instant now = bench.now(settings.job());
        List<Uploaded> outcome = new ArrayList<>();
        for (UploadedFile file : call.files()) {
            outcome.add(uploads.store(file, now));
        }
        return outcome;
    }

    private Path uploads(Settings settings) {
        return bench.settings().uploads().apply(settings.job());
    }

    private static Answer json(DeskFrame frame, List<Uploaded> uploaded) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Uploaded file : uploaded) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", Words.shown(file.name()));
            line.put("stored", file.stored());
            line.put("said", frame.words().of(file.said()));
            lines.add(line);
        }
        return Answer.json(Json.of(lines));
    }

    private Answer page(DeskFrame frame, Settings settings, JobDefinition head, List<Uploaded> uploaded) {
        List<Work> works = bench.works().all().stream()
                .filter(work -> work.job().equals(frame.job()))
                .toList();
        return Answer.html(PageTemplates.render(
                "files",
                Map.of(
                        "f",
                        frame,
                        "inbox",
                        settings.inbox().toString(),
                        "uploads",
                        uploads(settings).toString(),
                        "mebibytes",
                        head.limits().packedMebibytes(),
                        "uploaded",
                        uploaded,
                        "works",
                        works)));
    }
}
