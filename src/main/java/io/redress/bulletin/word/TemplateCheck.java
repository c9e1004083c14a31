package io.redress.bulletin.word;

import io.redress.bulletin.print.BulletinContent;
import io.redress.common.problem.Problem;
import io.redress.common.problem.Violation;
import io.redress.file.FileProblems;
import io.redress.file.FileType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.w3c.dom.Element;

/**
 * Validates an office's template: reports all errors in its tags at once, then renders sample bulletins with it and
 * checks that their text appears in the documents.
 */
public final class TemplateCheck {

    private static final String FILE = "/file";
    private static final Logger LOG = Logger.getLogger(TemplateCheck.class);

    private TemplateCheck() {}

    /** @throws Problem file-type-refused and the like, or one violation for each fault */
    public static void demandSound(byte[] template) {
        if (FileType.demand(template) != FileType.DOCX) {
            throw FileProblems.typeRefused();
        }
        var opened = open(template);
        var wrong = new ArrayList<Violation>(OutsideReferences.violations(opened));
        wrong.addAll(TemplateTags.violations(opened));
        wrong.addAll(missingStyles(opened));
        if (wrong.isEmpty()) {
            wrong.addAll(tried(template));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private static TemplatePackage open(byte[] template) {
        try {
            return TemplatePackage.of(template);
        } catch (IOException e) {
            throw Problem.invalid(FILE, "template-unreadable");
        }
    }

    /** Table styles are found by name. */
    private static List<Violation> missingStyles(TemplatePackage template) {
        var names = template.parts().values().stream()
                .filter(part -> TemplatePackage.isWord(part, "styles"))
                .flatMap(TemplatePackage::all)
                .filter(element -> TemplatePackage.isWord(element, "name"))
                .map(element -> element.getAttributeNS(TemplatePackage.WORD, "val"))
                .collect(Collectors.toSet());
        return Stream.of(BulletinTable.TABLE, BulletinTable.HEAD, BulletinTable.WORDS, BulletinTable.NUMBERS)
                .filter(style -> !names.contains(style))
                .map(style -> new Violation(FILE, "template-style-missing", style))
                .toList();
    }

    private static List<Violation> tried(byte[] template) {
        var wrong = new LinkedHashMap<String, Violation>();
        for (var sample : SampleBulletins.values()) {
            try {
                var document = BulletinDocument.docx(sample.content, template);
                var text = textOf(TemplatePackage.of(document));
                expected(sample.content).forEach((words, tag) -> {
                    if (!text.contains(words)) {
                        wrong.putIfAbsent(
                                tag.tagName(), new Violation(FILE, "template-not-printed", tag.written(), words));
                    }
                });
                text.lines()
                        .filter(line -> line.contains("{{") || line.contains("}}"))
                        .forEach(line -> wrong.putIfAbsent(line, new Violation(FILE, "template-tags-left", line)));
            } catch (RuntimeException | IOException e) {
                // poi-tl and POI throw all kinds of exceptions for an odd document
                LOG.warnf(e, "cannot render the sample %s with the uploaded template", sample);
                return List.of(new Violation(FILE, "template-cannot-be-filled"));
            }
        }
        return List.copyOf(wrong.values());
    }

    /** The text a reader must find, and the tag that prints it. */
    private static Map<String, TemplateTag> expected(BulletinContent content) {
        var expected = new LinkedHashMap<String, TemplateTag>();
        expected.put(content.seriesTitle(), TemplateTag.SERIES_TITLE);
        expected.put(content.isDraft() ? "草稿" : content.year() + "年第" + content.number() + "期", TemplateTag.ISSUE);
        expected.put(content.title(), TemplateTag.TITLE);
        expected.put("2021年12月6日—12月12日", TemplateTag.PERIOD);
        if (content.corrects() != null) {
            expected.put(content.corrects(), TemplateTag.CORRECTS);
        }
        for (var section : content.sections()) {
            expected.put(section.heading(), TemplateTag.HEADING);
            section.body().lines().forEach(line -> expected.put(line, TemplateTag.TEXT));
        }
        for (var table : content.tables()) {
            expected.put(table.caption(), TemplateTag.CAPTION);
            table.rows().stream().flatMap(List::stream).forEach(cell -> expected.put(cell, TemplateTag.GRID));
            if (table.note() != null) {
                expected.put(table.note(), TemplateTag.NOTE);
            }
        }
        return expected;
    }

    /** One line per paragraph. */
    private static String textOf(TemplatePackage document) {
        return document.printed()
                .flatMap(TemplatePackage::all)
                .filter(element -> TemplatePackage.isWord(element, "p"))
                .map(paragraph -> TemplatePackage.all(paragraph)
                        .filter(element -> TemplatePackage.isWord(element, "t"))
                        .map(Element::getTextContent)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
