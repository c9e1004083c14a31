package io.redress.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The container of office documents since 2007. Only the directory of the archive is read, and of its parts only the list
 * of content types, up to a limit: what would unpack to gigabytes is never unpacked.
 */
final class ZipContainer {

    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            FileType.DOCX.mediaType() + ".main+xml", FileType.DOCX,
            FileType.XLSX.mediaType() + ".main+xml", FileType.XLSX,
            FileType.PPTX.mediaType() + ".main+xml", FileType.PPTX);

    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final int LONGEST_CONTENT_TYPES = 1024 * 1024;
    private static final int MOST_ENTRIES = 10_000;

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_OF_DIRECTORY_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    private ZipContainer() {}

    /** Empty for any other archive, for documents with macros, and for archives that contradict themselves. */
    static Optional<FileType> officeType(byte[] content) {
        try (var archive = ZipFile.builder()
                .setByteArray(content)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            var container = new ZipContainer();
            return container.list(archive) ? container.mainPart(archive) : Optional.empty();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // commons-compress answers a damaged directory with whatever it stumbles over
            return Optional.empty();
        }
    }

    /**
     * Whether the last thing in the file is an archive's directory: then unpackers and Java see an archive in it, whatever
     * its first bytes say.
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

    /** False when a name occurs twice, as readers then disagree on what the document is, or when macros are among them. */
    private boolean list(ZipFile archive) {
        for (var all = archive.getEntries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (entries.put(name, entry) != null || entries.size() > MOST_ENTRIES || name.endsWith("vbaproject.bin")) {
                return false;
            }
        }
        return true;
    }

    private Optional<FileType> mainPart(ZipFile archive) throws IOException, XMLStreamException {
        var contentTypes = entries.get(CONTENT_TYPES);
        if (contentTypes == null) {
            return Optional.empty();
        }
        byte[] xml;
        try (var stream = archive.getInputStream(contentTypes)) {
            xml = stream.readNBytes(LONGEST_CONTENT_TYPES);
        }
        return mainPart(xml);
    }

    private Optional<FileType> mainPart(byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        FileType found = null;
        while (reader.hasNext()) {
            if (!reader.isStartElement() || reader.getAttributeValue(null, "ContentType") == null) {
                reader.next();
                continue;
            }
            var contentType = reader.getAttributeValue(null, "ContentType").toLowerCase(Locale.ROOT);
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
                && entries.containsKey(partName.substring(1).toLowerCase(Locale.ROOT));
    }
}
