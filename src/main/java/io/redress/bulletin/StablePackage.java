package io.redress.bulletin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An office document packed so that the same parts give the same bytes: POI stamps each part with the hour it was written. */
final class StablePackage {

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private StablePackage() {}

    static byte[] of(byte[] document) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        var bytes = new ByteArrayOutputStream(document.length);
        var time = longAgo();
        try (var zip = new ZipOutputStream(bytes)) {
            // readers tell the kind of document by its first entry
            put(zip, time, CONTENT_TYPES, parts.remove(CONTENT_TYPES));
            for (var part : parts.entrySet()) {
                put(zip, time, part.getKey(), part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /**
     * The second month ZIP can name; in the first, Java adds a field in UTC. Of the default zone, because ZIP keeps local
     * time.
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
