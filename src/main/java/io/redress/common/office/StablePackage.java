package io.redress.common.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Collections;
import java.util.GregorianCalendar;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reproducible packing of office documents: the same parts give the same bytes. Libraries stamp each part with the time
 * of writing.
 */
public final class StablePackage {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final String CORE_PROPERTIES = "docProps/core.xml";

    private static final Pattern CREATED = Pattern.compile("(<dcterms:created [^>]*>)[^<]*");

    private StablePackage() {}

    public static byte[] of(byte[] document) throws IOException {
        return pack(parts(document), document.length);
    }

    /**
     * Packs a document whose library also writes the time of writing into the properties.
     *
     * @param createdAt replaces that time
     */
    public static byte[] of(byte[] document, Instant createdAt) throws IOException {
        var parts = parts(document);
        parts.computeIfPresent(
                CORE_PROPERTIES,
                (name, part) -> CREATED.matcher(new String(part, StandardCharsets.UTF_8))
                        .replaceAll("$1" + createdAt)
                        .getBytes(StandardCharsets.UTF_8));
        return pack(parts, document.length);
    }

    private static TreeMap<String, byte[]> parts(byte[] document) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        // Read by the central directory: Java cannot stream entries whose sizes come after them.
        try (var zip = ZipFile.builder().setByteArray(document).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] pack(TreeMap<String, byte[]> parts, int size) throws IOException {
        var bytes = new ByteArrayOutputStream(size);
        var time = longAgo();
        try (var zip = new ZipOutputStream(bytes)) {
            // Readers recognise the kind of document by its first entry.
            put(zip, time, CONTENT_TYPES, parts.remove(CONTENT_TYPES));
            for (var part : parts.entrySet()) {
                put(zip, time, part.getKey(), part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /**
     * The second month that ZIP can express; in the first, Java adds an extra field in UTC. In the default time zone,
     * because ZIP stores local time.
     */
    private static long longAgo() {
        return new GregorianCalendar(1980, Calendar.FEBRUARY, 1).getTimeInMillis();
    }

    private static void put(ZipOutputStream zip, long time, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(time);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
