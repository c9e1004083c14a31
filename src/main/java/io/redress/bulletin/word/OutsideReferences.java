package io.redress.bulletin.word;

import io.redress.common.office.Relationship;
import io.redress.common.office.WordFields;
import io.redress.common.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Finds external references and active content in a template: remote pictures, attached templates, fields that include
 * a file or start a program, embedded objects. An issued document must read the same everywhere and contact no server.
 */
public final class OutsideReferences {

    private static final String FILE = "/file";
    private static final int LONGEST = 80;

    /** Suffixes, in lower case, of relationship types whose parts carry a document or program of their own. */
    private static final Set<String> EMBEDDED = Set.of(
            "afchunk",
            "oleobject",
            "package",
            "control",
            "subdocument",
            "frame",
            "webextensiontaskpanes",
            "webextension",
            "extensibility",
            "attachedtoolbars",
            "vbaproject",
            "wordvbadata",
            "mailmergesource",
            "attachedtemplate");

    /** Fields about the document itself; all others load, ask, run, or change with the date. */
    private static final Set<String> FIELDS = Set.of(
            "PAGE",
            "NUMPAGES",
            "SECTION",
            "SECTIONPAGES",
            "PAGEREF",
            "REF",
            "STYLEREF",
            "SEQ",
            "TOC",
            "HYPERLINK",
            "SYMBOL",
            "EQ",
            "ADVANCE",
            "IF",
            "=");

    private static final Pattern ADDRESS = Pattern.compile("//|\\\\\\\\|^[A-Za-z][A-Za-z0-9+.-]+:");
    private static final Set<String> ADDRESSED = Set.of("src", "href", "althref", "relhref");

    private final List<Violation> found = new ArrayList<>();

    private OutsideReferences() {}

    static List<Violation> violations(TemplatePackage template) {
        var references = new OutsideReferences();
        for (var part : template.parts().entrySet()) {
            if (part.getKey().toLowerCase(Locale.ROOT).endsWith(".rels")) {
                TemplatePackage.all(part.getValue())
                        .filter(element -> element.hasAttribute("Type"))
                        .map(Relationship::of)
                        .forEach(references::relationship);
            } else {
                references.part(part.getValue());
            }
        }
        return references.found;
    }

    /** A hyperlink waits for a click; any other external target is loaded automatically. */
    private void relationship(Relationship relationship) {
        if (relationship.isOutside() && !relationship.isLink()) {
            add("template-outside-reference", relationship.target());
        } else if (EMBEDDED.contains(relationship.kind())) {
            add("template-embedded-object", relationship.target());
        }
    }

    private void part(Element part) {
        var fields = new WordFields();
        TemplatePackage.all(part).forEach(element -> {
            drawing(element);
            fields.read(element);
            if (element.getLocalName().equals("mailMerge")) {
                add("template-outside-reference", "mailMerge");
            }
        });
        fields.instructions().forEach(this::field);
        fields.unended().forEach(instruction -> add("template-field-unended", instruction));
    }

    private void field(String instruction) {
        var field = WordFields.name(instruction);
        if (!FIELDS.contains(field)) {
            add("template-field-refused", field.isEmpty() ? instruction : field);
        }
    }

    /** Old VML drawings name a picture's address without a relationship. */
    private void drawing(Element element) {
        var namespace = element.getNamespaceURI();
        if (namespace == null || !namespace.startsWith("urn:schemas-microsoft-com:")) {
            return;
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var isLink = element.getLocalName().equals("shape") && "href".equals(attribute.getLocalName());
            if (ADDRESSED.contains(attribute.getLocalName())
                    && !isLink
                    && ADDRESS.matcher(attribute.getNodeValue().strip()).find()) {
                add("template-outside-reference", attribute.getNodeValue());
            }
        }
    }

    private void add(String code, String what) {
        var shown = what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
        found.add(new Violation(FILE, code, shown));
    }
}
