package io.redress.file;

import io.redress.common.office.Relationship;
import io.redress.common.office.WordFields;
import io.redress.common.office.ZipLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Examines an OOXML document for content that acts when it is opened. */
final class OfficeExamination {

    private static final long MOST = 512L * 1024 * 1024;

    /** Bytes of one part; pages of text with their pictures take less. */
    private static final int LONGEST_PART = 32 * 1024 * 1024;

    /** Worksheet cells cannot contain what the examination looks for, and they are long. */
    private static final Pattern CELLS = Pattern.compile("xl/(worksheets/[^/]+|sharedstrings)\\.xml");

    private static final Set<String> EMBEDDED =
            Set.of("oleobject", "package", "control", "activexcontrolbinary", "afchunk", "subdocument", "vbaproject");

    private static final Set<String> FETCHING =
            Set.of("attachedtemplate", "connections", "querytable", "mailmergesource");

    private static final Set<String> MACRO_SHEETS = Set.of("xlmacrosheet", "xlintlmacrosheet");

    private static final Set<String> FETCHING_FIELDS =
            Set.of("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE");

    private static final Pattern ADDRESS = Pattern.compile("//|\\\\\\\\|^\\s*[A-Za-z][A-Za-z0-9+.-]*:");

    private final Set<FileWarning> found = EnumSet.noneOf(FileWarning.class);

    private OfficeExamination() {}

    static Set<FileWarning> of(byte[] document) {
        var examination = new OfficeExamination();
        try {
            var archive = ZipLayout.of(document, MOST);
            for (var name : archive.names()) {
                examination.part(archive, name);
            }
        } catch (IOException | XMLStreamException e) {
            examination.found.add(FileWarning.NOT_EXAMINED);
        }
        return examination.found;
    }

    private void part(ZipLayout archive, String name) throws IOException, XMLStreamException {
        var folded = name.toLowerCase(Locale.ROOT);
        if (folded.endsWith(".rels")
                || folded.endsWith(".xml") && !CELLS.matcher(folded).matches()) {
            read(archive.read(name, LONGEST_PART));
        }
        if (folded.startsWith("xl/macrosheets/")) {
            found.add(FileWarning.SCRIPT);
        }
    }

    private void read(byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var fields = new WordFields();
        var isInstruction = false;
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(reader);
                fields.begin(reader.getLocalName(), name -> attribute(reader, name));
                isInstruction = WordFields.isInstruction(reader.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                isInstruction = false;
            } else if (isInstruction && reader.hasText()) {
                fields.instruction(reader.getText());
            }
        }
        fields.instructions().forEach(this::field);
        fields.unended().forEach(this::field);
    }

    private void element(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "Relationship" ->
                relationship(Relationship.of(
                        attribute(reader, "Type"), attribute(reader, "Target"), attribute(reader, "TargetMode")));
            case "ddeLink" -> found.add(FileWarning.RUNS_PROGRAM);
            case "mailMerge" -> found.add(FileWarning.EXTERNAL_CONTENT);
            default -> action(reader);
        }
    }

    private void relationship(Relationship relationship) {
        if (relationship.isOutside() && !relationship.isLink() || FETCHING.contains(relationship.kind())) {
            found.add(FileWarning.EXTERNAL_CONTENT);
        }
        if (EMBEDDED.contains(relationship.kind())) {
            found.add(FileWarning.EMBEDDED_FILE);
        }
        if (MACRO_SHEETS.contains(relationship.kind())) {
            found.add(FileWarning.SCRIPT);
        }
    }

    /** Slide actions, and VML pictures of older Word versions, which refer to an address directly. */
    private void action(XMLStreamReader reader) {
        var action = attribute(reader, "action");
        if (action != null && action.strip().toLowerCase(Locale.ROOT).startsWith("ppaction://program")) {
            found.add(FileWarning.RUNS_PROGRAM);
        }
        var namespace = reader.getNamespaceURI();
        var source = attribute(reader, "src");
        if (namespace != null
                && namespace.startsWith("urn:schemas-microsoft-com:")
                && source != null
                && ADDRESS.matcher(source).find()) {
            found.add(FileWarning.EXTERNAL_CONTENT);
        }
    }

    private void field(String instruction) {
        var name = WordFields.name(instruction);
        // nobody types a field name that another field produces
        if (name.equals("DDE") || name.equals("DDEAUTO") || name.indexOf(WordFields.INNER) >= 0) {
            found.add(FileWarning.RUNS_PROGRAM);
        } else if (FETCHING_FIELDS.contains(name)) {
            found.add(FileWarning.EXTERNAL_CONTENT);
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (name.equals(reader.getAttributeLocalName(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }
}
