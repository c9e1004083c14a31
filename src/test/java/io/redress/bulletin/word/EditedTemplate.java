package io.redress.bulletin.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.common.problem.Problem;
import io.redress.common.problem.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The built-in template with changes, as an office might upload it. */
final class EditedTemplate {

    static final String TEXT = "word/document.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private EditedTemplate() {}

    static EditedTemplate ofBuiltIn() {
        var template = new EditedTemplate();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(BulletinDocument.builtInTemplate()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                template.parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return template;
    }

    /** Replaces the only occurrence in the text. */
    EditedTemplate with(String old, String now) {
        return with(TEXT, old, now);
    }

    EditedTemplate with(String part, String old, String now) {
        var xml = new String(parts.get(part), StandardCharsets.UTF_8);
        if (!xml.contains(old)) {
            throw new IllegalArgumentException(old + " is not in " + part);
        }
        return put(part, xml.replace(old, now));
    }

    EditedTemplate put(String part, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a paragraph before the title. */
    EditedTemplate withParagraph(String runs) {
        var xml = new String(parts.get(TEXT), StandardCharsets.UTF_8);
        var title = xml.lastIndexOf("<w:p>", xml.indexOf("{{title}}"));
        return put(TEXT, xml.substring(0, title) + "<w:p>" + runs + "</w:p>" + xml.substring(title));
    }

    EditedTemplate withWords(String words) {
        return withParagraph("<w:r><w:t>" + words + "</w:t></w:r>");
    }

    EditedTemplate withField(String instruction) {
        return withParagraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
                + instruction.substring(0, 3) + "</w:instrText></w:r><w:r><w:instrText>" + instruction.substring(3)
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }

    EditedTemplate withRelationship(String kind, String target, String mode) {
        var type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind;
        return with(
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rId99\" Type=\"" + type + "\" Target=\"" + target + "\" TargetMode=\"" + mode
                        + "\"/></Relationships>");
    }

    /** The violations, by code and arguments; empty for a valid template. */
    List<String> violations() {
        var problem = catchThrowableOfType(Problem.class, () -> TemplateCheck.demandSound(bytes()));
        return problem == null
                ? List.of()
                : problem.violations().stream().map(EditedTemplate::said).toList();
    }

    private static String said(Violation violation) {
        assertThat(violation.pointer()).isEqualTo("/file");
        return Stream.concat(Stream.of(violation.code()), Stream.of(violation.arguments()))
                .map(Object::toString)
                .collect(Collectors.joining(" | "));
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
