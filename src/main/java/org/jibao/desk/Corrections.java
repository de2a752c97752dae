package org.jibao.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.FormItems;
import org.jibao.definition.loading.FormItems.Item;
import org.jibao.definition.loading.JobLoader;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.desk.http.Call;
import org.jibao.support.Sha256;

/** Changes words and kinds of cells in the forms of a job folder that this desk has drafted. */
final class Corrections {

    /** Words of a label in a form; what the loader refuses is refused as well. */
    private static final int LONGEST_LABEL = 200;

    static final List<String> KINDS = List.of("count", "amount", "percent", "date", "text");

    private final Path folder;
    private final Map<Path, String> texts = new LinkedHashMap<>();

    private Corrections(Path folder) {
        this.folder = folder;
    }

    /** One item as the page has it; its number is all that the page says of its place. */
    record Line(int number, String form, Item item) {}

    /** @param folder of the drafted job */
    static Corrections of(Path folder) {
        Corrections corrections = new Corrections(folder);
        try (Stream<Path> forms = Files.list(folder.resolve("forms"))) {
            for (Path form : forms.filter(path ->
                            path.toString().endsWith(".yaml") && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                corrections.texts.put(form, Files.readString(form));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return corrections;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        texts.forEach((path, text) -> FormItems.of(text).all().forEach(item -> {
            String form = String.valueOf(path.getFileName()).replace(".yaml", "");
            lines.add(new Line(lines.size(), form, item));
        }));
        return lines;
    }

    /** Says whether the forms are still those that a page showed. */
    String mark() {
        return Sha256.of(String.join("\0", texts.values()));
    }

    /**
     * Writes what the page has changed, and nothing where it changed nothing.
     *
     * @return mistakes that the folder would have; then it is as before
     */
    List<Problem> apply(Call call) {
        Map<Path, String> changed = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<Path, String> form : texts.entrySet()) {
            FormItems items = FormItems.of(form.getValue());
            List<Item> wanted = new ArrayList<>();
            for (Item item : items.all()) {
                wanted.add(wanted(call, number++, item));
            }
            String text = items.with(wanted);
            if (!text.equals(form.getValue())) {
                changed.put(form.getKey(), text);
            }
        }
        try {
            return changed.isEmpty() ? List.of() : written(changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item wanted(Call call, int number, Item item) {
        String label = call.sent("label-" + number);
        String kind = call.sent("kind-" + number);
        boolean usable = !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.equals(Words.shown(item.label()).strip());
        return new Item(usable ? label : item.label(), KINDS.contains(kind) ? kind : item.kind());
    }

    private List<Problem> written(Map<Path, String> changed) throws IOException {
        boolean kept = false;
        try {
            for (Map.Entry<Path, String> form : changed.entrySet()) {
                Files.write(form.getKey(), form.getValue().getBytes(StandardCharsets.UTF_8));
            }
            JobLoader.load(folder).forms();
            kept = true;
            return List.of();
        } catch (ProblemsException mistakes) {
            return mistakes.problems();
        } finally {
            if (!kept) {
                for (Path form : changed.keySet()) {
                    Files.write(form, texts.getOrDefault(form, "").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
