package io.redress.file;

import io.redress.common.office.ZipLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The ZIP container of office documents since 2007 (OPC, ISO/IEC 29500-2). Only the content types are read, up to a
 * limit, so a ZIP bomb is never unpacked.
 */
final class ZipContainer {

    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            FileType.DOCX.mediaType() + ".main+xml", FileType.DOCX,
            FileType.XLSX.mediaType() + ".main+xml", FileType.XLSX,
            FileType.PPTX.mediaType() + ".main+xml", FileType.PPTX);

    private static final String OFD_NAMESPACE = "http://www.ofdspec.org/2016";
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final int LONGEST_CONTENT_TYPES = 1024 * 1024;

    /** Spreadsheets of twenty megabytes unpack to less; an archive that declares more is not unpacked. */
    private static final long MOST = 512L * 1024 * 1024;

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_OF_DIRECTORY_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private final ZipLayout archive;

    /** By lower-case name, because office programs ignore case. */
    private final Map<String, String> names;

    private ZipContainer(ZipLayout archive) {
        this.archive = archive;
        this.names = archive.names().stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
    }

    /**
     * Empty for any other archive, for documents with macros, and for archives that two readers would read differently.
     */
    static Optional<FileType> officeType(byte[] content) {
        try {
            return new ZipContainer(ZipLayout.of(content, MOST)).mainPart();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // XML parsers throw all kinds of exceptions for damaged content types
            return Optional.empty();
        }
    }

    /**
     * Whether the file ends with a ZIP directory: unpackers and Java then treat it as an archive, whatever its first
     * bytes are.
     */
    static boolean endsAsArchive(byte[] content) {
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var last = content.length - END_OF_DIRECTORY_SIZE;
        for (var at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END_OF_DIRECTORY) {
                var commentLength = Short.toUnsignedInt(bytes.getShort(at + END_OF_DIRECTORY_SIZE - 2));
                if (at + END_OF_DIRECTORY_SIZE + commentLength == content.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<FileType> mainPart() throws IOException, XMLStreamException {
        if (isOfd()) {
            return Optional.of(FileType.OFD);
        }
        var contentTypes = names.get(CONTENT_TYPES);
        var hasMacros = names.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"));
        return contentTypes == null || hasMacros
                ? Optional.empty()
                : mainPart(archive.read(contentTypes, LONGEST_CONTENT_TYPES));
    }

    /** GB/T 33190, 7.1: one entry of this name at the root of the package, with a root element of this namespace. */
    private boolean isOfd() throws IOException, XMLStreamException {
        var entry = names.get("ofd.xml");
        if (entry == null || names.containsKey(CONTENT_TYPES)) {
            return false;
        }
        var reader = reader(archive.read(entry, LONGEST_CONTENT_TYPES));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName().equals("OFD") && OFD_NAMESPACE.equals(reader.getNamespaceURI());
            }
        }
        return false;
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    private Optional<FileType> mainPart(byte[] xml) throws XMLStreamException {
        var reader = reader(xml);
        FileType found = null;
        while (reader.hasNext()) {
            if (!reader.isStartElement() || reader.getAttributeValue(null, "ContentType") == null) {
                reader.next();
                continue;
            }
            var contentType =
                    reader.getAttributeValue(null, "ContentType").strip().toLowerCase(Locale.ROOT);
            if (contentType.contains("macroenabled") || contentType.contains("vbaproject")) {
                return Optional.empty();
            }
            var type = MAIN_PARTS.get(contentType);
            if (type != null && isPresent(reader.getAttributeValue(null, "PartName"))) {
                found = type;
            }
            reader.next();
        }
        return Optional.ofNullable(found);
    }

    private boolean isPresent(String partName) {
        return partName != null
                && partName.startsWith("/")
                && names.containsKey(partName.substring(1).toLowerCase(Locale.ROOT));
    }
}
