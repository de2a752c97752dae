package org.jibao.summary.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.finding.Text;
import org.jibao.summary.Context;
import org.jibao.summary.Localizer;
import org.jibao.summary.NotesSheet;
import org.jibao.summary.SummaryRequest;
import org.jibao.workbook.Typefaces;

/** Writes the summary of one period in one language as one page of HTML, for phones first. */
public final class SummaryPage {

    /**
     * Writes the page; the same request gives the same bytes. It is one file that loads nothing, and it is XML as well as HTML.
     * The long tables for programs stay in the workbook.
     *
     * @param target is replaced; give a temporary name and move it into place
     * @return what the operator must know about the machine, such as a missing typeface; empty when all is well
     */
    public List<Text> write(SummaryRequest request, Path target) throws IOException {
        Typefaces typefaces = Typefaces.load();
        PageMarkup page = new PageComposer(new Context(request, typefaces.typeface())).compose();
        try (OutputStream file = Files.newOutputStream(target)) {
            page.writeTo(file);
        }
        return typefaces.warnings();
    }

    /** Puts the sheets of the summary one below the other. */
    static final class PageComposer {
        private final PageContext context;
        private final Localizer speech;
        private final PageMarkup page;
        private final PageTable tables;
        private final PageChart charts;
        private final FigureOpenings openings;

        PageComposer(Context content) {
            context = new PageContext(content);
            speech = content.speech();
            page = context.page();
            tables = new PageTable(context);
            charts = new PageChart(context, tables);
            openings = new FigureOpenings(context);
        }

        PageMarkup compose() {
            Context content = context.content();
            String language = speech.language().tag();
            page.markup("<!DOCTYPE html>\n");
            page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", language, "xml:lang", language);
            new PageHead(page).add(title());
            page.open("body").line("a", context.word("page.skip"), "class", "skip", "href", "#content");
            header();
            List<Sheet> shown = shown();
            navigation(shown);
            page.open("main", "id", "content", "tabindex", "-1");
            for (int i = 0; i < shown.size(); i++) {
                section(shown.get(i), i + 1);
            }
            page.close("main");
            footer(content);
            PageHead.script(page);
            return page.close("body").close("html");
        }

        private String title() {
            SummaryRequest request = context.content().request();
            return speech.say(request.job().title()) + " "
                    + speech.say(request.period().label());
        }

        private void header() {
            SummaryRequest request = context.content().request();
            page.open("header")
                    .open("h1")
                    .text(speech.say(request.job().title()))
                    .text(" ");
            page.line("span", speech.say(request.period().label())).close("h1");
            page.line("p", speech.word(context.content().isFinal() ? "titles.final" : "titles.as-of", speech.asOf()));
            page.close("header");
        }

        /** Of the cover only its figures; the contents are the navigation; what is for programs is in the workbook. */
        private List<Sheet> shown() {
            List<Sheet> shown = new ArrayList<>();
            for (Sheet sheet : context.content().definition().sheets()) {
                boolean covered =
                        sheet.kind() == SheetKind.COVER && !sheet.blocks().isEmpty();
                if (covered || sheet.kind() != SheetKind.COVER && !isLeftOut(sheet)) {
                    shown.add(sheet);
                }
            }
            // What leaders look for comes first on a phone.
            shown.stream()
                    .filter(sheet -> sheet.kind() == SheetKind.LEADERS)
                    .findFirst()
                    .ifPresent(leaders -> {
                        shown.remove(leaders);
                        shown.add(0, leaders);
                    });
            return shown;
        }

        private static boolean isLeftOut(Sheet sheet) {
            return sheet.kind() == SheetKind.CONTENTS || sheet.kind() == SheetKind.TIDY;
        }

        private String title(Sheet sheet) {
            return sheet.kind() == SheetKind.COVER
                    ? context.content().table(sheet.blocks().get(0)).title()
                    : speech.say(sheet.title());
        }

        private void navigation(List<Sheet> shown) {
            page.open("nav", "aria-label", context.word("page.contents"))
                    .open("details")
                    .line("summary", context.word("page.contents"))
                    .open("ol", "tabindex", "0");
            for (int i = 0; i < shown.size(); i++) {
                page.open("li")
                        .line("a", title(shown.get(i)), "href", "#s" + (i + 1))
                        .close("li");
            }
            page.close("ol").close("details").close("nav");
        }

        private void section(Sheet sheet, int number) {
            String id = "s" + number;
            page.open("section", "id", id).line("h2", title(sheet));
            switch (sheet.kind()) {
                case LEADERS -> new LeadersPart(context, charts, openings).add(sheet);
                case NOTES -> notes();
                case PRINTED -> new PrintedPart(context).add(sheet);
                case COVER, PAGE -> blocks(sheet);
                case CONTENTS, TIDY -> {}
            }
            page.close("section");
        }

        /** Charts that follow each other stand side by side where there is room. */
        private void blocks(Sheet sheet) {
            List<ChartPlan> waiting = new ArrayList<>();
            for (String block : sheet.blocks()) {
                if (context.content().isTable(block)) {
                    flush(waiting, sheet);
                    tables.add(context.content().table(block));
                    openings.add(block);
                } else {
                    waiting.add(context.content().chart(block));
                }
            }
            flush(waiting, sheet);
        }

        private void flush(List<ChartPlan> waiting, Sheet sheet) {
            charts.add(waiting, plan -> isShownWith(plan, sheet));
            waiting.clear();
        }

        /** Whether the figures of a chart stand in a table of the same sheet. */
        private boolean isShownWith(ChartPlan plan, Sheet sheet) {
            return context.content().definition().charts().stream()
                    .anyMatch(chart ->
                            chart.id().equals(plan.id()) && sheet.blocks().contains(chart.table()));
        }

        private void notes() {
            tables.terms(
                    speech.word("notes.reading"),
                    context.word("page.sign"),
                    context.word("page.meaning"),
                    NotesSheet.signs(context.content()));
            if (!context.content().notes().isEmpty()) {
                tables.terms(
                        speech.word("notes.tables"),
                        speech.word("contents.number"),
                        speech.word("notes.definition"),
                        NotesSheet.notes(context.content()));
            }
            tables.add(NotesSheet.definitions(context.content()));
        }

        private void footer(Context content) {
            SummaryRequest request = content.request();
            page.open("footer");
            page.line("p", speech.word("table.missing"));
            List<String> left = content.definition().sheets().stream()
                    .filter(sheet -> sheet.kind() == SheetKind.TIDY)
                    .map(sheet -> speech.say(sheet.title()))
                    .toList();
            if (!left.isEmpty()) {
                String sheets = String.join(context.word("page.between"), left);
                page.line(
                        "p",
                        request.dataFile()
                                .map(file -> context.word("page.in-data", sheets, file))
                                .orElseGet(() -> context.word("page.in-workbook", sheets)));
            }
            page.line(
                    "p",
                    context.word("page.made", request.version(), request.job().digest(), request.storeDigest()));
            page.close("footer");
        }
    }
}
