package io.redress.contract;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** All readable text of a response: its headers, its body, and the content of the files in it. */
final class Answered {

    private Answered() {}

    static String text(Response response) {
        var headers = response.headers().asList().stream()
                .map(header -> header.getName() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return headers + "\n" + decoded(headers) + "\n" + text(response.asByteArray())
                + (response.contentType().equals("application/pdf") ? printed(response.asByteArray()) : "");
    }

    private static String decoded(String headers) {
        return URLDecoder.decode(headers.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }

    static String text(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, 2), StandardCharsets.ISO_8859_1);
        try {
            if (start.equals("PK")) {
                return unpacked(body);
            }
            return in(body, StandardCharsets.UTF_8) + in(body, Charset.forName("GB18030"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String in(byte[] body, Charset charset) {
        return new String(body, charset);
    }

    private static String unpacked(byte[] zip) throws IOException {
        var text = new StringBuilder();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (entries.getNextEntry() != null) {
                text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", ""));
            }
        }
        return text.toString();
    }

    private static String printed(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
