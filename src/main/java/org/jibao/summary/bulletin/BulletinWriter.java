package org.jibao.summary.bulletin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.summary.Context;
import org.jibao.summary.SummaryRequest;
import org.jibao.support.Markup;
import org.jibao.workbook.Typefaces;

/** Writes the bulletin of one period in one language, a Word file. */
public final class BulletinWriter {

    private static final Wording WORDS = Wording.of(BulletinWriter.class);

    /**
     * Writes it into the office's own template where the job folder has one without mistakes, else into the shipped one; the same
     * request and template give the same bytes.
     *
     * @param target is replaced; give a temporary name and move it into place
     * @return what the operator must know: a missing typeface, or why the office's own template was not used; empty when all is
     *     well
     */
    public List<Text> write(SummaryRequest request, Path target) throws IOException {
        Typefaces typefaces = Typefaces.load();
        List<Text> warnings = new ArrayList<>(typefaces.warnings());
        BulletinContent content = new BulletinContent(new Context(request, typefaces.typeface()));
        WordFile file = own(request, warnings).orElseGet(() -> new ShippedBulletin(content).make());
        new Filling(file, content).fill();
        file.describe(properties(request, content.prose()));
        file.write(target);
        return warnings;
    }

    private static Optional<WordFile> own(SummaryRequest request, List<Text> warnings) throws IOException {
        Optional<BulletinTemplate> own = BulletinTemplate.of(request.job(), request.language());
        own.ifPresent(template -> template.mistakes()
                .forEach(mistake -> warnings.add(WORDS.text("template.not-used", template.name(), mistake))));
        return own.filter(template -> template.mistakes().isEmpty()).map(template -> new WordFile(template.parts()));
    }

    private static String properties(SummaryRequest request, Prose prose) {
        return ShippedBulletin.properties()
                .replace("${title}", Markup.escaped(prose.heading()))
                .replace("${creator}", Markup.escaped("Jibao " + request.version()))
                .replace("${language}", request.language().tag())
                .replace(
                        "${created}",
                        request.asOf().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
