package io.redress.bulletin;

import io.redress.common.problem.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What in a template would fetch something, or change, when a printed bulletin is opened: a picture on another server, an
 * attached template, a field that includes a file or starts a program, an embedded object. An issued document says the same
 * wherever it is read, and calls nobody.
 */
final class OutsideReferences {

    private static final String FILE = "/file";
    private static final int LONGEST = 80;

    /** Ends of the types of relationships to parts that carry a document or a program of their own. */
    private static final Set<String> EMBEDDED = Set.of(
            "aFChunk",
            "oleObject",
            "package",
            "control",
            "subDocument",
            "frame",
            "webextensiontaskpanes",
            "webextension",
            "extensibility",
            "attachedToolbars",
            "vbaProject",
            "wordVbaData",
            "mailMergeSource",
            "attachedTemplate");

    /** Fields that say something of the document itself; all others fetch, ask, run, or change by the day. */
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

    private static final Pattern FIELD_NAME = Pattern.compile("^\\s*(=|[^\\s\\\\\"=]+)");
    private static final Pattern ADDRESS = Pattern.compile("//|\\\\\\\\|^[A-Za-z][A-Za-z0-9+.-]+:");
    private static final Set<String> ADDRESSED = Set.of("src", "href", "althref", "relhref");

    private final List<Violation> found = new ArrayList<>();

    private OutsideReferences() {}

    static List<Violation> violations(TemplatePackage template) {
        var references = new OutsideReferences();
        for (var part : template.parts().entrySet()) {
            if (part.getKey().endsWith(".rels")) {
                TemplatePackage.children(part.getValue()).forEach(references::relationship);
            } else {
                references.part(part);
            }
        }
        return references.found;
    }

    /** A link waits until it is clicked; whatever else lies outside is fetched unasked. */
    private void relationship(Element relationship) {
        var type = relationship.getAttribute("Type");
        var kind = type.substring(type.lastIndexOf('/') + 1);
        var isOutside = relationship.getAttribute("TargetMode").equalsIgnoreCase("External");
        if (isOutside && !kind.equals("hyperlink")) {
            add("template-outside-reference", relationship.getAttribute("Target"));
        } else if (EMBEDDED.contains(kind)) {
            add("template-embedded-object", relationship.getAttribute("Target"));
        }
    }

    private void part(Map.Entry<String, Element> part) {
        var instructions = new ArrayDeque<StringBuilder>();
        TemplatePackage.all(part.getValue()).forEach(element -> {
            drawing(element);
            switch (element.getLocalName()) {
                case "fldSimple" -> field(attribute(element, "instr"));
                case "fldChar" -> fieldCharacter(attribute(element, "fldCharType"), instructions);
                case "instrText", "delInstrText" -> {
                    if (!instructions.isEmpty()) {
                        instructions.peek().append(element.getTextContent());
                    }
                }
                case "mailMerge" -> add("template-outside-reference", "mailMerge");
                default -> {}
            }
        });
    }

    /** Fields stand within fields; the instruction of each ends where its result begins. */
    private void fieldCharacter(String type, ArrayDeque<StringBuilder> instructions) {
        if (type.equals("begin")) {
            instructions.push(new StringBuilder());
        } else if (type.equals("end") && !instructions.isEmpty()) {
            field(instructions.pop().toString());
        }
    }

    private void field(String instruction) {
        var name = FIELD_NAME.matcher(instruction);
        var field = name.find() ? name.group(1).toUpperCase(Locale.ROOT) : "";
        if (!FIELDS.contains(field)) {
            add("template-field-refused", field.isEmpty() ? instruction : field);
        }
    }

    /** Drawings of older Words name a picture's address without a relationship. */
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
                    && ADDRESS.matcher(attribute.getNodeValue()).find()) {
                add("template-outside-reference", attribute.getNodeValue());
            }
        }
    }

    /** Of whatever namespace: there are two in which Word reads its own words. */
    private static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (name.equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }

    private void add(String code, String what) {
        var shown = what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
        found.add(new Violation(FILE, code, shown));
    }
}
