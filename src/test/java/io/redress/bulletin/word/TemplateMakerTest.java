package io.redress.bulletin.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;

class TemplateMakerTest {

    /** Compares part by part, because another Java version may compress the same parts into other bytes. */
    @Test
    void the_committed_template_equals_the_generated_one() throws IOException, OpenXML4JException, XmlException {
        assertThat(parts(Files.readAllBytes(TemplateMaker.TEMPLATE))).isEqualTo(parts(TemplateMaker.make()));
    }

    private static Map<String, String> parts(byte[] document) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
